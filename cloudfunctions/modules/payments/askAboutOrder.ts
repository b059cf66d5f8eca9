import type { Ports } from '../../kernel/ports';
import { payChannel } from '../../platform/pay';
import type { OrderOutcome, SettleAnswer } from '../../platform/pay/port';
import type { FrozenAsk, PaymentOrder } from './order';
import { settleResult } from './settleResult';

/** An order that WeChat was, or will be, asked for. */
export type AskedOrder = PaymentOrder & { readonly ask: FrozenAsk };

export function isAsked(order: PaymentOrder): order is AskedOrder {
  return order.ask !== undefined;
}

/** What WeChat says of an order; of a paid one also what became of the payment here. */
export type AskedAbout =
  | Exclude<OrderOutcome, { readonly kind: 'paid' }>
  | { readonly kind: 'paid'; readonly settled: SettleAnswer['kind'] };

/** Asks WeChat how an order stands, and posts a payment it tells of. */
export async function askAboutOrder({ _id, ask }: AskedOrder, ports: Ports): Promise<AskedAbout> {
  const channel = payChannel(ask.channel);
  const outcome = await channel.queryOrder({ outTradeNo: _id, merchantId: ask.merchantId });
  if (outcome.kind !== 'paid') return outcome;
  const { kind, ...facts } = outcome;
  const { kind: settled } = await settleResult({ ...facts, channel: ask.channel, outTradeNo: _id }, ports);
  return { kind, settled };
}
