import type { Changes } from '../../../../cloudfunctions/kernel/changes';
import { planOf } from '../../../../cloudfunctions/kernel/plan';
import { dispatchOf } from '../../../../cloudfunctions/modules/tickets/changesOf';
import { decideGiving } from '../../../../cloudfunctions/modules/tickets/giving/decideGiving';
import { offeredByRule } from '../../../../cloudfunctions/modules/tickets/giving/hands';
import { openStates } from '../../../../cloudfunctions/modules/tickets/life';
import { usualTerms as terms } from '../../../../cloudfunctions/modules/tickets/terms';
import type { DispatchRecord, Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import { RandomStream } from '../../../../simulator/cloud/core/random';
import type { Instant } from '../../../../types/day';
import { hour, minute } from '../../stage/time';
import { type Batch, Books, type DueRow } from '../books';
import { judge, judgeAll } from '../laws/judge';
import type { Violation } from '../laws/law';
import { troubles } from '../residents';
import { communityId, fieldStaff, residents } from '../town';
import { changeOf, dutyChanges, passedChanges, reportChanges, tasksOf } from './changing';
import { type Draws, drawAsked, drawCommand } from './commands';
import { crew, memberOf } from './crew';
import { Memory } from './memory';

export interface RulesResult {
  readonly steps: number;
  readonly violations: readonly Violation[];
  readonly counts: Readonly<Record<string, number>>;
  /** What was done last, to be read. */
  readonly last: readonly string[];
}

/** Somebody's decision that is on its way to be committed; made anew where somebody was faster. */
interface Pending {
  readonly label: string;
  readonly decide: () => Changes | undefined;
  changes: Changes | undefined;
  again: number;
}

const start = Date.parse('2026-03-02T08:00:00+08:00');
const atOnce = 8;
const openAtOnce = 30;
/** Of so many tickets people still speak; older ones only the clocks know. */
const spokenOf = 60;
const wholeEvery = 2000;

/**
 * The same promises over the rules alone: what the product would commit is committed to documents in memory. Decisions rest on what was
 * read some steps before, are made anew where somebody was faster, die, come twice; the tick is late and looks in any order.
 */
export function simulateRules({
  seed,
  steps,
}: {
  readonly seed: number;
  readonly steps: number;
}): RulesResult {
  const life = new RulesLife(new RandomStream(seed));
  while (life.steps < steps && life.violations.length === 0) life.step();
  return life.result();
}

class RulesLife {
  readonly violations: Violation[] = [];
  steps = 0;
  private readonly books = new Books(() => this.now);
  private readonly memory = new Memory(this.books);
  private readonly pending: Pending[] = [];
  private readonly recent: string[] = [];
  private readonly last: string[] = [];
  private readonly counts: Record<string, number> = {};
  private now = start as Instant;
  private serial = 0;

  constructor(private readonly random: RandomStream) {}

  private readonly draws: Draws = {
    happens: (probability) => this.random.next() < probability,
    below: (bound) => this.random.below(bound),
    oneOf: (choices) => {
      const chosen = choices[this.random.below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };

  /** One thing happens: time goes on, something due is looked at, somebody decides, or a decision is committed. */
  step(): void {
    const { draws, pending } = this;
    this.steps += 1;
    const drawn = draws.below(100);
    if (drawn < 12) this.timeGoesOn();
    else if (drawn < 35) this.look();
    else if (pending.length > 0 && (drawn < 65 || pending.length >= atOnce)) this.commit();
    else if (drawn < 70) this.report();
    else if (drawn < 73) this.duty();
    else this.command();
    const batch = this.books.take();
    if (batch) this.judge(batch);
    if (this.steps % wholeEvery === 0) this.violations.push(...judgeAll(this.books, this.now));
  }

  result(): RulesResult {
    const { steps, violations, counts, last } = this;
    const all = [...violations, ...(violations.length === 0 ? judgeAll(this.books, this.now) : [])];
    return { steps, violations: all, counts: { ...counts, tickets: this.books.tickets.size }, last };
  }

  private judge(batch: Batch): void {
    for (const { before, after } of batch.tickets) if (!before) this.recent.push(after._id);
    if (this.recent.length > spokenOf) this.recent.splice(0, this.recent.length - spokenOf);
    this.violations.push(...judge(this.books, batch, this.now));
  }

  private timeGoesOn(): void {
    const most = this.draws.happens(0.03) ? 30 * hour : this.draws.happens(0.2) ? hour : 4 * minute;
    this.now = (this.now + this.draws.below(most)) as Instant;
  }

  /** The tick takes one of what is due, late or not, in any order. */
  private look(): void {
    const due = [...this.books.due.values()].filter(({ at }) => at <= this.now);
    if (due.length === 0) return;
    const entry = this.draws.oneOf(due);
    if (entry.kind === 'ticket') this.lookAfter(entry);
    else if (entry.kind === 'dispatch') this.dispatch(entry);
    else this.put(entry, 'never');
  }

  private lookAfter(entry: DueRow): void {
    const decide = () => {
      const ticket = this.books.tickets.get(entry.key);
      return ticket && passedChanges(this.books, ticket, this.now);
    };
    if (decide()) this.begin(`tick ${entry.key}`, decide);
  }

  private dispatch(entry: DueRow): void {
    const { cause } = dispatchOf(entry.key);
    const waiting = [...this.books.tickets.values()].filter(({ state }) => state === 'waiting');
    const people = [...this.books.workloads.values()]
      .filter(({ isOnDuty }) => isOnDuty)
      .map((workload) => ({ member: memberOf(workload._id), workload }));
    const situation = { people, waiting, terms, now: this.now };
    for (const { ticketId, staffId } of decideGiving(situation).given)
      this.begin(`offer ${ticketId}`, () => this.offer(ticketId, staffId));
    const isWaiting = this.books.tickets.get(cause)?.state === 'waiting';
    this.put(entry, isWaiting ? this.now + 5 * minute : 'never');
  }

  private offer(ticketId: string, staffId: string): Changes | undefined {
    const ticket = this.books.tickets.get(ticketId);
    const member = crew.find(({ _id }) => _id === staffId);
    if (!ticket || !member) return undefined;
    const record: DispatchRecord = {
      ...{ ruleVersion: 1, sentence: '最近', principle: '最近', compared: [] },
      ...{ at: this.now, skill: '', place: ticket.building, givenTo: staffId },
    };
    const next = offeredByRule(ticket, member, record, { now: this.now, terms, by: { by: '系统' } });
    return next.ok ? changeOf(this.books, ticket, next.value, 'ticketOffered', this.now) : undefined;
  }

  private report(): void {
    const open = this.recent.filter((id) =>
      openStates.includes(this.books.tickets.get(id)?.state ?? 'closed'),
    );
    if (open.length >= openAtOnce) return;
    const said = { ...this.draws.oneOf(troubles), photos: [] };
    const openid = this.draws.happens(0.2) ? undefined : this.draws.oneOf(residents).openid;
    this.begin('report', () => {
      this.serial += 1;
      return reportChanges(said, openid, this.now, String(this.serial));
    });
  }

  private duty(): void {
    const staffId = this.draws.oneOf(fieldStaff);
    const isOnDuty = this.draws.happens(0.75);
    this.begin(`duty ${staffId}`, () => dutyChanges(this.books, staffId, isOnDuty, this.now));
  }

  private command(): void {
    const command = drawCommand(this.draws);
    const ticketId = this.chosen(command.states);
    if (ticketId === undefined) return;
    const drawn = drawAsked(this.draws);
    this.begin(`${command.name} ${ticketId}`, () => {
      const ticket = this.books.tickets.get(ticketId);
      if (!ticket) return undefined;
      const next = command.rule(ticket, { now: this.now, tasks: tasksOf(this.books, ticket), ...drawn });
      return next.ok ? changeOf(this.books, ticket, next.value, command.name, this.now) : undefined;
    });
  }

  private chosen(states: readonly Ticket['state'][]): string | undefined {
    const isAny = this.draws.happens(0.05);
    const fit = this.recent.filter((id) => {
      const state = this.books.tickets.get(id)?.state;
      return state !== undefined && (isAny || states.includes(state));
    });
    return fit.length === 0 ? undefined : this.draws.oneOf(fit);
  }

  private begin(label: string, decide: Pending['decide']): void {
    this.pending.push({ label, decide, changes: decide(), again: 0 });
    // The same once more, from another phone or by an impatient thumb.
    if (this.draws.happens(0.05)) this.pending.push({ label, decide, changes: decide(), again: 0 });
  }

  /** Any of the decisions on their way is committed, or its function has died; one that came too late is made anew. */
  private commit(): void {
    const [one] = this.pending.splice(this.draws.below(this.pending.length), 1);
    if (!one?.changes || this.draws.happens(0.02)) return;
    this.serial += 1;
    const author = { action: one.label, actor: { as: 'simulation' }, communityId };
    const plan = planOf(one.changes, { author, at: this.now, auditId: `audit${this.serial}` });
    const isDone = this.memory.apply(plan);
    const [name = ''] = one.label.split(' ');
    this.counts[isDone ? name : 'conflicts'] = (this.counts[isDone ? name : 'conflicts'] ?? 0) + 1;
    this.last.push(`${this.steps} ${one.label} ${isDone ? 'committed' : 'somebody was faster'}`);
    if (this.last.length > 60) this.last.shift();
    if (!isDone && one.again < 3) this.pending.push({ ...one, changes: one.decide(), again: one.again + 1 });
  }

  private put({ _id, kind, key }: DueRow, at: number | 'never'): void {
    const place = { collection: 'due', id: _id };
    const operation =
      at === 'never'
        ? { kind: 'remove' as const, ...place }
        : { kind: 'set' as const, ...place, fields: { version: 1, kind, key, at } };
    this.memory.apply({ checks: [], operations: [operation] });
  }
}
