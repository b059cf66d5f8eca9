import type { Plan } from '../../../cloudfunctions/kernel/plan';
import type { Clock, Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import { load } from '../sabotage/load';
import { law } from './laws/law';

jest.setTimeout(120_000);

type RulesModule = typeof import('./rules/simulateRules');
type LifeModule = typeof import('../../../cloudfunctions/modules/tickets/life');
type ClocksModule = typeof import('../../../cloudfunctions/modules/tickets/clocks');
type HandsModule = typeof import('../../../cloudfunctions/modules/tickets/giving/hands');
type WorkloadModule = typeof import('../../../cloudfunctions/modules/tickets/giving/workload');
type ToldModule = typeof import('../../../cloudfunctions/modules/tickets/giving/told');
type PlanModule = typeof import('../../../cloudfunctions/kernel/plan');
type UnskilledModule = typeof import('../../../cloudfunctions/modules/tickets/reporting/unskilled');
type TasksModule = typeof import('../../../cloudfunctions/modules/tickets/work/linked/tasks');
type PausesModule = typeof import('../../../cloudfunctions/modules/tickets/pauses');
type FinderModule = typeof import('../../../cloudfunctions/modules/tickets/finder');
type RateModule = typeof import('../../../cloudfunctions/modules/tickets/work/ending/rate');
type MemoryModule = typeof import('./rules/memory');

/** What one sabotage may take. */
const seeds = 6;
const steps = 6000;

/** The law that is broken first. */
function foundOut(): string | undefined {
  const { simulateRules } = require('./rules/simulateRules') as RulesModule;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const [first] = simulateRules({ seed, steps }).violations;
    if (first) return first.law;
  }
  return undefined;
}

interface Sabotage {
  readonly what: string;
  readonly commit: () => void;
  readonly laws: readonly string[];
}

/** What the table refuses is done all the same. */
function skipStates(): void {
  const life = load<LifeModule>('modules/tickets/life');
  const { moved } = life;
  jest.spyOn(life, 'moved').mockImplementation((ticket, name, by) => {
    const from = life.moves[name].from[0] as Ticket['state'];
    const done = moved(ticket, name, by);
    return done.ok || done.refusal.code !== 'TICKET_MOVED'
      ? done
      : moved({ ...ticket, state: from }, name, by);
  });
}

function loseClocks(): void {
  const clocks = load<ClocksModule>('modules/tickets/clocks');
  jest.spyOn(clocks, 'continueClocks').mockImplementation((all) => all);
}

function keepTwoOwners(): void {
  const workload = load<WorkloadModule>('modules/tickets/giving/workload');
  const { workloadAfter } = workload;
  // Whoever has lost it still has it in hand.
  jest.spyOn(workload, 'workloadAfter').mockImplementation((before, ticket, now) => {
    const after = workloadAfter(before, ticket, now);
    return after.tickets.length < before.tickets.length ? before : after;
  });
}

function keepOwner(): void {
  const hands = load<HandsModule>('modules/tickets/giving/hands');
  const { declined } = hands;
  jest.spyOn(hands, 'declined').mockImplementation((ticket, reason, handing) => {
    const done = declined(ticket, reason, handing);
    return done.ok && ticket.assignee
      ? { ok: true, value: { ...done.value, assignee: ticket.assignee } }
      : done;
  });
}

function forgetLevels(): void {
  const clocks = load<ClocksModule>('modules/tickets/clocks');
  jest.spyOn(clocks, 'withLevels').mockImplementation((all: readonly Clock[]) => all);
}

function tellNobody(): void {
  const told = load<ToldModule>('modules/tickets/giving/told');
  const { lateTold } = told;
  jest.spyOn(told, 'lateTold').mockImplementation((ticket, fired) =>
    lateTold(
      ticket,
      fired.filter(({ level }) => level !== 3),
    ),
  );
}

/** Commits of this kind leave out one collection. */
function leaveOut(what: string, collection: string): void {
  const plans = load<PlanModule>('kernel/plan');
  const { planOf } = plans;
  jest.spyOn(plans, 'planOf').mockImplementation((changes, seal): Plan => {
    const plan = planOf(changes, seal);
    if (!seal.author.action.startsWith(what)) return plan;
    return { ...plan, operations: plan.operations.filter((one) => one.collection !== collection) };
  });
}

function compareNothing(): void {
  const { Memory } = require('./rules/memory') as MemoryModule;
  const { apply } = Memory.prototype;
  jest.spyOn(Memory.prototype, 'apply').mockImplementation(function (this: typeof Memory.prototype, plan) {
    return apply.call(this, { ...plan, checks: [] });
  });
}

/** Every clock runs a minute longer than anybody has set. */
function giveMoreTime(): void {
  const clocks = load<ClocksModule>('modules/tickets/clocks');
  const { startClock } = clocks;
  jest
    .spyOn(clocks, 'startClock')
    .mockImplementation((all, kind, minutes, now) => startClock(all, kind, minutes + 1, now));
}

/** A clock that takes another's place does not know that it was late. */
function forgetMisses(): void {
  const clocks = load<ClocksModule>('modules/tickets/clocks');
  const { startClock } = clocks;
  jest
    .spyOn(clocks, 'startClock')
    .mockImplementation((all, kind, minutes, now) =>
      startClock(all, kind, minutes, now).map(({ missed, ...clock }) =>
        clock.kind === kind || missed === undefined ? clock : { ...clock, missed },
      ),
    );
}

