import { CloudError } from '../core/errors';
import type { FaultRule } from '../core/faults';
import type { Books } from './books';
import { paymentEvent, refundEvent } from './noticeEvents';
import type { Delivery, Notice, Order, Refund } from './types';

/** Calls a cloud function in the platform's name; rejects when it throws, runs out of time or is not there. */
export interface InvokePort {
  invokeFunction(call: {
    readonly name: string;
    readonly event: Readonly<Record<string, unknown>>;
    readonly caller: { readonly source: string };
  }): Promise<{
    /** What the function returned, as JSON text or as a value. */
    readonly result: unknown;
  }>;
}

const seconds = (...list: number[]) => list.map((second) => second * 1000);
/** [document] 15 s, 15 s, 30 s, 3 m, 10 m, 20 m, 30 m ×3, 60 m, 3 h ×3, 6 h ×2: 15 retries within 24 h 4 min. */
export const retryIntervals: readonly number[] = seconds(
  ...[15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600],
);
/** How long a notice that is to be overtaken waits when nothing overtakes it. */
const longestHold = 60_000;

const kind = 'pay.notice';

type Answer = Pick<Delivery, 'outcome' | 'detail'>;
const lostOnTheWay: Answer = { outcome: 'lost', detail: 'injected fault' };

interface Appointment {
  readonly noticeId: number;
  /** 0 for the first. */
  readonly attempt: number;
  /** Faults have had their say on this attempt. */
  readonly isSettled?: boolean;
  /** A doubled delivery: its answer changes nothing. */
  readonly isDouble?: boolean;
}

/**
 * Tells functions how payments and refunds ended, until they answer `{errcode: 0}` or the last retry has failed. Planned in
 * the agenda, so a restart forgets none and may repeat one: at least once, as with WeChat.
 */
export class Notices {
  constructor(
    private readonly books: Books,
    private readonly port: InvokePort,
  ) {
    books.context.agenda.handle(kind, (payload) => this.deliver(payload as Appointment));
  }

  /** To be called in the transaction that moves the money. Nobody is told when no function was named. */
  announce(order: Order, refund?: Refund): Notice | undefined {
    const { functionName, envId } = refund ?? order;
    if (functionName === '') return undefined;
    const sender = { appid: this.books.context.settings.appid, nonce: this.books.identifiers.noticeNonce() };
    const event = refund ? refundEvent(order, refund, sender) : paymentEvent(order, sender);
    const notice = this.books.notices.add({
      kind: refund ? 'refund' : 'pay',
      orderId: order.id,
      refundId: refund?.id ?? null,
      functionName,
      envId,
      event: JSON.stringify(event),
      createdAt: this.books.now(),
    });
    this.plan({ noticeId: notice.id, attempt: 0 }, this.books.options.get().noticeDelay);
    return notice;
  }

  /** A frozen clock fires nothing by itself, yet what is due now needs no time to pass. To be called after the transaction. */
  hurry(): void {
    const { agenda, clock } = this.books.context;
    if (clock.state().rate === 0) void agenda.advance(clock.now()).catch((error) => this.complain(error));
  }

  /** The first attempt at once and awaited. The planned one becomes the second, in case this one ends with the process. */
  async deliverNow(noticeId: number): Promise<void> {
    this.plan({ noticeId, attempt: 1 }, retryIntervals[0] ?? 0);
    await this.deliver({ noticeId, attempt: 0, isSettled: true });
  }

  /** Begins the attempts anew, as the resend of the merchant platform does. Refuses an unknown notice. */
  resend(noticeId: number): void {
    const notice = this.books.notices.find(noticeId);
    if (!notice) throw new CloudError('NOTICE_NOT_FOUND', `there is no notice ${noticeId}`);
    this.books.notices.setState(noticeId, 'pending');
    this.plan({ noticeId, attempt: 0 }, 0);
    this.hurry();
  }

  private async deliver(appointment: Appointment): Promise<void> {
    const notice = this.books.notices.find(appointment.noticeId);
    if (!notice || (notice.state !== 'pending' && !appointment.isDouble)) return;
    const faults = appointment.isSettled ? [] : this.books.context.faults.draw(kind);
    if (this.isPutOff(notice, appointment, faults)) return;
    if (notice.heldAttempt !== null) this.books.notices.hold(notice.id, null);
    const hasArrived = await this.attempt(notice, appointment, faults);
    if (hasArrived) this.releaseHeld();
  }

  /** `late` and `reorder`: the same attempt, but not now. */
  private isPutOff(notice: Notice, appointment: Appointment, faults: readonly FaultRule[]): boolean {
    const late = faults.find((fault) => fault.kind === 'late');
    const reorder = faults.find((fault) => fault.kind === 'reorder');
    if (!late && !reorder) return false;
    if (reorder) this.books.notices.hold(notice.id, appointment.attempt);
    this.plan({ ...appointment, isSettled: true }, late ? (late.ms ?? longestHold) : longestHold);
    return true;
  }

