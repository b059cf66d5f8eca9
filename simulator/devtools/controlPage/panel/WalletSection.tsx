import { useRef } from 'react';
import type { FaultInForce, Order, PhoneView } from '../live/entities';
import { act } from '../live/notice';
import { usePolled } from '../live/poll';
import { request } from '../live/request';
import { payFaults } from '../model/faults';
import { yuan } from '../model/money';
import { minuteText } from '../model/time';
import { Section } from '../parts/Section';
import { setFault } from './FaultsSection';
import { PaymentAsked } from './PaymentAsked';

const stateWords: Readonly<Record<Order['state'], string>> = {
  NOTPAY: '待付',
  USERPAYING: '付款中',
  PAYERROR: '付款失败',
  SUCCESS: '已付',
  REFUND: '有退款',
  CLOSED: '已关',
};
const startBalance = 10_000_000;
const ordersShown = 2;

/** The active user's money. What the phone's own wallet asks can be answered there or here. */
export function WalletSection({ phone, name }: { phone: PhoneView; name: string }) {
  const { openid, payment } = phone;
  const wallet = `/control/wallets/${openid}`;
  const balance = usePolled<{ balance: number }>(wallet, 2000)?.balance;
  const orders = usePolled<{ orders: Order[] }>(
    `/control/pay/orders?payer=${openid}&limit=1000`,
    2000,
  )?.orders;
  const inForce = usePolled<{ rules: FaultInForce[] }>('/control/faults', 2000)?.rules ?? [];
  const before = useRef(startBalance);
  const latest = [...(orders ?? [])].reverse().slice(0, ordersShown);
  const isEmpty = balance === 0;
  const empty = () => {
    if (!isEmpty) before.current = balance ?? startBalance;
    return act(() => request('PUT', wallet, { balance: isEmpty ? before.current : 0 }));
  };
  return (
    <Section name="钱包" aside={<code>{payment?.outTradeNo ?? latest[0]?.outTradeNo}</code>}>
      {payment && <PaymentAsked phone={phone} payment={payment} name={name} />}
      <div className="balance">
        <strong>{balance === undefined ? '¥—' : yuan(balance)}</strong>
        <span className="text">
          {name} 的零钱，{orders?.length ? `${orders.length} 笔订单` : '还没有订单'}
        </span>
      </div>
      {latest.map((order) => (
        <div key={order.id} className="order">
          <code>{minuteText(order.createdAt)}</code>
          <span className="text">{order.body}</span>
          <span className="amount">{yuan(order.totalFee)}</span>
          <em className={`chip ${order.state === 'SUCCESS' ? 'is-good' : ''}`}>{stateWords[order.state]}</em>
        </div>
      ))}
      <div className="chips">
        {payFaults.map((fault) => {
          const isOn = inForce.some(({ id, left }) => id === fault.id && left !== 0);
          return (
            <button
              key={fault.id}
              type="button"
              className="button toggle"
              aria-pressed={isOn}
              onClick={() => void setFault(fault, !isOn)}
            >
              {fault.label}
            </button>
          );
        })}
        <button type="button" className="button toggle" aria-pressed={isEmpty} onClick={() => void empty()}>
          余额不足
        </button>
      </div>
    </Section>
  );
}
