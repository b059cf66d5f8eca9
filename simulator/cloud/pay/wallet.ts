import type { Books } from './books';
import { unused } from './identifiers';
import { hasExpired, refusalOf, stateAfter } from './machine';
import type { Notices } from './notices';
import { isSame, type SignType } from './signatures';
import type { Order } from './types';

export type WalletChoice = 'pay' | 'cancel' | 'wrongPassword';

/** What `wx.requestPayment` was called with: may be anything. */
export interface PaymentRequest {
  readonly timeStamp?: unknown;
  readonly nonceStr?: unknown;
  readonly package?: unknown;
  /** MD5 unless given. */
  readonly signType?: unknown;
  readonly paySign?: unknown;
}

type Signed = Record<(typeof signedFields)[number], string>;
const signedFields = ['timeStamp', 'nonceStr', 'package', 'paySign'] as const;

export interface WalletResult {
  /** `requestPayment:ok`, `requestPayment:fail cancel` or `requestPayment:fail …`: all that the mini-program learns. */
  readonly errMsg: string;
  /** What WeChat's own sheet told the user before it closed; no part of the mini-program's result. */
  readonly shown?: string;
}

const twoHours = 2 * 3_600_000;
/** [guess] As many wrong passwords as WeChat lets pass, and how long it then takes none. */
const passwordAttempts = 5;
const passwordLock = 3 * 3_600_000;
/** [guess] How long a slow bank takes unless the fault says. */
const slowBank = 30_000;

const settle = 'pay.settle';

/** WeChat's payment sheet and the money behind it, one wallet per user. */
export class Wallet {
  constructor(
    private readonly books: Books,
    private readonly notices: Notices,
  ) {
    books.context.agenda.handle(settle, async (payload) => this.settle(payload as { orderId: number }));
  }

  /**
   * `wx.requestPayment` of this user. Everything is checked that the real sheet checks: the signature, the age of the prepay
   * session, who may pay, the state of the order. Of two sheets open on one order the first to pay wins.
   */
  pay(request: { openid: string; payment: PaymentRequest; choice: WalletChoice }): WalletResult {
    const { openid, choice } = request;
    const started = Date.now();
    const { result, detail } = this.books.context.state.atomically(() => {
      const opened = this.open(openid, request.payment);
      if ('errMsg' in opened) return { result: opened, detail: '' };
      return { result: this.decide(openid, opened, choice), detail: opened.outTradeNo };
    });
    this.notices.hurry();
    const isPaid = result.errMsg === 'requestPayment:ok';
    this.books.context.log.add({
      at: this.books.now(),
      kind: 'pay',
      who: openid,
      what: 'wx.requestPayment',
      milliseconds: Date.now() - started,
      outcome: isPaid ? 'ok' : 'refused',
      detail: [detail, choice, result.errMsg, result.shown].filter(Boolean).join(', '),
    });
    return result;
  }

  /** The payer pays at once, before the order call has answered. The notice to deliver, if the money moved. */
  payAhead(order: Order): number | undefined {
    return this.books.context.state.atomically(() => {
      const current = this.books.orders.byId(order.id);
      if (stateAfter(this.books.stateOf(current), 'pay') === undefined) return undefined;
      if (this.books.money.wallet(order.payer).balance < order.totalFee) return undefined;
      return this.take(current);
    });
  }

  /** The order behind the payment parameters, or what the sheet says instead of opening. */
  private open(openid: string, payment: PaymentRequest): Order | WalletResult {
    const missing = signedFields.find((name) => typeof payment[name] !== 'string');
    if (missing !== undefined) return wrongParameter(missing, payment[missing]);
    const signed = payment as Signed;
    const signType = payment.signType ?? 'MD5';
    const prepayId = /^prepay_id=(.+)$/.exec(signed.package)?.[1];
    if (prepayId === undefined) return fail('缺少参数prepay_id');
    if (signType !== 'MD5' && signType !== 'HMAC-SHA256') return fail('支付验证签名失败');
    if (!this.isSigned(signed, signType)) return fail('支付验证签名失败');
    const prepay = this.books.orders.prepay(prepayId);
    if (!prepay) return fail('prepay_id无效');
    const order = this.books.orders.byId(prepay.orderId);
    const now = this.books.now();
    const refusal = refusalOf(this.books.stateOf(order));
    if (refusal) return fail(refusal.description);
    // [measured] The words of a session older than two hours and of an order past its time.
    if (now >= prepay.createdAt + twoHours || hasExpired(order, now)) return fail('该订单已过期，请重新下单');
    if (order.payer !== openid) return fail('下单账号与支付账号不一致，请核实后再支付');
    return order;
  }