  /** Whether it reached the function. */
  private async attempt(
    notice: Notice,
    appointment: Appointment,
    faults: readonly FaultRule[],
  ): Promise<boolean> {
    const isLost = faults.some((fault) => fault.kind === 'lost');
    const isUnanswered = faults.some((fault) => fault.kind === 'unanswered');
    const answers = isLost ? [lostOnTheWay] : await this.sendAll(notice, appointment, faults);
    for (const { outcome, detail } of answers) {
      const isUnheard = isUnanswered && outcome === 'accepted';
      this.record(notice, appointment, isUnheard ? 'unanswered' : outcome, detail);
    }
    const isAccepted = !isUnanswered && answers.some(({ outcome }) => outcome === 'accepted');
    if (isAccepted) this.books.notices.setState(notice.id, 'accepted');
    else if (!appointment.isDouble) this.retry(notice, appointment.attempt);
    return !isLost;
  }

  /** Once, or with `duplicate` twice: at the same instant, or `ms` apart. */
  private sendAll(notice: Notice, appointment: Appointment, faults: readonly FaultRule[]): Promise<Answer[]> {
    const double = faults.find((fault) => fault.kind === 'duplicate');
    if (double?.ms) this.plan({ ...appointment, isSettled: true, isDouble: true }, double.ms);
    const isTwice = double !== undefined && !double.ms;
    return Promise.all(isTwice ? [this.send(notice), this.send(notice)] : [this.send(notice)]);
  }

  private retry(notice: Notice, attempt: number): void {
    const interval = retryIntervals[attempt];
    if (interval === undefined) this.books.notices.setState(notice.id, 'given up');
    else this.plan({ noticeId: notice.id, attempt: attempt + 1 }, interval);
  }

  private async send(notice: Notice): Promise<Answer> {
    const { envId } = this.books.context.settings;
    if (notice.envId !== envId)
      return {
        outcome: 'failed',
        detail: `the environment ${notice.envId} named in the order is not ${envId}`,
      };
    try {
      const { result } = await this.port.invokeFunction({
        name: notice.functionName,
        event: JSON.parse(notice.event) as Record<string, unknown>,
        caller: { source: 'wx_paycallback' },
      });
      return isAcceptance(result)
        ? { outcome: 'accepted', detail: '' }
        : { outcome: 'refused', detail: `answered ${JSON.stringify(result) ?? 'nothing'}` };
    } catch (error) {
      return { outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  private record(
    notice: Notice,
    appointment: Appointment,
    outcome: Delivery['outcome'],
    detail: string,
  ): void {
    const at = this.books.now();
    const { noticeId, attempt } = appointment;
    this.books.notices.addDelivery({ noticeId, attempt, at, outcome, detail });
    this.books.context.log.add({
      at,
      kind: 'pay',
      who: 'pay',
      what: `notice ${notice.kind} → ${notice.functionName}`,
      milliseconds: 0,
      outcome: outcome === 'accepted' ? 'ok' : outcome === 'refused' ? 'refused' : 'failed',
      detail: `notice ${noticeId}, attempt ${attempt + 1}: ${outcome}${detail ? `, ${detail}` : ''}`,
      source: 'wx_paycallback',
    });
  }

  /** Another notice has got through: those that were to be overtaken come now. */
  private releaseHeld(): void {
    for (const held of this.books.notices.held()) {
      this.books.notices.hold(held.id, null);
      this.plan({ noticeId: held.id, attempt: held.heldAttempt ?? 0, isSettled: true }, 0);
    }
  }

  private plan(appointment: Appointment, delay: number): void {
    const at = this.books.now() + delay;
    this.books.context.agenda.schedule({ at, kind, key: keyOf(appointment), payload: appointment });
  }

  private complain(error: unknown): void {
    this.books.context.log.add({
      at: this.books.now(),
      kind: 'simulator',
      who: 'pay',
      what: kind,
      milliseconds: 0,
      outcome: 'failed',
      detail: String(error),
    });
  }
}

/** One appointment per notice, and one more for a doubled delivery. */
function keyOf({ noticeId, isDouble }: Appointment): string {
  return `${kind}:${noticeId}${isDouble ? ':double' : ''}`;
}

/** Only an object whose `errcode` is the number 0 counts [document]. */
export function isAcceptance(result: unknown): boolean {
  let value = result;
  if (typeof result === 'string') {
    try {
      value = JSON.parse(result);
    } catch {
      return false;
    }
  }
  return typeof value === 'object' && value !== null && (value as { errcode?: unknown }).errcode === 0;
}
