import fc from 'fast-check';
import type { Instant } from '../../../types/day';
import { type TicketState, ticketStates, ticketTypes, urgencies } from '../../../types/ticket';
import { isRunning } from './clocks';
import {
  endStates,
  firstClocks,
  type Move,
  type MoveName,
  type Mover,
  moved,
  moves,
  openStates,
} from './life';
import { usualTerms } from './terms';
import type { Ticket } from './ticket';

const terms = usualTerms;
const minute = 60_000;
const nine = Date.parse('2026-11-10T09:00:00+08:00') as Instant;
const names = Object.keys(moves) as MoveName[];
const moveOf = (name: MoveName): Move => moves[name];
const movers: readonly Mover[] = [
  ...(['assignee', 'reporter', 'whoeverCan', 'customerService'] as const),
  ...(['supervisor', 'projectManager', 'system'] as const),
];

function ticketIn(state: TicketState, more: Partial<Ticket> = {}): Ticket {
  const kind = { type: 'repair', urgency: 'general', ...more } as const;
  return {
    ...{ _id: 't', version: 1, communityId: 'c', number: '20261110-0001', problem: 'leak', channel: 'app' },
    ...{ title: { text: '漏水', check: 'passed' }, text: { text: '漏水', check: 'passed' }, photos: [] },
    ...{ reportedAt: nine, movedAt: nine, place: '3栋2单元1201', building: '3栋' },
    reporter: { name: '王芳', phone: '13900000000' },
    ...{ turned: [], steps: [], checklist: [], before: [], after: [], materials: [], comebacks: 0 },
    ...{ answers: [], revisits: [], taskIds: [], clocks: firstClocks(kind, nine, terms) },
    ...kind,
    state,
  };
}

describe('every state × move × mover', () => {
  const all = ticketStates.flatMap((state) =>
    names.flatMap((name) => movers.map((as) => ({ state, name, as }))),
  );

  test('goes where the table says, for whom it says, and nowhere else', () => {
    for (const { state, name, as } of all) {
      const { from, to, by } = moveOf(name);
      const outcome = moved(ticketIn(state), name, { as, now: nine, terms });
      const code = outcome.ok ? outcome.value.state : outcome.refusal.code;
      const expected = !by.includes(as) ? 'NOT_ALLOWED' : from.includes(state) ? to : 'TICKET_MOVED';
      expect([state, name, as, code]).toEqual([state, name, as, expected]);
    }
  });

  test('every state is reached, and every open one is left', () => {
    const reached = new Set<TicketState>(['waiting', 'answering', ...names.map((name) => moves[name].to)]);
    expect(ticketStates.filter((state) => !reached.has(state))).toEqual([]);
    const left = (state: TicketState) => names.some((name) => moveOf(name).from.includes(state));
    expect(openStates.filter((state) => !left(state))).toEqual([]);
    expect([...openStates, ...endStates].sort()).toEqual([...ticketStates].sort());
  });
});

