import { contract } from '../../../../types/contract';
import { ticketStates } from '../../../../types/ticket';
import { moves } from '../life';
import { usualTerms } from '../terms';
import type { KeptFile, Ticket } from '../ticket';
import { at, minute, morning, sample } from '../work/testing/samples';
import { canOf } from './can';
import type { Reader } from './reader';
import { viewOf } from './view';
import { openFiles } from './viewFiles';

const nobody: Reader = { openid: 'o-nobody', isOwner: false, isAssignee: false, duties: [] };
const owner: Reader = { ...nobody, openid: 'o-owner', isOwner: true };
const family: Reader = { ...nobody, openid: 'o-family', isOwner: true };
const engineer: Reader = { ...nobody, openid: 'o-engineer', isAssignee: true, duties: ['engineer'] };
const service: Reader = { ...nobody, openid: 'o-service', duties: ['customerService'] };
const leader: Reader = { ...nobody, openid: 'o-leader', duties: ['supervisor'] };
const manager: Reader = { ...nobody, openid: 'o-manager', duties: ['projectManager'] };
const readers = { owner, family, engineer, service, leader, manager };

const see = (ticket: Ticket, reader: Reader, links: ReadonlyMap<string, string> = new Map()) =>
  viewOf(ticket, { reader, links, linked: [] });

describe('who reads what', () => {
  test('the contact: its name to whoever works it and the desks; the number masked to all, opened by those', () => {
    const seen = Object.values(readers).map((reader) => see(sample(), reader));
    expect(seen.map(({ contact }) => contact?.name)).toEqual(['王*', '王*', '王芳', '王芳', '王芳', '王芳']);
    for (const { contact } of seen) expect(contact?.phone).toBe('139****0000');
    const opens = seen.map(({ can }) => can.includes('ticketWork.openContact'));
    expect(opens).toEqual([false, false, true, true, true, true]);
    for (const state of ['offered', 'closed', 'rated', 'cancelled'] as const) {
      const { contact, can } = see(sample({ state }), engineer);
      expect(contact).toEqual({ name: '王*', phone: '139****0000' });
      expect(can).not.toContain('ticketWork.openContact');
    }
  });

  test('the plan after a poor rating is promised as the community has set it, then as its clock runs', () => {
    const terms = { ...usualTerms, poorRating: { ...usualTerms.poorRating, plan: 480 } };
    const seen = (ticket: Ticket) => viewOf(ticket, { reader: owner, links: new Map(), linked: [], terms });
    expect(seen(sample({ state: 'closed' })).planWithin).toBe(480);
    const plan = { kind: 'plan', startedAt: morning, by: at(60 * minute), level: 0 } as const;
    const rated = seen(sample({ state: 'rated', clocks: [plan] }));
    expect([rated.planBy, rated.planWithin]).toEqual([at(60 * minute), undefined]);
    expect(seen(sample({ state: 'working' }))).not.toHaveProperty('planWithin');
  });

  test('minutes of a way that are a guess are no promise to the home', () => {
    const told = { sentence: '张建国会水暖，走过去约 6 分钟。', homeSentence: '张建国会水暖。' };
    const dispatch = {
      ...{ ruleVersion: 1, principle: '', compared: [], at: morning, skill: '水暖', place: '3栋' },
      ...{ givenTo: 'engineer', ...told },
    };
    const ticket = sample({ state: 'accepted', dispatch });
    expect([owner, engineer, leader].map((reader) => see(ticket, reader).because)).toEqual([
      ...[told.homeSentence, told.sentence, told.sentence],
    ]);
  });

  test('an offer is nobody’s promise: the home reads who comes from accepting on', () => {
    expect(see(sample({ state: 'offered' }), owner)).not.toHaveProperty('engineer');
    expect(see(sample({ state: 'offered' }), leader).engineer?.name).toBe('张建国');
    expect(see(sample({ state: 'accepted' }), owner).assignee).toBe('张师傅');
  });

  test('among themselves: declining, levels and reasons of handing on are no matter of the home', () => {
    const note = { text: '在处理急单', check: 'passed' } as const;
    const steps = ['reported', 'decline', 'lapse', 'escalated', 'transfer', 'graded'].map((what) => ({
      at: morning,
      what,
      note,
    }));
    const ticket = sample({ steps });
    expect(see(ticket, owner).steps).toEqual([
      { at: morning, what: 'graded' },
      { at: morning, what: 'transfer' },
      { at: morning, what: 'reported', note: '在处理急单' },
    ]);
    expect(see(ticket, leader).steps).toHaveLength(6);
    expect(see(ticket, leader).steps[0]?.note).toBe('在处理急单');
  });

  test('the words of a rating: with their check to whoever wrote them, to others once passed', () => {
    const text = { text: '还是滴水', check: 'pending', by: 'o-owner' } as const;
    const rating = { stars: 2, words: [], photos: [], at: morning, text } as const;
    const seen = (reader: Reader, check: 'pending' | 'refused' | 'passed') =>
      see(sample({ state: 'rated', rating: { ...rating, text: { ...text, check } } }), reader).rating;
    for (const check of ['pending', 'refused', 'passed'] as const)
      expect(seen(owner, check)).toMatchObject({ text: '还是滴水', textCheck: check });
    for (const reader of [family, engineer, service, leader]) {
      expect(seen(reader, 'pending')).not.toHaveProperty('text');
      expect(seen(reader, 'refused')).not.toHaveProperty('textCheck');
      expect(seen(reader, 'passed')).toMatchObject({ text: '还是滴水', textCheck: 'passed' });
    }
  });

  test('revisits’ notes to the desks, the after-check to the leaders', () => {
    const revisit = {
      level: 1,
      at: morning,
      by: '客服',
      staffId: 's',
      isSatisfied: false,
      note: '不满意',
    } as const;
    const ticket = sample({ revisits: [revisit], afterCheck: { state: 'due', note: '没有扫码' } });
    const seen = Object.entries(readers).map(([name, reader]) => {
      const { revisits, afterCheck } = see(ticket, reader);
      return [name, revisits.length, afterCheck !== undefined];
    });
    expect(seen).toEqual([
      ['owner', 0, false],
      ['family', 0, false],
      ['engineer', 0, false],
      ['service', 1, false],
      ['leader', 1, true],
      ['manager', 1, true],
    ]);
    expect(JSON.stringify(see(ticket, leader))).not.toContain('staffId":"s"');
  });

  test('files and words: passed to all, the others to their sender alone, wherever they stand', () => {
    const file = (fileId: string, check: KeptFile['check'], by: string): KeptFile => ({
      fileId,
      check,
      by,
      at: morning,
    });
    const ticket = sample({
      photos: [file('p1', 'passed', 'o-owner'), file('p2', 'refused', 'o-owner')],
      before: [file('b1', 'pending', 'o-engineer')],
      steps: [
        {
          ...{ at: morning, what: 'added', openid: 'o-family', files: [file('s1', 'pending', 'o-family')] },
          note: { text: '秘密', check: 'pending', by: 'o-family' },
        },
      ],
    });
    expect(openFiles(ticket, 'o-owner')).toEqual(['p1', 'p2']);
    expect(openFiles(ticket, 'o-family')).toEqual(['p1', 's1']);
    expect(openFiles(ticket, 'o-engineer')).toEqual(['p1', 'b1']);
    const links = new Map(['p1', 'p2', 'b1', 's1'].map((id) => [id, `https://x/${id}`]));
    for (const [name, reader] of Object.entries(readers)) {
      const text = JSON.stringify(see(ticket, reader, links));
      expect([name, text.includes('秘密'), text.includes('x/p2')]).toEqual([
        name,
        name === 'family',
        name === 'owner',
      ]);
      expect(text).toContain('x/p1');
    }
  });
});

