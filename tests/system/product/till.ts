import type { PayChannel, PrepayOrder, RefundOrder } from '../../../cloudfunctions/platform/pay/port';
import type { Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import { openidOf, startWorld, type World } from './world';

export const merchantId = '1900000109';
export const minute = 60_000;
export const hour = 60 * minute;

let numbers = 0;

/** One driver on the real SDK against the simulated WeChat Pay, a payer, and what one does with orders. */
export class Till {
  private constructor(
    readonly world: World,
    readonly channel: PayChannel,
  ) {}

  static async open(): Promise<Till> {
    const world = await startWorld();
    const { payChannel } = await import('../../../cloudfunctions/platform/pay');
    world.phoneCode('payer', '13800000001');
    world.phoneCode('other', '13800000002');
    return new Till(world, payChannel('cloudpay'));
  }

  now(): Instant {
    return this.world.cloud.context.clock.now() as Instant;
  }

  newOrder(more: Partial<PrepayOrder> = {}): PrepayOrder {
    return {
      outTradeNo: `N2026111000${++numbers}`,
      merchantId,
      payerOpenid: openidOf('payer'),
      amount: fen(12_345),
      description: '云栖苑3栋2单元1201 物业费、水费、电费，2026年10月至2026年11月的全部应缴费用合计',
      startsAt: this.now(),
      expiresAt: (this.now() + 5 * minute) as Instant,
      payerIp: '127.0.0.1',
      ...more,
    };
  }

  /** Strikes once unless said otherwise. */
  fault(
    point: string,
    kind: string,
    more: { times?: number; code?: string; ms?: number; message?: string } = {},
  ) {
    const rule = { id: `${point} ${kind}`, point, kind, chance: 1, times: 1, ...more };
    this.world.cloud.context.faults.add(rule);
  }

  async advance(ms: number): Promise<void> {
    await this.world.cloud.context.agenda.advance(this.now() + ms);
  }

  async prepay(order: PrepayOrder) {
    const outcome = await this.channel.createPrepay(order);
    if (outcome.kind !== 'ready') throw new Error(JSON.stringify(outcome));
    return outcome.wallet;
  }

  /** What the payer's sheet says. */
  async sheet(order: PrepayOrder, choice: 'pay' | 'cancel' = 'pay'): Promise<string> {
    const payment = { appId: this.world.cloud.context.settings.appid, ...(await this.prepay(order)) };
    return this.world.cloud.rooms.pay.wallet.pay({ openid: openidOf('payer'), payment, choice }).errMsg;
  }

  async paid(more: Partial<PrepayOrder> = {}): Promise<PrepayOrder> {
    const order = this.newOrder(more);
    expect(await this.sheet(order)).toBe('requestPayment:ok');
    return order;
  }

  refundOf(order: PrepayOrder, more: Partial<RefundOrder> = {}): RefundOrder {
    return {
      outTradeNo: order.outTradeNo,
      merchantId,
      outRefundNo: `R${order.outTradeNo}`,
      total: order.amount,
      amount: fen(345),
      reason: '重复支付',
      ...more,
    };
  }
}
