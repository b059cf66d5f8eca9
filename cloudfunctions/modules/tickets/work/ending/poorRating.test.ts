import { day } from '../../../../../types/day';
import { ticketStates } from '../../../../../types/ticket';
import { firedBy, isRunning, nextLook, startClock, withLevels } from '../../clocks';
import { usualTerms } from '../../terms';
import type { Ticket } from '../../ticket';
import { codeOf, made } from '../testing/outcomes';
import { acting, at, hour, sample } from '../testing/samples';
import { plan } from './plan';
import { giveUpRating, rate } from './rate';
import { passOnMissed, revisit, revisitDue, revisitsUpTo } from './revisit';

const owner = acting('reporter');
const over = sample({ state: 'closed' });
const given = (stars: number) => ({ stars, words: ['没修好'], photos: [] });
const rated = (stars: number, ticket = over) => made(rate(ticket, given(stars), owner));
const running = ({ clocks }: Ticket) => clocks.filter(isRunning).map(({ kind }) => kind);

describe('rating', () => {
  test.each([
    [1, ['revisit', 'plan']],
    [2, ['revisit', 'plan']],
    [3, []],
    [5, []],
  ])('%i stars start %p', (stars, clocks) => {
    const ticket = rated(stars);
    expect(ticket).toMatchObject({ state: 'rated', rating: { stars, words: ['没修好'] } });
    expect(running(ticket)).toEqual(clocks);
  });

  test('words wait for WeChat; their absence is no empty text', () => {
    const said = made(rate(over, { ...given(4), text: '慢了点' }, owner));
    expect(said.rating?.text).toMatchObject({ text: '慢了点', check: 'pending' });
    expect(rated(4).rating).not.toHaveProperty('text');
  });

  test("an emergency's revisit keeps its nearer deadline", () => {
    const emergency = {
      ...over,
      urgency: 'emergency' as const,
      clocks: startClock([], 'revisit', 60, at(-hour / 2)),
    };
    const ticket = rated(1, emergency);
    expect(ticket.clocks.find(({ kind }) => kind === 'revisit')?.by).toBe(at(hour / 2));
    expect(running(ticket)).toEqual(['revisit', 'plan']);
  });

  test('a colleague is not asked how they liked what they found themselves, nor is a plan published for them', () => {
    const { residentId: _none, ...colleague } = over.reporter;
    const found = { ...over, channel: 'patrol' as const, reporter: colleague };
    expect(running(rated(1, found))).toEqual([]);
    expect(rated(1, found).rating?.stars).toBe(1);
    expect(running(rated(1, { ...found, channel: 'phone' }))).toEqual(['revisit', 'plan']);
  });

  test('once', () => {
    expect(codeOf(rate(rated(5), given(1), owner))).toBe('ALREADY_RATED');
  });

  test.each(ticketStates.filter((state) => state !== 'closed'))('not in %s', (state) => {
    expect(codeOf(rate(sample({ state }), given(5), owner))).toBe('TICKET_MOVED');
  });

  test('not by whom it is about', () => {
    expect(codeOf(rate(over, given(5), acting('assignee')))).toBe('NOT_ALLOWED');
  });
});

describe('a rating asked for on the phone', () => {
  const called = sample({ state: 'closed', reporter: { name: '陈先生', phone: '13700000000' } });
  const service = acting('customerService');
  const taken = (stars: number) => made(rate(called, given(stars), service));

  test.each([
    [1, ['revisit', 'plan']],
    [2, ['revisit', 'plan']],
    [3, []],
  ])('%i stars start %p, and who asked stands beside them', (stars, clocks) => {
    expect(running(taken(stars))).toEqual(clocks);
    expect(taken(stars)).toMatchObject({ state: 'rated', rating: { stars, takenBy: '客服' } });
    expect(taken(stars).steps).toMatchObject([
      { what: 'rate', by: '客服', staffId: 'service', note: { text: '电话里问到的，代为记下' } },
    ]);
  });

  test('is nobody’s who rates on the own phone, and only customer service writes it down', () => {
    expect(codeOf(rate(over, given(5), service))).toBe('NO_RATING_TO_ASK');
    expect(codeOf(rate(called, given(5), acting('supervisor')))).toBe('NOT_ALLOWED');
    expect(codeOf(rate(taken(5), given(1), service))).toBe('ALREADY_RATED');
    expect(made(rate(over, given(5), owner)).rating).not.toHaveProperty('takenBy');
  });

  test('is given up once, with a reason, and nobody calls any more', () => {
    const reason = { reason: '打了三次没有人接' };
    const quiet = made(giveUpRating(called, reason, service));
    expect(quiet).toMatchObject({ state: 'closed', ratingGivenUpAt: service.now });
    expect(quiet.steps.at(-1)).toMatchObject({ what: 'ratingGivenUp', note: { text: reason.reason } });
    expect(codeOf(giveUpRating(quiet, reason, service))).toBe('NO_RATING_TO_ASK');
    expect(codeOf(rate(quiet, given(5), service))).toBe('NO_RATING_TO_ASK');
    expect(codeOf(giveUpRating(over, reason, service))).toBe('NO_RATING_TO_ASK');
    expect(codeOf(giveUpRating(taken(4), reason, service))).toBe('ALREADY_RATED');
  });
});