  private isSigned(payment: Signed, signType: SignType): boolean {
    const { timeStamp, nonceStr, package: prepay, paySign } = payment;
    const appId = this.books.context.settings.appid;
    const expected = this.books.answers.paySignOf({ appId, timeStamp, nonceStr, package: prepay, signType });
    return isSame(paySign, expected);
  }

  private decide(openid: string, order: Order, choice: WalletChoice): WalletResult {
    const wallet = this.books.money.wallet(openid);
    if (choice === 'cancel') return cancelled();
    if (this.books.now() < wallet.lockedUntil) return cancelled('支付密码输入错误次数过多，请稍后再试');
    if (choice === 'wrongPassword') return this.refusePassword(openid, wallet.wrongPasswords + 1);
    if (wallet.wrongPasswords > 0) this.books.money.setPasswordAttempts(openid, 0, 0);
    if (wallet.balance < order.totalFee) return cancelled('零钱余额不足');
    const [fault] = this.books.context.faults
      .draw('pay.wallet')
      .filter((rule) => rule.kind === 'slow' || rule.kind === 'error');
    if (fault?.kind === 'error') {
      this.books.orders.setState(order.id, 'PAYERROR');
      return fail(fault.message ?? '支付失败');
    }
    if (fault) return this.begin(order, fault.ms ?? slowBank);
    this.take(order);
    return { errMsg: 'requestPayment:ok' };
  }

  /** The user tries, sees that it is wrong, and closes the sheet. */
  private refusePassword(openid: string, wrong: number): WalletResult {
    const isLocked = wrong >= passwordAttempts;
    const lockedUntil = isLocked ? this.books.now() + passwordLock : 0;
    this.books.money.setPasswordAttempts(openid, isLocked ? 0 : wrong, lockedUntil);
    return cancelled('支付密码错误，请重试');
  }

  /** A slow bank: the sheet closes with success while the order is USERPAYING and no money has moved. */
  private begin(order: Order, ms: number): WalletResult {
    this.books.orders.setState(order.id, 'USERPAYING');
    this.books.context.agenda.schedule({
      at: this.books.now() + ms,
      kind: settle,
      key: `${settle}:${order.id}`,
      payload: { orderId: order.id },
    });
    return { errMsg: 'requestPayment:ok' };
  }

  private settle({ orderId }: { orderId: number }): void {
    this.books.context.state.atomically(() => {
      const order = this.books.orders.byId(orderId);
      if (order.state !== 'USERPAYING') return;
      const isCovered = this.books.money.wallet(order.payer).balance >= order.totalFee;
      if (isCovered) this.take(order);
      else this.books.orders.setState(order.id, 'PAYERROR');
    });
  }

  /** The money moves from the payer to the merchant and the result is announced, all or nothing. */
  private take(order: Order): number | undefined {
    const { orders, money, identifiers } = this.books;
    const now = this.books.now();
    const transactionId = unused(
      () => identifiers.transactionId(now),
      (id) => orders.byTransaction(id) !== undefined,
    );
    orders.markPaid(order.id, transactionId, now);
    money.wallet(order.payer);
    money.move(order.payer, 0 - order.totalFee, { kind: 'pay', at: now, orderId: order.id });
    const merchant = money.merchant(order.subMchId);
    money.keepMerchant({ ...merchant, received: merchant.received + order.totalFee });
    return this.notices.announce(orders.byId(order.id))?.id;
  }
}

function cancelled(shown?: string): WalletResult {
  const errMsg = 'requestPayment:fail cancel';
  return shown === undefined ? { errMsg } : { errMsg, shown };
}

function fail(words: string): WalletResult {
  return { errMsg: `requestPayment:fail ${words}`, shown: words };
}

/** [measured] How the base library words a parameter of the wrong type, for every one of its interfaces. */
function wrongParameter(name: string, given: unknown): WalletResult {
  const type = Object.prototype.toString.call(given).slice(8, -1);
  return {
    errMsg: `requestPayment:fail parameter error: parameter.${name} should be String instead of ${type};`,
  };
}
