import type { Caller } from '../core/callers';
import { compactChinaTime } from '../core/clock';
import type { Books } from './books';
import { ownNumber, type Read, readFields, text, whole } from './fields';
import { providerOpenid, unused } from './identifiers';
import { hasExpired, refusalOf, stateAfter, stateDescriptions } from './machine';
import { Malformed, Refusal } from './refusal';
import type { SignType } from './signatures';
import { parseChinaTime } from './times';
import type { Order } from './types';

// [document] Lengths and characters. `nonce_str` and `trade_type` are called required, yet the documents' own examples leave
// them out.
const orderFields = {
  function_name: text(64, { required: true }),
  env_id: text(64, { required: true }),
  sub_mch_id: text(32, { required: true }),
  device_info: text(32),
  nonce_str: text(32),
  sign_type: text(32, { pattern: /^(MD5|HMAC-SHA256)$/ }),
  body: text(128, { required: true }),
  detail: text(6000),
  attach: text(127),
  out_trade_no: text(32, { required: true, pattern: ownNumber }),
  fee_type: text(16, { pattern: /^CNY$/ }),
  total_fee: whole({ required: true }),
  spbill_create_ip: text(64, { required: true, pattern: /^[0-9a-fA-F.:]+$/ }),
  time_start: text(14),
  time_expire: text(14),
  goods_tag: text(32),
  trade_type: text(16),
  limit_pay: text(32, { pattern: /^no_credit$/ }),
  profit_sharing: text(8),
  openid: text(128),
  sub_openid: text(128),
  receipt: text(8),
};
type OrderRequest = Read<typeof orderFields>;

const lookupFields = {
  sub_mch_id: text(32, { required: true }),
  nonce_str: text(32),
  transaction_id: text(32),
  out_trade_no: text(32),
};
const closeFields = {
  sub_mch_id: text(32, { required: true }),
  nonce_str: text(32),
  out_trade_no: text(32, { required: true, pattern: ownNumber }),
};

/** [guess] The words; that a minute is the least is documented. */
const tooShort = 'time_expire时间过短';
const oneMinute = 60_000;
const fiveMinutes = 300_000;
/** [guess] 100 million yuan; the real ceiling is set per merchant. */
const highestFee = 10_000_000_000;

type Fields = Readonly<Record<string, unknown>>;

/** Ordering, looking up and closing. */
export class Orders {
  constructor(private readonly books: Books) {}

  /** `unifiedOrder`. The same number with the same request brings a new prepay session for the same order. */
  place(request: Fields, caller: Caller): { order: Order; answer: Record<string, unknown> } {
    const asked = readFields(orderFields, request);
    const payer = asked.sub_openid ?? asked.openid ?? caller.openid;
    this.check(asked, payer);
    return this.books.context.state.atomically(() => {
      const order = this.orderFor(asked, payer ?? '', frozenForm(request, payer ?? ''));
      const prepayId = this.openPrepay(order);
      const answer = this.books.answers.success(order.subMchId, {
        trade_type: 'JSAPI',
        prepay_id: prepayId,
        ...(order.deviceInfo ? { device_info: order.deviceInfo } : {}),
      });
      const signType = (asked.sign_type ?? 'MD5') as SignType;
      // [measured] The payment carries the nonce of the answer.
      const payment = this.books.answers.payment(
        prepayId,
        this.books.now(),
        signType,
        String(answer.nonce_str),
      );
      return { order, answer: { ...answer, payment } };
    });
  }

  /** `queryOrder`: by `transaction_id` before `out_trade_no`. */
  query(request: Fields): Record<string, unknown> {
    const asked = readFields(lookupFields, request);
    const order = findOrder(this.books, asked);
    if (!order) throw new Refusal('ORDERNOTEXIST', 'order not exist');
    const state = this.books.stateOf(order);
    const isPaid = state === 'SUCCESS' || state === 'REFUND';
    return this.books.answers.success(order.subMchId, {
      ...(isPaid ? paidFields(order) : {}),
      trade_state: state,
      total_fee: order.totalFee,
      coupon_id_list: [],
      coupon_type_list: [],
      coupon_fee_list: [],
      out_trade_no: order.outTradeNo,
      attach: order.attach,
      device_info: order.deviceInfo,
      trade_state_desc: stateDescriptions[state],
    });
  }

