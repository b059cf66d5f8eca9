import type { LogLine, Ports } from '../../../cloudfunctions/kernel/ports';
import type { PayChannelName } from '../../../cloudfunctions/platform/pay/port';
import type { RandomStream } from '../../../simulator/cloud/core/random';
import type { WalletChoice } from '../../../simulator/cloud/pay/wallet';
import type { ActionName, InputOf, OutputOf } from '../../../types/contract';
import type { WalletParameters } from '../../../types/contract/payments';
import type { Instant } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import type { Merchant } from '../merchant/merchant';
import { isFileUnanswered } from '../stage/sent';
import type { Stage } from '../stage/stage';
import { minute, Time } from '../stage/time';
import type { Judge } from './invariants/judge';
import { beforeTick, judgeTick } from './invariants/tickLaws';
import type { Violation } from './invariants/view';

/** The product's doors, as `product.ts` opens them. */
export interface Product {
  serve(
    event: unknown,
    identity: { openid: string; source: string },
    ports: Ports,
  ): Promise<Outcome<unknown>>;
  tick(ports: Ports): Promise<unknown>;
  job(ports: Ports): Promise<unknown>;
  notify(name: string, event: unknown, source: string, ports: Ports): Promise<unknown>;
  notifyByHttp(event: unknown, ports: Ports): Promise<{ readonly statusCode: number }>;
}

/** What a phone learns: an outcome, or nothing at all. */
export type Heard<T> = Outcome<T> | 'nothing';

/** Everything a simulated person can do, and time. People are plain async functions; whatever they call is played on the stage. */
export class World {
  readonly time: Time;
  readonly chance: RandomStream;
  /** Where the product gave up because the database did not answer. */
  readonly unanswered = new Set<string>();
  /** What phones were told, by action, how often. */
  readonly heard: Record<string, number> = {};
  /** What people do right now. */
  busy = 0;
  /** Laws that were broken between two steps. */
  readonly found: Violation[] = [];
  private readonly ticks = { running: 0, begun: 0, lastBegun: 0, disturbedAt: 0 };
  private readonly ids: RandomStream;
  private requests = 0;
  private invoices = 0;

  constructor(
    readonly stage: Stage,
    readonly judge: Judge,
    private readonly product: Product,
    private readonly ownKeys: Merchant,
    /** The road by which the community is paid now. */
    public channel: PayChannelName,
  ) {
    const { random } = stage.cloud.context;
    this.chance = random.stream('people');
    this.ids = random.stream('ids');
    this.time = new Time(stage, () => this.minute());
  }

  /** Where the community is paid by the merchant's own keys. */
  get merchant(): Merchant | undefined {
    return this.channel === 'wechatpay-v3' ? this.ownKeys : undefined;
  }

  /** What the HTTP access service hands on of a notice for an order that was asked for by those keys. */
  letterOf(event: Readonly<Record<string, unknown>>): unknown {
    return this.ownKeys.noticeOf(event);
  }

  /** One request of a phone, heard or not. Its answer may be lost although all went well. */
  async ask<A extends ActionName>(
    openid: string,
    action: A,
    input: InputOf<A>,
    requestId = this.newRequestId(),
  ): Promise<Heard<OutputOf<A>>> {
    const event = { action, input, requestId };
    const identity = { openid, source: 'wx_client' };
    const name = `${action} ${openid.replace(/0+$/, '')}`;
    const ending = await this.stage.play(name, { ...identity, functionName: 'api' }, () =>
      this.product.serve(event, identity, this.ports()),
    );
    const isHeard = ending.kind === 'done' && !this.happens(0.01);
    const heard = isHeard ? (ending.value as Outcome<OutputOf<A>>) : 'nothing';
    this.count(`${action} ${heard === 'nothing' ? heard : heard.ok ? 'ok' : heard.refusal.code}`);
    return heard;
  }

  /** As a phone does it: the same request again, a few times, while nothing is heard or the system is busy. */
  async insist<A extends ActionName>(
    openid: string,
    action: A,
    input: InputOf<A>,
  ): Promise<Heard<OutputOf<A>>> {
    const requestId = this.newRequestId();
    for (let attempt = 1; ; attempt += 1) {
      const heard = await this.ask(openid, action, input, requestId);
      const isOver = heard !== 'nothing' && (heard.ok || !['BUSY', 'INTERNAL'].includes(heard.refusal.code));
      if (isOver || attempt === 3) return heard;
      await this.time.sleep(this.below(4) * 1000);
    }
  }