describe('what a reader may do next', () => {
  test('is never what the table of moves refuses, nor an action the contract has not', () => {
    const moveOf = new Map(Object.entries({ ...moves }).map(([name, move]) => [`ticketWork.${name}`, move]));
    for (const state of ticketStates)
      for (const reader of Object.values(readers))
        for (const action of canOf(sample({ state }), reader)) {
          expect(Object.keys(contract)).toContain(action);
          const move = moveOf.get(action);
          if (move) expect(move.from).toContain(state);
        }
  });

  test.each([
    ['waiting', 'owner', ['tickets.add', 'tickets.cancel']],
    ['working', 'owner', ['tickets.add']],
    ['finished', 'owner', ['tickets.add', 'tickets.acceptWork', 'tickets.rejectWork']],
    ['closed', 'owner', ['tickets.rate']],
    ['rated', 'owner', []],
    ['finished', 'service', ['tickets.add', 'tickets.rejectWork', 'ticketWork.openContact']],
    ['offered', 'engineer', ['ticketWork.accept', 'ticketWork.decline', 'ticketWork.transfer']],
    ['accepted', 'engineer', ['ticketWork.checkIn', 'ticketWork.pause', 'ticketWork.postpone']],
    ['working', 'engineer', ['ticketWork.tick', 'ticketWork.addPhotos', 'ticketWork.finish']],
    ['waiting', 'leader', ['tickets.correct', 'ticketWork.colleagues', 'ticketWork.override']],
    ['answering', 'service', ['tickets.answer', 'tickets.correct']],
    ['answered', 'owner', ['tickets.judgeAnswer']],
  ] as const)('%s, %s', (state, name, expected) => {
    const can = canOf(sample({ state }), readers[name]);
    if (name === 'owner' || (name === 'service' && state === 'finished'))
      expect([...can].sort()).toEqual([...expected, ...(state === 'answered' ? ['tickets.add'] : [])].sort());
    else expect(can).toEqual(expect.arrayContaining([...expected]));
  });

  test('an appointment is confirmed only while one is proposed', () => {
    const appointment = { from: 1, to: 2, isConfirmed: false };
    expect(canOf(sample({ state: 'paused' }), owner)).not.toContain('tickets.confirmAppointment');
    expect(canOf(sample({ state: 'paused', appointment }), owner)).toContain('tickets.confirmAppointment');
  });

  test('a revisit is its level’s, or a higher one’s', () => {
    const clock = { kind: 'revisitSupervisor', startedAt: morning, by: morning, level: 0 } as const;
    const may = [service, leader, manager].map((reader) =>
      canOf(sample({ state: 'rated', clocks: [clock] }), reader).includes('ticketWork.revisit'),
    );
    expect(may).toEqual([false, true, true]);
  });

  test('a stranger may do nothing', () => {
    for (const state of ticketStates) expect(canOf(sample({ state }), nobody)).toEqual([]);
  });
});
