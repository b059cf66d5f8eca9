import { CloudError } from '../core/errors';
import type { Books } from './books';
import { ownNumber, type Read, readFields, text, whole } from './fields';
import { unused } from './identifiers';
import { mayEndAs, type RefundOutcome } from './machine';
import { fundsOf } from './moneyStore';
import type { Notices } from './notices';
import { findOrder } from './orders';
import { Malformed, Refusal } from './refusal';
import type { Order, Refund } from './types';

// [document] Lengths and characters; the function is called required, yet refunds without one go through [measured].
const refundFields = {
  function_name: text(64),
  env_id: text(64),
  sub_mch_id: text(32, { required: true }),
  nonce_str: text(32),
  transaction_id: text(32),
  out_trade_no: text(32, { pattern: ownNumber }),
  out_refund_no: text(64, { required: true, pattern: ownNumber }),
  total_fee: whole({ required: true }),
  refund_fee: whole({ required: true }),
  refund_fee_type: text(8, { pattern: /^CNY$/ }),
  refund_desc: text(80),
  refund_account: text(30, {
    pattern: /^(REFUND_SOURCE_RECHARGE_FUNDS|REFUND_SOURCE_UNSETTLED_FUNDS)$/,
  }),
};
type RefundRequest = Read<typeof refundFields>;

/** [measured] Part of every answer to a refund, refused ones too. */
export const noCoupons = {
  coupon_type_list: [],
  coupon_refund_id_list: [],
  coupon_refund_fee_list: [],
};

const oneYear = 365 * 24 * 3_600_000;
const mostRefunds = 50;
const end = 'pay.refund';

/** Refunds: accepted now, ended minutes later, and the function told. */
export class Refunds {
  constructor(
    private readonly books: Books,
    private readonly notices: Notices,
  ) {
    books.context.agenda.handle(end, async (payload) => {
      const { refundId, outcome } = payload as { refundId: number; outcome: RefundOutcome };
      this.end(refundId, outcome);
    });
  }

  /** `refund`. The same number with the same amounts is the same refund again. */
  accept(request: Readonly<Record<string, unknown>>, planned: RefundPlan = {}): Record<string, unknown> {
    const asked = readFields(refundFields, request);
    if (asked.refund_fee < 1) throw new Malformed('invalid refund_fee');
    if (!this.books.money.merchant(asked.sub_mch_id).mayRefund)
      throw new Malformed('特约子商户商户号未授权服务商的产品权限');
    return this.books.context.state.atomically(() => {
      const order = findOrder(this.books, asked);
      if (!order || order.paidAt === null) throw new Refusal('ORDERNOTEXIST', '订单不存在');
      const known = this.books.orders.refundByNumber(asked.sub_mch_id, asked.out_refund_no);
      if (known) checkSame(known, order, asked);
      else this.check(order, asked);
      return this.accepted(order, known ?? this.begin(order, asked, planned));
    });
  }

  /**
   * Ends a refund now instead of later; by hand also one in CHANGE. Refuses one that has ended for good.
   */
  endNow(subMchId: string, outRefundNo: string, outcome: RefundOutcome): Refund {
    const refund = this.books.orders.refundByNumber(subMchId, outRefundNo);
    if (!refund) throw new CloudError('REFUND_NOT_FOUND', `there is no refund ${outRefundNo} of ${subMchId}`);
    if (!mayEndAs(refund.status, outcome))
      throw new CloudError('REFUND_ENDED', `refund ${outRefundNo} has ended as ${refund.status}`);
    this.books.context.agenda.cancel(keyOf(refund.id));
    this.end(refund.id, outcome);
    this.notices.hurry();
    return this.books.orders.refundById(refund.id) ?? refund;
  }

