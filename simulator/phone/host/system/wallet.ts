import { button, h, openLayer } from './layer';
import { oneOf, type Prompts } from './prompts';

export type WalletChoice = 'pay' | 'cancel' | 'wrongPassword';

/** What the wallet shows of an order. Money is whole fen. */
interface OrderLine {
  readonly totalFee?: number;
  readonly body?: string;
  readonly subMchId?: string;
}

/** Opens the wallet on an order and waits for what its owner does. */
export async function askWallet(prompts: Prompts, prepay: unknown): Promise<WalletChoice> {
  const order = await orderOf(String(prepay ?? ''));
  return prompts.ask<WalletChoice>({
    kind: 'requestPayment',
    details: { ...order },
    read: oneOf('requestPayment', 'pay', 'cancel', 'wrongPassword'),
    draw: (choose) => draw(order, choose),
  });
}

/** WeChat knows the order behind a prepay id; here the cloud's control interface does. An unknown one opens an empty sheet. */
async function orderOf(prepay: string): Promise<OrderLine> {
  const response = await fetch(`/phone/order?package=${encodeURIComponent(prepay)}`);
  return response.ok ? ((await response.json()) as OrderLine) : {};
}

function draw(order: OrderLine, choose: (choice: WalletChoice) => void): () => void {
  const close = button('system-close', '×', () => choose('cancel'));
  close.setAttribute('aria-label', '取消支付');
  const amount = order.totalFee === undefined ? '—' : (order.totalFee / 100).toFixed(2);
  return openLayer(
    'sheet',
    '微信支付',
    close,
    h('div', 'wallet-payee', order.body ?? '商户订单'),
    h('div', 'wallet-amount', h('small', '', '¥'), amount),
    row('收款方', order.subMchId ? `商户 ${order.subMchId}` : '未知商户'),
    row('付款方式', '零钱'),
    button('system-button is-primary is-wide', '确认支付', () => choose('pay')),
    h(
      'div',
      'wallet-other',
      button('system-link', '输错密码', () => choose('wrongPassword')),
      button('system-link', '取消', () => choose('cancel')),
    ),
    h('p', 'system-note', '模拟钱包，不会产生真实扣款'),
  );
}

function row(name: string, value: string): HTMLElement {
  return h('div', 'system-row', h('span', '', name), h('b', '', value));
}