function leaveTheUnskilled(): void {
  const unskilled = load<UnskilledModule>('modules/tickets/reporting/unskilled');
  jest
    .spyOn(unskilled, 'backIfUnskilled')
    .mockImplementation((_before, after) => ({ ok: true, value: after }));
}

function abandonNothing(): void {
  const tasks = load<TasksModule>('modules/tickets/work/linked/tasks');
  jest.spyOn(tasks, 'abandonedTasks').mockImplementation(() => []);
}

/** Nobody hears of what stands still. */
function forgetPauses(): void {
  const pauses = load<PausesModule>('modules/tickets/pauses');
  jest.spyOn(pauses, 'pauseLook').mockImplementation(() => undefined);
}

/** An emergency that somebody has come to owes no end. */
function oweNoEnd(): void {
  const { moves } = load<LifeModule>('modules/tickets/life');
  jest.replaceProperty(moves, 'checkIn', { ...moves.checkIn, keeps: [] } as unknown as typeof moves.checkIn);
}

/** Customer service speaks for everybody, also for who rates on the own phone. */
function callEverybody(): void {
  jest
    .spyOn(load<FinderModule>('modules/tickets/finder'), 'isRatedByPhone')
    .mockImplementation(({ state }) => state === 'closed');
}

function callNobody(): void {
  jest.spyOn(load<FinderModule>('modules/tickets/finder'), 'isRatedByPhone').mockReturnValue(false);
}

/** The last who rates is right. */
function rateAgain(): void {
  const ratings = load<RateModule>('modules/tickets/work/ending/rate');
  const { rate } = ratings;
  jest.spyOn(ratings, 'rate').mockImplementation((ticket, given, acting) => {
    const { rating, ...unrated } = ticket;
    return rating ? rate({ ...unrated, state: 'closed' }, given, acting) : rate(ticket, given, acting);
  });
}

function callAgain(): void {
  const ratings = load<RateModule>('modules/tickets/work/ending/rate');
  const { giveUpRating } = ratings;
  jest.spyOn(ratings, 'giveUpRating').mockImplementation((ticket, reason, acting) => {
    const done = giveUpRating(ticket, reason, acting);
    return done.ok ? { ...done, value: { ...ticket, steps: done.value.steps } } : done;
  });
}

function planNothing(): void {
  const clocks = load<ClocksModule>('modules/tickets/clocks');
  const { startClock } = clocks;
  jest
    .spyOn(clocks, 'startClock')
    .mockImplementation((all, kind, minutes, now) =>
      kind === 'plan' ? all : startClock(all, kind, minutes, now),
    );
}

const sabotages: readonly Sabotage[] = [
  { what: 'the table is not asked', commit: skipStates, laws: [law.noStateSkipped] },
  { what: 'what stood still does not go on', commit: loseClocks, laws: [law.noClockLost] },
  {
    what: 'nobody looks at what was transferred',
    commit: () => leaveOut('ticketTransferred', 'due'),
    laws: [law.noClockLost],
  },
  {
    what: 'nobody dispatches what was declined',
    commit: () => leaveOut('ticketDeclined', 'due'),
    laws: [law.noClockLost],
  },
  { what: 'whoever lost it keeps it in hand', commit: keepTwoOwners, laws: [law.oneOwner] },
  { what: 'a declined ticket keeps its owner', commit: keepOwner, laws: [law.oneOwner] },
  { what: 'a level that was told is not written', commit: forgetLevels, laws: [law.onceEach] },
  { what: 'the project manager is not told', commit: tellNobody, laws: [law.onceEach] },
  { what: 'an emergency that somebody has come to owes no end', commit: oweNoEnd, laws: [law.noClockLost] },
  { what: 'nobody hears of what stands still', commit: forgetPauses, laws: [law.noClockLost] },
  { what: 'a clock runs longer than was set', commit: giveMoreTime, laws: [law.asSet] },
  { what: 'a miss is forgotten by the next clock', commit: forgetMisses, laws: [law.staysLate] },
  {
    what: 'what was put right stays with somebody who cannot do it',
    commit: leaveTheUnskilled,
    laws: [law.ableAndNeeded],
  },
  {
    what: 'a task that nobody needs any more goes on',
    commit: abandonNothing,
    laws: [law.ableAndNeeded],
  },
  { what: 'a poor rating owes no plan', commit: planNothing, laws: [law.noClockLost] },
  { what: 'customer service rates for everybody', commit: callEverybody, laws: [law.rated] },
  { what: 'whoever has no account is called by nobody', commit: callNobody, laws: [law.rated] },
  { what: 'a ticket is rated a second time', commit: rateAgain, laws: [law.noStateSkipped] },
  { what: 'whoever was given up is called again', commit: callAgain, laws: [law.rated] },
  {
    what: 'a pause leaves no entry in the audit',
    commit: () => leaveOut('ticketPaused', 'audits'),
    laws: [law.audited],
  },
  {
    what: 'versions are not compared at the commit',
    commit: compareNothing,
    laws: [law.audited, law.noStateSkipped, law.oneOwner, law.onceEach],
  },
];

/** Each promise is worth what it finds: the product is broken in one function, and the law it is about must say so. */
describe('the laws of tickets find out when', () => {
  afterEach(() => jest.restoreAllMocks());

  // The whole product is read here, not on some test's time.
  beforeAll(() => load<LifeModule>('modules/tickets/life'));

  test.each(sabotages)('$what', ({ commit, laws }) => {
    commit();
    expect(laws).toContain(foundOut());
  });
});
