import type { LogLine, Ports } from '../../../cloudfunctions/kernel/ports';
import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import type { RandomStream } from '../../../simulator/cloud/core/random';
import type { ActionName, InputOf, OutputOf } from '../../../types/contract';
import type { Instant } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import { isFileUnanswered } from '../stage/sent';
import type { Stage } from '../stage/stage';
import { hour, minute, Time } from '../stage/time';
import type { Books } from './books';
import type { Doors } from './doors';
import { broken, law, type Violation } from './laws/law';
import { Tallies } from './tally';
import { openidOf } from './town';
import { type Content, deliveriesOf } from './wechat';

/** What a phone learns: an outcome, or nothing at all. */
export type Heard<T> = Outcome<T> | 'nothing';

/** Everything a simulated person can do, and time. Whatever they call is played on the stage. */
export class World {
  readonly time: Time;
  readonly chance: RandomStream;
  /** What phones were told, by action, how often. */
  readonly heard: Record<string, number> = {};
  /** What people do right now, those included that wait with it. */
  busy = 0;
  private resting = 0;
  /** Tickets that somebody is at the door for, or at work on. */
  readonly atWork = new Set<string>();
  /** From here on no message comes late or twice. */
  isClear = false;
  /** How often a message came late or twice, a verdict of WeChat never or twice, a tick that was due never. */
  readonly slips = { late: 0, twice: 0, twiceLate: 0, pushLost: 0, pushTwice: 0, tickLost: 0 };
  readonly tallies = new Tallies();
  /** Laws that were broken between two steps. */
  readonly found: Violation[] = [];
  private readonly ticks = { running: 0, begun: 0, disturbedAt: 0 };
  private readonly ids: RandomStream;
  private requests = 0;

  constructor(
    readonly stage: Stage,
    readonly books: Books,
    readonly content: Content,
    private readonly doors: Doors,
  ) {
    const { random } = stage.cloud.context;
    this.chance = random.stream('people');
    this.ids = random.stream('ids');
    this.time = new Time(stage, () => this.minute());
  }

  /**
   * As a phone does it: the same request again while nothing is heard or the system is busy; now and then twice at once, or once more hours
   * later, when the network lets a message go that was thought lost.
   */
  async send<A extends ActionName>(
    person: string,
    action: A,
    input: InputOf<A>,
  ): Promise<Heard<OutputOf<A>>> {
    this.requests += 1;
    const requestId = `request-${String(this.requests).padStart(8, '0')}`;
    if (this.slip('late', 0.05)) await this.rest(this.below(2 * hour));
    if (this.slip('twice', 0.05)) void this.begin(() => this.again(person, action, input, requestId));
    for (let attempt = 1; ; attempt += 1) {
      const heard = await this.ask(person, action, input, requestId);
      const isOver = heard !== 'nothing' && (heard.ok || !['BUSY', 'INTERNAL'].includes(heard.refusal.code));
      if (isOver || attempt === 3) return heard;
      await this.rest(this.below(4) * 1000);
    }
  }

  private slip(how: keyof World['slips'], probability: number): boolean {
    if (this.isClear || !this.happens(probability)) return false;
    this.slips[how] += 1;
    return true;
  }

  private async again<A extends ActionName>(
    person: string,
    action: A,
    input: InputOf<A>,
    requestId: string,
  ): Promise<void> {
    if (this.slip('twiceLate', 0.5)) await this.rest(this.below(3 * hour));
    await this.ask(person, action, input, requestId);
  }

  private async ask<A extends ActionName>(
    person: string,
    action: A,
    input: InputOf<A>,
    requestId: string,
  ): Promise<Heard<OutputOf<A>>> {
    const identity = { openid: openidOf(person), source: 'wx_client' };
    // WeChat checks content only for whoever was here lately.
    this.stage.cloud.users.seen(identity.openid);
    const name = `${action} ${person}`;
    const ending = await this.stage.play(name, { ...identity, functionName: 'api' }, () =>
      this.doors.serve({ action, input, requestId }, identity, this.ports()),
    );
    const heard = ending.kind === 'done' ? (ending.value as Outcome<OutputOf<A>>) : 'nothing';
    const word = heard === 'nothing' ? heard : heard.ok ? 'ok' : heard.refusal.code;
    this.heard[`${action} ${word}`] = (this.heard[`${action} ${word}`] ?? 0) + 1;
    return heard;
  }

  /** WeChat pushes what it thinks of a file: once, twice, hours later, or into the void. */
  push(event: Readonly<Record<string, unknown>>): void {
    this.content.note(event);
    const deliveries = deliveriesOf(this.chance);
    if (deliveries.length === 0) this.slips.pushLost += 1;
    if (deliveries.length === 2) this.slips.pushTwice += 1;
    for (const later of deliveries) void this.deliver(event, later);
  }