  private check(order: Order, asked: RefundRequest): void {
    const { orders, money } = this.books;
    const earlier = orders.refundsOf(order.id).filter((refund) => refund.status !== 'REFUNDCLOSE');
    const returned = earlier.reduce((sum, refund) => sum + refund.fee, 0);
    // [measured] The words of each refusal, from answers of real accounts; the code of the last but one and the 50 are guesses.
    if (asked.total_fee !== order.totalFee)
      throw new Refusal('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试');
    if (returned === order.totalFee) throw new Refusal('ERROR', '订单已全额退款');
    if (returned + asked.refund_fee > order.totalFee) throw new Refusal('ERROR', '累计退款金额大于支付金额');
    if (this.books.now() > (order.paidAt ?? 0) + oneYear)
      throw new Refusal('TRADE_OVERDUE', '订单已经超过退款期限');
    if (earlier.length >= mostRefunds) throw new Refusal('ERROR', '订单退款次数超过50次');
    if (fundsOf(money.merchant(order.subMchId)) < asked.refund_fee)
      throw new Refusal('NOTENOUGH', '基本账户余额不足，请充值后重新发起');
  }

  private begin(order: Order, asked: RefundRequest, planned: RefundPlan): Refund {
    const { orders, money, identifiers, context } = this.books;
    const now = this.books.now();
    const refund = orders.addRefund({
      orderId: order.id,
      subMchId: order.subMchId,
      outRefundNo: asked.out_refund_no,
      refundId: unused(
        () => identifiers.refundId(now),
        (id) => orders.refundByRefundId(id) !== undefined,
      ),
      fee: asked.refund_fee,
      acceptedAt: now,
      functionName: asked.function_name ?? '',
      envId: asked.env_id ?? '',
    });
    orders.setState(order.id, 'REFUND');
    const merchant = money.merchant(order.subMchId);
    money.keepMerchant({ ...merchant, refunded: merchant.refunded + refund.fee });
    context.agenda.schedule({
      at: now + (planned.ms ?? this.delay()),
      kind: end,
      key: keyOf(refund.id),
      payload: { refundId: refund.id, outcome: planned.outcome ?? 'SUCCESS' },
    });
    return refund;
  }

  private delay(): number {
    const [least, most] = this.books.options.get().refundDelay;
    return least + this.books.context.random.stream('pay').below(most - least + 1);
  }

  private end(id: number, outcome: RefundOutcome): void {
    const { orders, money, context } = this.books;
    context.state.atomically(() => {
      const refund = orders.refundById(id);
      if (!refund || !mayEndAs(refund.status, outcome)) return;
      const now = this.books.now();
      orders.endRefund(id, outcome, now);
      const order = orders.byId(refund.orderId);
      if (outcome === 'SUCCESS') {
        money.wallet(order.payer);
        money.move(order.payer, refund.fee, { kind: 'refund', at: now, orderId: order.id, refundId: id });
      }
      if (outcome === 'REFUNDCLOSE') {
        const merchant = money.merchant(order.subMchId);
        money.keepMerchant({ ...merchant, refunded: merchant.refunded - refund.fee });
      }
      this.notices.announce(order, { ...refund, status: outcome, endedAt: now });
    });
  }

  private accepted(order: Order, refund: Refund): Record<string, unknown> {
    return this.books.answers.success(order.subMchId, {
      transaction_id: order.transactionId,
      out_trade_no: order.outTradeNo,
      out_refund_no: refund.outRefundNo,
      refund_id: refund.refundId,
      refund_fee: refund.fee,
      total_fee: order.totalFee,
      cash_fee: order.totalFee,
      cash_refund_fee: refund.fee,
      coupon_refund_fee: 0,
      coupon_refund_count: 0,
      ...noCoupons,
    });
  }
}

/** How an injected fault lets a refund end, and when. */
export interface RefundPlan {
  readonly ms?: number;
  readonly outcome?: RefundOutcome;
}

function checkSame(known: Refund, order: Order, asked: RefundRequest): void {
  const isSame =
    known.orderId === order.id && known.fee === asked.refund_fee && asked.total_fee === order.totalFee;
  if (!isSame) throw new Refusal('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致，请核实后再试');
}

function keyOf(refundId: number): string {
  return `${end}:${refundId}`;
}
