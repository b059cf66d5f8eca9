import { CloudError, invalidParam } from '../core/errors';
import type { Books } from './books';
import type { RefundOutcome, TradeState } from './machine';
import { fundsOf } from './moneyStore';
import { paymentEvent } from './noticeEvents';
import type { NoticeFilter } from './noticeStore';
import type { Notices } from './notices';
import type { PayOptions } from './options';
import type { OrderFilter } from './orderStore';
import type { Refunds } from './refunds';
import type { Delivery, Merchant, Notice, Order, Refund, WalletEntry } from './types';

/** Calls a function as an ordinary user does from a phone: through the gateway and its rules, `SOURCE` `wx_client`. */
export interface CallAsUserPort {
  callAsUser(call: {
    readonly openid: string;
    readonly name: string;
    readonly data: Readonly<Record<string, unknown>>;
  }): Promise<unknown>;
}

interface Parts {
  readonly notices: Notices;
  readonly refunds: Refunds;
  readonly port: CallAsUserPort;
}

/** An order with the state it shows now. */
export interface OrderView extends Omit<Order, 'frozen' | 'state'> {
  readonly state: TradeState;
}

export interface NoticeView extends Omit<Notice, 'event' | 'heldAttempt'> {
  readonly event: Readonly<Record<string, unknown>>;
  readonly deliveries: readonly Delivery[];
}

/** Who forges and what: an event of their own, or a believable one made from an order that is not paid. */
export interface Forgery {
  readonly openid: string;
  readonly functionName: string;
  readonly event?: Readonly<Record<string, unknown>>;
  readonly order?: { readonly subMchId: string; readonly outTradeNo: string };
}

/** What a tester may see and do in the pay room; the control interface mounts it. Money is whole fen. */
export class PayControl {
  constructor(
    private readonly books: Books,
    private readonly parts: Parts,
  ) {}

  options(): PayOptions {
    return this.books.options.get();
  }

  /** Changes what is named and leaves the rest. Refuses unknown names and values. */
  setOptions(change: unknown): PayOptions {
    return this.books.options.set(change);
  }

  /** Wallets opened so far. */
  balances(): { openid: string; balance: number }[] {
    return this.books.money.wallets();
  }

  balance(openid: string): number {
    return this.books.money.wallet(openid).balance;
  }

  /** Every fen that came or went, oldest first. */
  entries(openid: string): WalletEntry[] {
    return this.books.money.entries(openid);
  }

  /** Puts the balance at `fen`, not below zero; also takes away a lock for wrong passwords. */
  setBalance(openid: string, fen: number): number {
    if (!Number.isSafeInteger(fen) || fen < 0) throw invalidParam(`a balance is whole fen, not ${fen}`);
    this.books.context.state.atomically(() => {
      const { balance } = this.books.money.wallet(openid);
      this.books.money.move(openid, fen - balance, { kind: 'set', at: this.books.now() });
      this.books.money.setPasswordAttempts(openid, 0, 0);
    });
    return fen;
  }

  orders(filter: OrderFilter = {}): OrderView[] {
    return this.books.orders.list(filter).map((order) => this.view(order));
  }

  /** Refuses an unknown order. */
  order(
    subMchId: string,
    outTradeNo: string,
  ): { order: OrderView; refunds: readonly Refund[]; notices: readonly NoticeView[] } {
    const order = this.find(subMchId, outTradeNo);
    return {
      order: this.view(order),
      refunds: this.books.orders.refundsOf(order.id),
      notices: this.notices({ orderId: order.id }),
    };
  }

  /** Ends a refund now: SUCCESS unless named otherwise. */
  endRefund(subMchId: string, outRefundNo: string, outcome: RefundOutcome = 'SUCCESS'): Refund {
    return this.parts.refunds.endNow(subMchId, outRefundNo, outcome);
  }

  merchants(): (Merchant & { readonly available: number })[] {
    return this.books.money.merchants().map((merchant) => ({ ...merchant, available: fundsOf(merchant) }));
  }

  /** Binds or unbinds a merchant, gives or takes the right to refund. */
  setMerchant(subMchId: string, change: Partial<Pick<Merchant, 'isBound' | 'mayRefund'>>): void {
    this.books.money.keepMerchant({ ...this.books.money.merchant(subMchId), ...change });
  }

  /** Pays `fen` out to the merchant's bank, so that refunds can meet NOTENOUGH; negative fen is a top-up. */
  withdraw(subMchId: string, fen: number): void {
    const merchant = this.books.money.merchant(subMchId);
    if (!Number.isSafeInteger(fen) || fen > fundsOf(merchant))
      throw invalidParam(`${subMchId} has ${fundsOf(merchant)} fen, not ${fen} to withdraw`);
    this.books.money.keepMerchant({ ...merchant, withdrawn: merchant.withdrawn + fen });
  }

  /** Results told or still to be told, with every attempt. */
  notices(filter: NoticeFilter = {}): NoticeView[] {
    return this.books.notices.list(filter).map(({ event, heldAttempt: _held, ...notice }) => ({
      ...notice,
      event: JSON.parse(event) as Record<string, unknown>,
      deliveries: this.books.notices.deliveries(notice.id),
    }));
  }

  resendNotice(noticeId: number): void {
    this.parts.notices.resend(noticeId);
  }

  /** An ordinary user calls the notice function and pretends to be WeChat Pay. Resolves or rejects as the phone's call does. */
  forge({ openid, functionName, event, order }: Forgery): Promise<unknown> {
    const data = event ?? (order ? this.believable(order) : undefined);
    if (!data) throw invalidParam('a forgery needs an event, or an order to make one from');
    return this.parts.port.callAsUser({ openid, name: functionName, data });
  }

  private believable({ subMchId, outTradeNo }: { subMchId: string; outTradeNo: string }) {
    const { context, identifiers } = this.books;
    const now = this.books.now();
    const order = this.find(subMchId, outTradeNo);
    const paid = { ...order, paidAt: now, transactionId: identifiers.transactionId(now) };
    return paymentEvent(paid, { appid: context.settings.appid, nonce: identifiers.noticeNonce() });
  }

  private view({ frozen: _frozen, ...order }: Order): OrderView {
    return { ...order, state: this.books.stateOf({ ...order, frozen: '' }) };
  }

  private find(subMchId: string, outTradeNo: string): Order {
    const order = this.books.orders.find(subMchId, outTradeNo);
    if (!order) throw new CloudError('ORDER_NOT_FOUND', `there is no order ${outTradeNo} of ${subMchId}`);
    return order;
  }
}
