import type { Clock, Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import type { InputOf } from '../../../types/contract';
import type { SupervisorBoard, TicketMonth } from '../../../types/contract/ticketDesks';
import { dayOf, type Instant } from '../../../types/day';
import type { Figure } from '../../../types/ticketFigures';
import { GivingWorld } from './givingWorld';
import { granted } from './world';

jest.setTimeout(240_000);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const communityId = 'yunqi';
const month = '2026-11';
const today = '2026-11-10';
type List =
  InputOf<'ticketWork.list'> extends infer One
    ? One extends unknown
      ? Omit<One, 'communityId'>
      : never
    : never;

/** The first ten days of a November, counted by hand; the frozen now is the 10th, 9:00. */
describe('desks that open exactly their tickets', () => {
  let at: GivingWorld;
  let now: Instant;

  beforeEach(async () => {
    at = await GivingWorld.start();
    now = at.world.ports.now();
  });
  afterEach(() => at?.world.stop());

  const ago = (milliseconds: number) => (now - milliseconds) as Instant;
  const clock = (kind: Clock['kind'], from: number, by: number, stopped?: number): Clock => ({
    ...{ kind, startedAt: ago(from), by: ago(by), level: stopped === undefined && by >= 0 ? 2 : 0 },
    ...(stopped === undefined ? {} : { stoppedAt: ago(stopped) }),
  });
  const held = (staffId: string): NonNullable<Ticket['assignee']> => ({
    ...{ staffId, name: staffId, phone: '13800000000', givenAt: ago(day) },
  });
  const rated = (stars: number) => ({ stars, words: [], photos: [], at: ago(day) });

  /** Eight of November and one of October. */
  async function smallWorld(): Promise<void> {
    const reported = (before: number) => ({ reportedAt: ago(before), movedAt: ago(before - hour) });
    await at.hire('zhang');
    await at.hire('li');
    const done = { ...reported(3 * day), assignee: held('zhang') };
    const kept = [clock('respond', 3 * day, 3 * day - 2 * hour, 3 * day - hour)];
    const late = [clock('respond', 3 * day, 3 * day - 2 * hour, 3 * day - 5 * hour)];
    await at.waiting({ _id: 'good', ...done, state: 'rated', rating: rated(5), clocks: kept });
    await at.waiting({ _id: 'back', ...done, state: 'closed', comebacks: 2, clocks: late });
    await at.waiting({
      ...{ _id: 'bad', ...done, state: 'rated', problem: 'lift', rating: rated(1), clocks: kept },
      assignee: held('li'),
    });
    await at.waiting({
      ...{ _id: 'noise', ...reported(2 * day), type: 'complaint', problem: 'noise', state: 'answering' },
      ...{ urgency: 'enquiry', grade: 'major', clocks: [clock('answer', 2 * day, day)] },
    });
    await at.waiting({
      _id: 'now',
      ...reported(hour),
      state: 'accepted',
      assignee: held('zhang'),
      building: '5栋',
    });
    await at.waiting({
      ...{ _id: 'burst', ...reported(2 * hour), problem: 'burst', urgency: 'emergency', state: 'waiting' },
      clocks: [clock('respond', 2 * hour, hour), clock('arrive', 2 * hour, -hour)],
    });
    await at.waiting({
      ...{ _id: 'valve', ...reported(2 * hour), problem: 'burst', urgency: 'emergency', state: 'accepted' },
      ...{ channel: 'linked', parentId: 'burst', assignee: held('li'), clocks: [] },
    });
    await at.waiting({
      ...{ _id: 'cordon', ...reported(3 * day), problem: 'gas', urgency: 'emergency', state: 'closed' },
      ...{ channel: 'linked', parentId: 'good', assignee: held('li') },
      clocks: [clock('close', 3 * day, 3 * day - hour, 3 * day - 2 * hour)],
    });
    await at.waiting({ _id: 'waits', ...reported(30 * minute), state: 'finished', assignee: held('zhang') });
    await at.waiting({
      ...{ _id: 'off', ...reported(4 * day), state: 'cancelled', movedAt: ago(day) },
      clocks: [clock('respond', 4 * day, 0, day)],
    });
    await at.waiting({ _id: 'october', ...reported(20 * day), state: 'closed', clocks: [] });
  }

  async function listed(list: List, person = 'supervisor'): Promise<readonly string[]> {
    const ids: string[] = [];
    let after: string | undefined;
    let total: number | undefined;
    do {
      const input = { communityId, ...list, ...(after === undefined ? {} : { after }) };
      const page = granted(
        await at.world.ask(person, 'ticketWork.list', input as InputOf<'ticketWork.list'>),
      );
      ids.push(...page.rows.map(({ ticketId }) => ticketId));
      total ??= page.total;
      after = page.next;
    } while (after !== undefined);
    // What the list says it has is what it gives.
    expect(total).toBe(ids.length);
    return ids.sort();
  }

  test('the month, counted by hand', async () => {
    await smallWorld();
    const figures = granted(
      await at.world.ask('projectManager', 'ticketDesks.month', { communityId, month }),
    );
    expect(figures).toMatchObject({
      ...{ tickets: 8, closed: 3, firstTimeFix: 667, fixedFirst: 2, returned: 1, repeatVisits: 2 },
      satisfaction: { rated: 2, meanStars: 3, poor: 1 },
      load: [
        { staffId: 'zhang', closed: 2, tasks: 0 },
        { staffId: 'li', closed: 1, tasks: 1 },
      ],
      tasks: { opened: 2, done: 1, late: 1 },
      complaints: { escalated: 1, answered: 1, answeredLate: 1, answeredInTime: 0 },
    });
    expect(figures.clocks).toEqual([
      { tier: 'emergency', kind: 'respond', count: 1, late: 1, p50: 120, p95: 120 },
      { tier: 'general', kind: 'respond', count: 3, late: 1, p50: 60, p95: 300 },
      { tier: 'complaint', kind: 'answer', count: 1, late: 1, p50: 2880, p95: 2880 },
    ]);
    expect(await listed({ which: 'late-general-respond', month })).toEqual(['back']);
    expect(await listed({ which: 'clock-general-respond', month })).toEqual(['back', 'bad', 'good']);
    expect(await listed({ which: 'done', month, staffId: 'zhang' })).toEqual(['back', 'good']);
    expect(await listed({ which: 'reported', month: '2026-10' })).toEqual(['october']);
  });

  test('every figure of the month opens as many tickets as it says', async () => {
    await smallWorld();
    const figures = granted(
      await at.world.ask('projectManager', 'ticketDesks.month', { communityId, month }),
    );
    for (const [which, count] of figuresOf(figures))
      expect([which, (await listed({ which, month }, 'projectManager')).length]).toEqual([which, count]);
    for (const { day: of, count } of figures.byDay)
      expect(await listed({ which: 'reported', day: of })).toHaveLength(count);
    for (const { staffId, closed, tasks } of figures.load) {
      expect(await listed({ which: 'done', month, staffId })).toHaveLength(closed);
      expect(await listed({ which: 'tasksDone', month, staffId })).toHaveLength(tasks);
    }
    const octoberNoise = { type: 'complaint', problem: 'noise', state: 'answering' } as const;
    await at.waiting({ _id: 'noise-before', reportedAt: ago(20 * day), clocks: [], ...octoberNoise });
    const { complaints } = granted(
      await at.world.ask('projectManager', 'ticketDesks.month', { communityId, month }),
    );
    expect(complaints.bySubject).toEqual([{ problem: 'noise', count: 1, lastMonth: 1 }]);
    expect(await listed({ which: 'subject-noise', month: '2026-10' })).toEqual(['noise-before']);
  });

  test('every figure of the board opens as many tickets as it says', async () => {
    await smallWorld();
    const board = await seeBoard();
    expect(board.today).toEqual({ tickets: 3, tasks: 1, onTime: 0, kept: 0, missed: 1, late: 2 });
    expect(await listed({ which: 'tasks', day: today })).toEqual(['valve']);
    expect(await listed({ which: 'reported', day: today })).toEqual(['burst', 'now', 'waits']);
    expect(await listed({ which: 'missed', day: today })).toEqual(['burst']);
    expect(await listed({ which: 'missed', day: '2026-11-09' })).toEqual(['noise']);
    expect(await listed({ which: 'kept', day: '2026-11-07' })).toEqual(['bad', 'good']);
    expect(await listed({ which: 'late' })).toEqual(['burst', 'noise']);
    expect(board.late.map(({ ticketId }) => ticketId)).toEqual(['noise', 'burst']);
    for (const { building, open, emergencies, tasks } of board.buildings) {
      expect(await listed({ which: 'openTasks', building })).toHaveLength(tasks);
      expect(await listed({ which: 'open', building })).toHaveLength(open);
      expect(await listed({ which: 'openEmergencies', building })).toHaveLength(emergencies);
    }
    expect(board.buildings).toEqual([
      { building: '3栋', open: 3, emergencies: 1, tasks: 1 },
      { building: '5栋', open: 1, emergencies: 0, tasks: 0 },
    ]);
    expect(await listed({ which: 'afterChecks' })).toHaveLength(board.checksDue);
  });

  test('what is in somebody’s hands, as the board counts it, through the real moves', async () => {
    await at.atWork('zhang');
    for (const ticketId of ['one', 'two', 'three']) {
      await at.waiting({ _id: ticketId });
      await at.minutes(1);
    }
    const { staff } = await seeBoard();
    const { open } = staff.find(({ staffId }) => staffId === 'zhang') ?? { open: 0 };
    expect(open).toBeGreaterThan(0);
    expect(await listed({ which: 'inHands', staffId: 'zhang' })).toHaveLength(open);
  });

  test('a clock that is kept and one that is missed are counted the same day, the late one from the tick on', async () => {
    await at.atWork('zhang');
    await at.waiting({ _id: 'quick' });
    await at.minutes(1);
    await at.accept('zhang', 'quick');
    await at.hire('nobody', { skills: [] });
    await at.waiting({ _id: 'forgotten', problem: 'lift' });
    at.world.advance(121 * minute);
    await at.world.tick();
    const { kept, missed, onTime } = (await seeBoard()).today;
    expect({ kept, missed, onTime }).toEqual({ kept: 1, missed: 1, onTime: 500 });
    expect(await listed({ which: 'kept', day: today })).toEqual(['quick']);
    expect(await listed({ which: 'missed', day: today })).toEqual(['forgotten']);
  });

  test('customer service’s figures are its lists', async () => {
    await smallWorld();
    const desk = granted(await at.world.ask('customerService', 'ticketDesks.customer', { communityId }));
    expect(desk.emergencies.map(({ ticketId }) => ticketId)).toEqual(['burst']);
    expect(await listed({ which: 'emergencies' }, 'customerService')).toEqual(['burst']);
    expect(desk.inboxCount).toBe(1);
    expect(await listed({ which: 'inbox' }, 'customerService')).toEqual(['noise']);
    expect(await listed({ which: 'revisits' }, 'customerService')).toHaveLength(desk.revisits.length);
  });

  test('a list of more than a page gives each once', async () => {
    for (let n = 0; n < 43; n += 1)
      await at.waiting({ _id: `many-${n}`, reportedAt: ago(n * minute), clocks: [], state: 'closed' });
    const ids = await listed({ which: 'done', month });
    expect(new Set(ids).size).toBe(43);
  });

  test('a community without tickets has nothing in any figure, and empty lists', async () => {
    const figures = granted(await at.world.ask('supervisor', 'ticketDesks.month', { communityId, month }));
    expect(figuresOf(figures).every(([, count]) => count === 0)).toBe(true);
    const board = await seeBoard();
    expect(board).toMatchObject({
      today: { tickets: 0, kept: 0, missed: 0, late: 0 },
      late: [],
      buildings: [],
    });
    expect(await listed({ which: 'reported', month })).toEqual([]);
    expect(await listed({ which: 'open', building: '3栋' })).toEqual([]);
  });

  async function seeBoard(): Promise<SupervisorBoard> {
    expect(dayOf(at.world.ports.now())).toBe(today);
    return granted(await at.world.ask('supervisor', 'ticketDesks.supervisor', { communityId }));
  }
});

/** Every figure the month shows, by the name of its list. */
function figuresOf(month: TicketMonth): readonly (readonly [Figure, number])[] {
  const { satisfaction, complaints } = month;
  return [
    ['reported', month.tickets],
    ['done', month.closed],
    ['tasks', month.tasks.opened],
    ['tasksDone', month.tasks.done],
    ['tasksLate', month.tasks.late],
    ['fixedFirst', month.fixedFirst],
    ['returned', month.returned],
    ['rated', satisfaction.rated],
    ['poor', satisfaction.poor],
    ...satisfaction.byStars.map(({ stars, count }) => [`stars-${stars}`, count] as const),
    ...month.clocks.flatMap(({ tier, kind, count, late }) => [
      [`clock-${tier}-${kind}`, count] as const,
      [`late-${tier}-${kind}`, late] as const,
    ]),
    ...month.byProblem.map(({ problem, count }) => [`problem-${problem}`, count] as const),
    ...complaints.byGrade.map(({ grade, count }) => [`grade-${grade}`, count] as const),
    ...complaints.bySubject.map(({ problem, count }) => [`subject-${problem}`, count] as const),
    ['escalated', complaints.escalated],
    ['answered', complaints.answered],
    ['answeredLate', complaints.answeredLate],
  ];
}