describe('the three levels', () => {
  const say = (ticket: Ticket, isSatisfied: boolean, upTo: 0 | 1 | 2 | 3, later = hour) =>
    revisit(ticket, { isSatisfied, note: '电话问过', upTo }, acting('customerService', later));

  test('satisfied: it ends there', () => {
    const asked = made(say(rated(1), true, 1));
    expect(running(asked)).toEqual(['plan']);
    expect(asked.revisits).toEqual([
      { level: 1, at: at(hour), by: '客服', staffId: 'service', isSatisfied: true, note: '电话问过' },
    ]);
    expect(codeOf(say(asked, true, 3))).toBe('NOTHING_TO_REVISIT');
  });

  test('not satisfied: up, each with its own clock, and nobody is above the project manager', () => {
    const first = made(say(rated(1), false, 1));
    expect(running(first)).toEqual(['plan', 'revisitSupervisor']);
    expect(first.clocks.at(-1)?.by).toBe(at(9 * hour));
    const second = made(say(first, false, 2));
    expect(running(second)).toEqual(['plan', 'revisitManager']);
    const third = made(say(second, false, 3));
    expect(running(third)).toEqual(['plan']);
    expect(third.revisits.map(({ level }) => level)).toEqual([1, 2, 3]);
  });

  test('who stands below the level that is due may not', () => {
    const first = made(say(rated(1), false, 1));
    expect(codeOf(say(first, true, 1))).toBe('NOT_ALLOWED');
    expect(codeOf(say(rated(1), true, 0))).toBe('NOT_ALLOWED');
    expect(made(say(rated(1), true, 3)).revisits[0]?.level).toBe(1);
    expect([
      revisitsUpTo([]),
      revisitsUpTo(['engineer']),
      revisitsUpTo(['customerService']),
      revisitsUpTo(['customerService', 'supervisor']),
      revisitsUpTo(['projectManager']),
    ]).toEqual([0, 0, 1, 2, 3]);
  });

  test('nothing to revisit where nothing is due', () => {
    expect(codeOf(say(rated(5), true, 3))).toBe('NOTHING_TO_REVISIT');
    expect(codeOf(say(over, true, 3))).toBe('NOTHING_TO_REVISIT');
  });

  test('missed by everybody: it goes up by itself, each clock told once, until nothing is left to tell', () => {
    let ticket = rated(1);
    const told: string[] = [];
    for (let looks = 0; looks < 30; looks += 1) {
      const when = nextLook(ticket, usualTerms);
      if (when === 'never') break;
      const fired = firedBy(ticket, when, usualTerms);
      told.push(...fired.map(({ kind, level }) => `${kind} ${level}`));
      const passed = passOnMissed(ticket, fired, when, usualTerms);
      ticket = { ...passed, clocks: withLevels(passed.clocks, fired) };
    }
    expect(nextLook(ticket, usualTerms)).toBe('never');
    expect(new Set(told).size).toBe(told.length);
    expect(told).toEqual(
      expect.arrayContaining([
        'revisit 2',
        'revisitSupervisor 2',
        'revisitManager 2',
        'revisitManager 3',
        'plan 3',
      ]),
    );
    expect(revisitDue(ticket)?.level).toBe(3);
    expect(ticket.steps.filter(({ what }) => what === 'revisitMissed')).toHaveLength(2);
    // A clock that was missed says so ever after.
    const first = ticket.clocks.find(({ kind }) => kind === 'revisit');
    expect(first?.stoppedAt).toBeGreaterThanOrEqual(first?.by ?? Number.POSITIVE_INFINITY);
  });

  test('a warning passes nothing on, nor does another clock', () => {
    const ticket = rated(1);
    const by = at(hour);
    expect(passOnMissed(ticket, [{ kind: 'revisit', level: 1, by }], by, usualTerms)).toBe(ticket);
    expect(passOnMissed(ticket, [{ kind: 'plan', level: 2, by }], by, usualTerms)).toBe(ticket);
    expect(passOnMissed(over, [{ kind: 'revisit', level: 2, by }], by, usualTerms)).toBe(over);
  });
});

describe('the plan', () => {
  const today = day('2026-11-10');
  const service = acting('customerService', hour);
  const write = (text: string, dueOn = day('2026-11-20'), ticket = rated(1)) =>
    plan(ticket, { text, dueOn, colleagues: ['赵铁柱', '高明'] }, today, service);

  test('is written once, and its clock stops', () => {
    const planned = made(write('先报价再施工，完工后清场。'));
    expect(planned.plan).toEqual({ text: '先报价再施工，完工后清场。', at: at(hour), dueOn: '2026-11-20' });
    expect(running(planned)).toEqual(['revisit']);
    expect(codeOf(write('再写一次', today, planned))).toBe('NO_PLAN_DUE');
  });

  test('none is due after a good rating', () => {
    expect(codeOf(write('改', today, rated(3)))).toBe('NO_PLAN_DUE');
  });

  test('is due today or later', () => {
    expect(made(write('今天就改', today)).plan?.dueOn).toBe(today);
    expect(codeOf(write('昨天就该改', day('2026-11-09')))).toBe('INVALID_INPUT');
  });

  test.each([
    '请王芳女士监督',
    '王女士家重修',
    '对张建国批评教育',
    '张师傅停岗学习',
    '张 建 国 写检讨',
    '有事打 0571-8888 0000',
    '电话１３８００００００００',
    '电话 138.0000.0000',
    '加微信 1380000-0000，11-20 前有效',
    '到3栋2单元1201重修',
    '1201室周三重修',
    '以后改由赵铁柱上门',
    '由赵 铁 柱复查',
  ])('names nobody and no home: %s', (text) => {
    expect(codeOf(write(text))).toBe('PLAN_NAMES_SOMEBODY');
  });

  test.each([
    '2026-11-20 前换完，11.21-11.25 复查，每天 9:00—12:00',
    '先报价再施工',
    '11月12日前重修，换铜芯角阀',
    '2026年全部换完 120 个阀门',
    '师傅上门前一小时打电话',
    '提高主管复查的次数',
  ])('figures and days are no names: %s', (text) => {
    expect(made(write(text)).plan?.text).toBe(text);
  });
});
