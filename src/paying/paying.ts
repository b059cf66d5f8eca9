import type { OrderStanding, PayStart } from '../../types/contract/payments';
import type { Refusal } from '../../types/refusal';
import { type Missing, missingOf } from '../services/failure';

/** An order whose end the phone has not yet seen; kept through a restart, so that a lost result is shown on return. */
export interface OpenOrder {
  readonly orderId: string;
  readonly homeId: string;
  readonly amount: number;
  /** When the wallet was opened, by the phone's clock. */
  readonly since: number;
}

/** How one payment goes on the phone. Only the cloud says `paid`. */
export type Paying =
  | { readonly kind: 'idle' }
  /** Until the wallet is left. The page lies under the wallet meanwhile: drawing it anew would only keep the wallet from opening. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'confirming' }
  | { readonly kind: 'paid'; readonly orderId: string }
  /** The person turned back. */
  | { readonly kind: 'cancelled' }
  /** Money came too late or twice and goes back by itself. */
  | { readonly kind: 'returning' }
  /** The wallet did not open, and nothing was paid. */
  | { readonly kind: 'notOpened' }
  /** Nobody could say yet; it is asked again. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const idle: Paying = { kind: 'idle' };

/** What a started payment is for the phone. */
export function openOrderOf(start: PayStart, homeId: string, now: number): OpenOrder {
  return { orderId: start.orderId, homeId, amount: start.amount, since: now };
}

/**
 * What the cloud's answer about an order means, after the wallet said `answer` (undefined: the phone only came back to it). `pending`
 * after a paid wallet is a result on its way; after a closed one, nothing happened.
 */
export function afterStanding(
  { outcome, orderId }: OrderStanding,
  answer: 'done' | 'closed' | 'failed' | undefined,
): Paying {
  if (outcome === 'paid') return { kind: 'paid', orderId };
  if (outcome === 'returning' || outcome === 'returned') return { kind: 'returning' };
  if (answer === 'closed') return { kind: 'cancelled' };
  if (answer === 'failed') return { kind: 'notOpened' };
  if (outcome === 'over') return answer === 'done' ? { kind: 'unclear' } : idle;
  return { kind: 'unclear' };
}

/** Minutes after which nobody can pay an order any more: it lives about 5, and its last word may come late. */
const longestWait = 30 * 60_000;

/** Is the phone's order still worth asking about. */
export function isWorthAsking({ since }: OpenOrder, now: number): boolean {
  return now - since < longestWait;
}

/** Is its end known, so that the phone can forget it. */
export function isSettled(paying: Paying): boolean {
  return paying.kind !== 'unclear' && paying.kind !== 'confirming';
}

/** Takes the button's tap while it goes on. */
export function isGoingOn(paying: Paying): boolean {
  return paying.kind === 'starting' || paying.kind === 'confirming';
}

/** What the button says meanwhile. */
export function busyWords(paying: Paying): string {
  return paying.kind === 'confirming' ? '正在确认结果' : '正在打开微信支付';
}

/** What the page says about it, in place; undefined where there is nothing to say. */
export function payingWords(
  paying: Paying,
): { readonly title: string; readonly sentence: string; readonly tone: 'warn' | 'info' } | undefined {
  if (paying.kind === 'cancelled') {
    return { title: '没有缴费', sentence: '您取消了这次付款，没有扣款。', tone: 'info' };
  }
  if (paying.kind === 'notOpened') {
    return { title: '没有缴费', sentence: '微信支付没有打开，请再点一次，不会重复扣款。', tone: 'warn' };
  }
  if (paying.kind === 'unclear') {
    return {
      title: '正在等微信的结果',
      sentence: '已付的钱不会丢，也不会重复扣。结果一到这里就会显示，请先不要再付。',
      tone: 'info',
    };
  }
  if (paying.kind === 'returning') {
    return {
      title: '钱会退回给您',
      sentence: '这笔钱到得太晚，正在原路退回，一般几分钟内到账。',
      tone: 'info',
    };
  }
  if (paying.kind === 'refused') return { ...refusedWords(paying.refusal), tone: 'warn' };
  return undefined;
}

/** Why paying waits while what is shown is old: its amount may have changed. */
export function waitsWords(missing: Missing): string {
  return missing === 'network' ? '联网后可以缴费' : '系统恢复后可以缴费';
}

function refusedWords({ code, sentence }: Refusal): { readonly title: string; readonly sentence: string } {
  if (code === 'UNREACHABLE') {
    return { title: '没有缴费', sentence: '没有网络，没有扣款。联网后再点一次，不会重复扣。' };
  }
  // The cloud was reached: without a wallet, from the balance alone, it may be done, so nothing is said of that.
  if (missingOf(code) === 'service') {
    return { title: '还没有缴成', sentence: '系统出了点问题，请稍后再点一次，不会重复扣款。' };
  }
  if (code === 'AMOUNT_CHANGED')
    return { title: '金额有变化，没有扣款', sentence: '上面是新的金额，请核对后再缴。' };
  return { title: '没有缴费', sentence };
}
