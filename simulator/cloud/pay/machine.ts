import { Refusal } from './refusal';

/** What `queryOrder` shows as `trade_state` [document]; REVOKED belongs to bar-code payments and does not occur here. */
export type TradeState = 'NOTPAY' | 'USERPAYING' | 'PAYERROR' | 'SUCCESS' | 'REFUND' | 'CLOSED';

/** `begin`: the bank is asked and takes its time; `refund`: a refund was accepted. */
export type TradeEvent = 'begin' | 'pay' | 'fail' | 'close' | 'refund';

const transitions: Readonly<Record<TradeState, Partial<Record<TradeEvent, TradeState>>>> = {
  NOTPAY: { begin: 'USERPAYING', pay: 'SUCCESS', fail: 'PAYERROR', close: 'CLOSED' },
  USERPAYING: { pay: 'SUCCESS', fail: 'PAYERROR' },
  PAYERROR: { begin: 'USERPAYING', pay: 'SUCCESS', fail: 'PAYERROR', close: 'CLOSED' },
  SUCCESS: { refund: 'REFUND' },
  REFUND: { refund: 'REFUND' },
  CLOSED: {},
};

/** The state that follows; undefined where the event is refused. */
export function stateAfter(state: TradeState, event: TradeEvent): TradeState | undefined {
  return transitions[state][event];
}

/** Why an order in this state can be neither paid, closed nor ordered again. */
export function refusalOf(state: TradeState): Refusal | undefined {
  if (state === 'SUCCESS' || state === 'REFUND') return new Refusal('ORDERPAID', '该订单已支付');
  if (state === 'CLOSED') return new Refusal('ORDERCLOSED', '订单已关闭');
  // [guess] v2 lists no code for closing while the payer types; v3 lists USERPAYING.
  if (state === 'USERPAYING') return new Refusal('USERPAYING', '用户支付中，需要输入密码');
  return undefined;
}

export const stateDescriptions: Readonly<Record<TradeState, string>> = {
  NOTPAY: '订单未支付',
  USERPAYING: '需要用户输入支付密码',
  PAYERROR: '支付失败，请重新下单支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款，退款详情请查询退款单',
  CLOSED: '订单已关闭',
};

/** What becomes of an unpaid order when `time_expire` has passed; either way nobody can pay it any more. */
export type ExpiryPolicy = 'stays unpaid' | 'closes';

interface UnpaidOrder {
  readonly state: TradeState;
  readonly createdAt: number;
  readonly expiresAt: number | null;
}

const sevenDays = 7 * 24 * 3_600_000;

/** The state at business time `now`: orders left unpaid close by themselves. */
export function stateAt(order: UnpaidOrder, now: number, policy: ExpiryPolicy): TradeState {
  if (order.state !== 'NOTPAY' && order.state !== 'PAYERROR') return order.state;
  const { createdAt, expiresAt } = order;
  const closesAt =
    policy === 'closes' && expiresAt !== null ? expiresAt : (expiresAt ?? createdAt) + sevenDays;
  return now >= closesAt ? 'CLOSED' : order.state;
}

export function hasExpired(order: Pick<UnpaidOrder, 'expiresAt'>, now: number): boolean {
  return order.expiresAt !== null && now >= order.expiresAt;
}

/** CHANGE: the money could not go back the way it came and somebody must look; REFUNDCLOSE: it stays with the merchant. */
export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CHANGE' | 'REFUNDCLOSE';
export type RefundOutcome = Exclude<RefundStatus, 'PROCESSING'>;

/** SUCCESS and REFUNDCLOSE are final; a refund in CHANGE is finished by hand, as in the merchant platform [document]. */
export function mayEndAs(status: RefundStatus, outcome: RefundOutcome): boolean {
  if (status === 'PROCESSING') return true;
  return status === 'CHANGE' && outcome !== 'CHANGE';
}