  /** `closeOrder`. */
  close(request: Fields): Record<string, unknown> {
    const asked = readFields(closeFields, request);
    const order = this.books.orders.find(asked.sub_mch_id, asked.out_trade_no);
    if (!order) throw new Refusal('ORDERNOTEXIST', '订单不存在');
    const state = this.books.stateOf(order);
    if (stateAfter(state, 'close') === undefined) throw refusalOf(state) ?? new Refusal('SYSTEMERROR', state);
    const isEarly = this.books.now() < order.createdAt + fiveMinutes;
    if (isEarly && this.books.options.get().earlyClose === 'refused')
      // [guess] The documents forbid it and list no code but this one for "not now".
      throw new Refusal('SYSTEMERROR', '订单生成后不能马上调用关单接口，最短调用时间间隔为5分钟');
    this.books.orders.setState(order.id, 'CLOSED');
    return this.books.answers.success(order.subMchId, {});
  }

  private check(asked: OrderRequest, payer: string | undefined): void {
    if (!payer) throw new Malformed('JSAPI支付必须传openid');
    if (asked.trade_type !== undefined && asked.trade_type !== 'JSAPI')
      throw new Malformed(`trade_type参数格式错误：小程序只能是JSAPI，收到${asked.trade_type}`);
    if (asked.total_fee < 1 || asked.total_fee > highestFee) throw new Malformed('invalid total_fee');
    if (!this.books.money.merchant(asked.sub_mch_id).isBound) throw new Malformed('受理关系不存在');
    instantOf('time_start', asked.time_start);
    instantOf('time_expire', asked.time_expire);
  }

  private orderFor(asked: OrderRequest, payer: string, frozen: string): Order {
    const known = this.books.orders.find(asked.sub_mch_id, asked.out_trade_no);
    if (known) {
      const refusal = refusalOf(this.books.stateOf(known));
      if (refusal) throw refusal;
      // [measured] The code and the words of a number that comes back with anything changed.
      if (known.frozen !== frozen) throw new Refusal('INVALID_REQUEST', '201 商户订单号重复');
      if (hasExpired(known, this.books.now())) throw new Malformed(tooShort);
      return known;
    }
    const expiresAt = instantOf('time_expire', asked.time_expire);
    if (expiresAt !== null && expiresAt < this.books.now() + oneMinute) throw new Malformed(tooShort);
    return this.books.orders.add({
      subMchId: asked.sub_mch_id,
      outTradeNo: asked.out_trade_no,
      payer,
      totalFee: asked.total_fee,
      createdAt: this.books.now(),
      expiresAt,
      body: asked.body,
      attach: asked.attach ?? '',
      deviceInfo: asked.device_info ?? '',
      functionName: asked.function_name,
      envId: asked.env_id,
      frozen,
    });
  }

  private openPrepay(order: Order): string {
    const { identifiers, orders } = this.books;
    const now = this.books.now();
    const prepayId = unused(
      () => identifiers.prepayId(now),
      (id) => orders.prepay(id) !== undefined,
    );
    orders.addPrepay({ prepayId, orderId: order.id, createdAt: now });
    return prepayId;
  }
}

/** By `transaction_id` first, as WeChat Pay looks; another merchant's order is not there. */
export function findOrder(
  { orders }: Books,
  asked: { sub_mch_id: string; transaction_id: string | undefined; out_trade_no: string | undefined },
): Order | undefined {
  if (asked.transaction_id !== undefined) {
    const order = orders.byTransaction(asked.transaction_id);
    return order?.subMchId === asked.sub_mch_id ? order : undefined;
  }
  if (asked.out_trade_no === undefined) throw new Malformed('缺少参数transaction_id或out_trade_no');
  return orders.find(asked.sub_mch_id, asked.out_trade_no);
}

/** [document] When an order comes again, every parameter must be as before; the nonce is new each time by its nature. */
function frozenForm(request: Fields, payer: string): string {
  const { nonce_str: _nonce, sign: _sign, openid: _openid, sub_openid: _subOpenid, ...rest } = request;
  const sorted = Object.entries({ ...rest, payer }).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted);
}

function instantOf(name: string, given: string | undefined): number | null {
  if (given === undefined) return null;
  const instant = given.length === 14 ? parseChinaTime(given) : undefined;
  if (instant === undefined) throw new Malformed(`${name}参数格式错误`);
  return instant;
}

function paidFields(order: Order): Record<string, unknown> {
  return {
    openid: providerOpenid(order.payer),
    is_subscribe: 'N',
    sub_openid: order.payer,
    sub_is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    fee_type: 'CNY',
    cash_fee: order.totalFee,
    cash_fee_type: 'CNY',
    transaction_id: order.transactionId,
    time_end: compactChinaTime(order.paidAt ?? 0),
  };
}