  private async deliver(event: Readonly<Record<string, unknown>>, later: number): Promise<void> {
    if (later > 0) await this.time.sleep(later);
    const caller = { source: 'wx_devmsg', functionName: 'contentEvents' };
    const ending = await this.stage.play('contentEvents', caller, () =>
      this.doors.hearContent(event, this.ports()),
    );
    const word = ending.kind === 'done' ? 'ok' : 'nothing';
    this.heard[`contentEvents ${word}`] = (this.heard[`contentEvents ${word}`] ?? 0) + 1;
    if (ending.kind !== 'threw') return;
    // It says so itself where it found no way through; the tick asks again.
    const { error } = ending;
    const isLost = error instanceof Error && error.message.endsWith('could not be kept');
    if (!isLost) this.hear({ level: 'bug', what: 'contentEvents', error });
  }

  /** Somebody begins to do something. An error of theirs is an error of the simulation. */
  begin(work: () => Promise<void>): Promise<void> {
    this.busy += 1;
    return work().finally(() => {
      this.busy -= 1;
    });
  }

  /** What people do without a rest. */
  get awake(): number {
    return this.busy - this.resting;
  }

  /** Whoever is at something waits with it; others go on meanwhile. */
  async rest(milliseconds: number): Promise<void> {
    this.resting += 1;
    await this.time.sleep(milliseconds);
    this.resting -= 1;
  }

  happens(probability: number): boolean {
    return this.chance.next() < probability;
  }

  /** A whole number from 0 to `bound` − 1. */
  below(bound: number): number {
    return this.chance.below(bound);
  }

  oneOf<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** Any ticket that stands like this; undefined where none does. */
  some(isWanted: (ticket: Ticket) => boolean): Ticket | undefined {
    const all = [...this.books.tickets.values()].slice(-120).filter(isWanted);
    return all.length === 0 ? undefined : this.oneOf(all);
  }

  /** When the tick has something to do next. */
  nextDue(): number | undefined {
    let first = Number.POSITIVE_INFINITY;
    for (const { at } of this.books.due.values()) first = Math.min(first, at);
    return Number.isFinite(first) ? first : undefined;
  }

  /** Every minute has its tick; of those that find nothing to do a few stand for all. Now and then one never comes: the next is late. */
  private minute(): void {
    const isWanted = (this.nextDue() ?? Number.POSITIVE_INFINITY) <= this.time.now;
    if (isWanted ? !this.slip('tickLost', 0.03) : this.happens(0.1)) void this.tick();
  }

  /** One that nothing disturbs, and that no other one runs beside, is judged by what it has left undone. */
  private async tick(): Promise<void> {
    const { books, ticks } = this;
    const [begun, disturbed, isAlone] = [this.time.now, this.disturbances(), ticks.running === 0];
    const due = [...books.due.values()].filter(({ at }) => at <= begun);
    ticks.running += 1;
    ticks.begun += 1;
    const number = ticks.begun;
    const caller = { source: 'wx_trigger', functionName: 'tick' };
    const { kind } = await this.stage.play('tick', caller, () => this.doors.tick(this.ports()));
    ticks.running -= 1;
    if (kind !== 'done' || this.disturbances() !== disturbed) ticks.disturbedAt = this.time.now;
    const isUndisturbed = isAlone && ticks.begun === number && begun > ticks.disturbedAt + 2 * minute;
    if (!isUndisturbed) return;
    const left = due.filter(({ _id, at }) => books.due.get(_id)?.at === at);
    this.found.push(...left.map(({ _id }) => broken(law.inTime, _id)));
  }

  private disturbances(): number {
    return this.stage.disturbances + this.stage.cloud.context.faults.list().drawn;
  }

  /** A cloud that does not answer is no bug of ours; every other one is, on any day. */
  private hear({ level, what, error }: LogLine): void {
    if (level !== 'bug') return;
    const { kind, message = '' } = (error ?? {}) as { kind?: string; message?: string };
    if (kind === 'noAnswer' || kind === 'conflict' || isFileUnanswered(message)) return;
    this.found.push(broken(law.noBug, `${what}: ${error instanceof Error ? error.stack : String(error)}`));
  }

  private ports(): Ports {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return {
      now: () => this.time.now as Instant,
      newId: () => this.ids.text(22, alphabet),
      chance: () => this.ids.next(),
      pause: (milliseconds) => this.stage.pause(`pauses ${Math.round(milliseconds)} ms`),
      log: (line) => this.hear(line),
      phoneOf: async () => ({ refused: 'unavailable' }),
    };
  }
}