describe('clocks of the moves', () => {
  const go = (ticket: Ticket, name: MoveName, later = 0): Ticket => {
    const as = moveOf(name).by[0];
    const outcome = moved(ticket, name, { as: as ?? 'system', now: (nine + later) as Instant, terms });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const lengths = ({ clocks }: Ticket) =>
    Object.fromEntries(clocks.map(({ kind, by, startedAt }) => [kind, (by - startedAt) / minute]));
  const running = ({ clocks }: Ticket) => clocks.filter(isRunning).map(({ kind }) => kind);

  test.each([
    ['repair', 'emergency', { respond: 15, arrive: 30 }],
    ['repair', 'general', { respond: 120, close: 1440 }],
    ['enquiry', 'enquiry', { answer: 1440 }],
    ['suggestion', 'general', { answer: 1440 }],
    ['complaint', 'general', { answer: 1440 }],
  ] as const)('B3: a %s that is %s is born with its own', (type, urgency, expected) => {
    expect(lengths(ticketIn('waiting', { type, urgency }))).toEqual(expected);
  });

  test('accepting stops the answer, arriving the way, finishing the rest; silence and the revisit begin', () => {
    const offered = ticketIn('offered', { urgency: 'emergency' });
    const accepted = go(offered, 'accept', 5 * minute);
    expect(running(accepted)).toEqual(['arrive']);
    const working = go(accepted, 'checkIn', 20 * minute);
    expect(running(working)).toEqual(['close']);
    expect(lengths(working).close).toBe(240);
    const finished = go(working, 'finish', 50 * minute);
    expect(running(finished)).toEqual(['acceptance', 'revisit']);
    expect(lengths(finished)).toMatchObject({ acceptance: 72 * 60, revisit: 60 });
    for (const end of ['acceptWork', 'acceptSilently'] as const)
      expect(running(go(finished, end))).toEqual(['revisit']);
    expect(running(go(finished, 'rejectWork', 60 * minute))).toEqual(['arrive', 'close']);
    expect(lengths(go(finished, 'rejectWork', 60 * minute))).toMatchObject({ arrive: 30, close: 240 });
  });

  test('of what a colleague found on patrol only silence begins: there is no resident to ask', () => {
    const reporter = { name: '王保安', phone: '13700000000', openid: 'o-guard', takenBy: 'guard' };
    const begunFor = (who: Ticket['reporter']) => {
      const found = ticketIn('working', {
        urgency: 'emergency',
        channel: 'patrol',
        reporter: who,
        clocks: [],
      });
      return running(go(found, 'finish', 50 * minute));
    };
    expect(begunFor(reporter)).toEqual(['acceptance']);
    expect(begunFor({ ...reporter, residentId: 'owner' })).toEqual(['acceptance', 'revisit']);
  });

  test('what is general and goes back has to be done within its day, and keeps the clock it has', () => {
    const working = go(go(ticketIn('offered'), 'accept'), 'checkIn', 20 * minute);
    expect(working.clocks.find(({ kind }) => kind === 'close')?.startedAt).toBe(nine);
    const back = go(go(working, 'finish', 50 * minute), 'rejectWork', 60 * minute);
    expect(running(back)).toEqual(['close']);
    expect(lengths(back).close).toBe(1440);
  });

  test('a pause moves the deadline by as long as it was, however it ends', () => {
    for (const end of ['resume', 'confirmAppointment', 'override'] as const) {
      const paused = go(ticketIn('accepted'), 'pause', 10 * minute);
      expect(running(paused)).toEqual([]);
      const on = go(paused, end, 70 * minute);
      expect(on).not.toHaveProperty('paused');
      expect(on.clocks.find(({ kind }) => kind === 'close')?.by).toBe(nine + (1440 + 60) * minute);
    }
  });

  test('from the desk to a repair the clocks of its tier begin, and back the written answer', () => {
    const kind = { type: 'repair', urgency: 'emergency' } as const;
    const asked = { ...ticketIn('answering', { type: 'complaint' }), ...kind };
    const repair = go(asked, 'toRepair', 30 * minute);
    expect(running(repair)).toEqual(['respond', 'arrive']);
    expect(repair.clocks.filter(isRunning).map(({ startedAt }) => startedAt - nine)).toEqual([
      30 * minute,
      30 * minute,
    ]);
    expect(running(go({ ...repair, type: 'complaint' }, 'toDesk', 40 * minute))).toEqual(['answer']);
  });
});

test('after 300 steps nothing goes round any more, and everything still goes on to its end', () => {
  const steps = (count: number) => Array.from({ length: count }, () => ({ at: nine, what: 'pause' }));
  const [on, over] = [steps(299), steps(300)];
  const tried = (name: MoveName, told: typeof on) => {
    const { from, by } = moveOf(name);
    const outcome = moved(ticketIn(from[0]!, { steps: told }), name, { as: by[0]!, now: nine, terms });
    return outcome.ok ? 'done' : outcome.refusal.code;
  };
  const round = names.filter((name) => tried(name, over) !== 'done');
  expect(round.sort()).toEqual(['pause', 'transfer']);
  for (const name of round) expect([tried(name, on), tried(name, over)]).toEqual(['done', 'TICKET_TOO_LONG']);
});

test('after 300 steps a new appointment is proposed only where the last was agreed to: dropping it by oneself is no agreement', () => {
  const go = (ticket: Ticket, name: MoveName) => {
    const outcome = moved(ticket, name, { as: moveOf(name).by[0]!, now: nine, terms });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const long = ticketIn('accepted', {
    steps: Array.from({ length: 300 }, () => ({ at: nine, what: 'added' })),
  });
  const proposed = go(long, 'postpone');
  expect(() => go(go(proposed, 'resume'), 'postpone')).toThrow('TICKET_TOO_LONG');
  expect(go(go(proposed, 'confirmAppointment'), 'postpone').state).toBe('paused');
});

test('an emergency that a colleague took down as nobody’s in particular is revisited by nobody', () => {
  const emergency = { urgency: 'emergency', channel: 'patrol' } as const;
  const begun = (reporter: Ticket['reporter']) => {
    const ticket = ticketIn('working', { ...emergency, reporter, clocks: [] });
    const outcome = moved(ticket, 'finish', { as: 'assignee', now: nine, terms });
    return outcome.ok ? outcome.value.clocks.filter(isRunning).map(({ kind }) => kind) : [];
  };
  const guard = { name: '赵刚', phone: '13900000001', takenBy: 'guard' };
  expect(begun({ ...guard, isTaker: true })).toEqual(['acceptance']);
  expect(begun(guard)).toEqual(['acceptance', 'revisit']);
});

test('after 300 steps a leader still brings a ticket to whoever can end it, from wherever it stands', () => {
  const steps = Array.from({ length: 300 }, () => ({ at: nine, what: 'decline' }));
  const led = (ticket: Ticket, name: MoveName) => {
    const outcome = moved(ticket, name, { as: 'supervisor', now: nine, terms });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  for (const state of ['waiting', 'offered', 'accepted', 'paused'] as const)
    expect(led(ticketIn(state, { steps }), 'override').state).toBe('offered');
  // Whoever is at work and falls ill does not keep it.
  expect(led(led(ticketIn('working', { steps }), 'pause'), 'override').state).toBe('offered');
});

test('no sequence of moves leaves the table, loses a step, or leaves a clock behind', () => {
  const tries = fc.record({
    name: fc.constantFrom(...names),
    as: fc.constantFrom(...movers),
    wait: fc.integer({ min: 0, max: 3 * 24 * 60 * minute }),
  });
  const births = fc.record({ type: fc.constantFrom(...ticketTypes), urgency: fc.constantFrom(...urgencies) });
  const property = fc.property(births, fc.array(tries, { maxLength: 60 }), (birth, sequence) => {
    let ticket = ticketIn(birth.type === 'repair' ? 'waiting' : 'answering', birth);
    let now = nine;
    for (const { name, as, wait } of sequence) {
      now = (now + wait) as Instant;
      const outcome = moved(ticket, name, { as, now, terms });
      if (outcome.ok) expectOneMove(ticket, outcome.value, name, now);
      if (outcome.ok) ticket = outcome.value;
    }
  });
  fc.assert(property, { seed: 20261110, numRuns: 600 });
});

function expectOneMove(before: Ticket, next: Ticket, name: MoveName, now: Instant): void {
  const { from, to } = moveOf(name);
  expect(from).toContain(before.state);
  expect(next.state).toBe(to);
  expect(next.steps).toEqual([...before.steps, { at: now, what: name }]);
  const open = next.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  // B3: whoever is asked how it was may have accepted it before.
  if (endStates.includes(to)) expect(open.filter(({ kind }) => kind !== 'revisit')).toEqual([]);
  // In a pause all stand still, otherwise none does.
  expect(open.filter(({ pausedSince }) => (pausedSince === undefined) === (to === 'paused'))).toEqual([]);
  expect(new Set(next.clocks.map(({ kind }) => kind)).size).toBe(next.clocks.length);
  for (const clock of next.clocks) {
    const was = before.clocks.find(({ kind }) => kind === clock.kind);
    // What has stopped stays as it was, unless it begins anew; what goes on has as much time as before.
    if (was?.stoppedAt !== undefined && clock.stoppedAt !== undefined) expect(clock).toEqual(was);
    if (was && clock.startedAt !== now) expect(clock.by - clock.startedAt).toBe(was.by - was.startedAt);
  }
}