  /** `wx.requestPayment` in that person's hand: true when the sheet closed with success. */
  wallet(openid: string, payment: WalletParameters, choice: WalletChoice): boolean {
    const known = this.ownKeys.forWallet(payment);
    return this.stage.cloud.pay.wallet.pay({ openid, payment: known, choice }).errMsg === 'requestPayment:ok';
  }

  /** Somebody begins to do something. An error of theirs is an error of the simulation. */
  begin(work: () => Promise<void>): Promise<void> {
    this.busy += 1;
    return work().finally(() => {
      this.busy -= 1;
    });
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

  /** Calls a function in the platform's name. Rejects when it dies. */
  async invoke(name: string, event: unknown, source: string): Promise<unknown> {
    const ending = await this.stage.play(`${name} ${source}`, { source, functionName: name }, () =>
      this.product.notify(name, event, source, this.ports()),
    );
    if (ending.kind === 'done') return ending.value;
    throw ending.kind === 'threw' ? ending.error : new Error(`${name} was killed`);
  }

  /** A letter comes to `payNotifyHttp`: with 2xx it need not come again. Rejects when the function dies. */
  async post(letter: unknown): Promise<{ readonly errcode: 0 | 1 }> {
    const ending = await this.stage.play('payNotifyHttp', { functionName: 'payNotifyHttp' }, () =>
      this.product.notifyByHttp(letter, this.ports()),
    );
    if (ending.kind !== 'done') throw ending.kind === 'threw' ? ending.error : new Error('killed');
    return { errcode: ending.value.statusCode < 300 ? 0 : 1 };
  }

  /** When the tick or the job has something to do next. */
  nextDue(): number | undefined {
    const first = Math.min(this.nextTick(), this.nextJob());
    return Number.isFinite(first) ? first : undefined;
  }

  private nextTick(): number {
    let first = Number.POSITIVE_INFINITY;
    for (const { at } of this.judge.view().mirror.all('due')) first = Math.min(first, at);
    return first;
  }

  private nextJob(): number {
    let first = Number.POSITIVE_INFINITY;
    for (const { state, nextAt } of this.judge.view().mirror.all('jobs'))
      if (state === 'waiting') first = Math.min(first, nextAt);
    return first;
  }

  newRequestId(): string {
    this.requests += 1;
    return `request-${String(this.requests).padStart(8, '0')}`;
  }

  /** As the tax bureau numbers them. */
  newInvoiceNumber(): string {
    this.invoices += 1;
    return String(20_260_000_000_000 + this.invoices);
  }

  /** A cloud that does not answer, its database or its files, is no bug of ours; every other one is, on any day. */
  private hear({ level, what, error }: LogLine): void {
    if (level !== 'bug') return;
    const { kind, message = '' } = (error ?? {}) as { kind?: string; message?: string };
    const told = `${what}: ${error instanceof Error ? error.stack : String(error)}`;
    const isUnanswered = kind === 'noAnswer' || kind === 'conflict' || isFileUnanswered(message);
    if (isUnanswered) this.unanswered.add(told);
    else this.found.push({ law: 'no function meets a bug', what: told });
  }

  private count(what: string): void {
    this.heard[what] = (this.heard[what] ?? 0) + 1;
  }

  /** Every minute has its tick and its job; of those that find nothing to do a few stand for all. */
  private minute(): void {
    const { now } = this.time;
    if (this.nextJob() <= now || this.happens(0.1)) void this.run('job');
    if (this.nextTick() <= now || this.happens(0.2)) void this.tick();
  }

  private run(name: 'tick' | 'job') {
    const caller = { source: 'wx_trigger', functionName: name };
    return this.stage.play(name, caller, () => this.product[name](this.ports()));
  }

  /** One that nothing disturbs, and that no other one still runs beside, is judged by what it has left undone. */
  private async tick(): Promise<void> {
    const { judge, ticks } = this;
    const [begun, disturbed, isAlone] = [this.time.now, this.disturbances(), ticks.running === 0];
    const before = beforeTick(judge.view(), ticks.lastBegun);
    ticks.lastBegun = begun;
    ticks.running += 1;
    ticks.begun += 1;
    const number = ticks.begun;
    const { kind } = await this.run('tick');
    ticks.running -= 1;
    if (kind !== 'done' || this.disturbances() !== disturbed) ticks.disturbedAt = this.time.now;
    // A tick that died keeps the others out until its lease is over; of two at once one may have had it.
    const wasAlone = isAlone && ticks.begun === number;
    const isUndisturbed = wasAlone && begun > ticks.disturbedAt + 2 * minute;
    if (isUndisturbed) this.found.push(...judgeTick(before, judge.view()));
  }

  private disturbances(): number {
    return this.stage.disturbances + this.stage.cloud.context.faults.list().drawn;
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
