import type { OpenPayment, PayChoice, PhoneView } from '../live/entities';
import { act } from '../live/notice';
import { request } from '../live/request';
import { type Fault, payFaults, ruleOf } from '../model/faults';
import { yuan } from '../model/money';
import { Icon } from '../parts/Icon';

interface Props {
  phone: PhoneView;
  payment: OpenPayment;
  name: string;
}

const once = payFaults.filter(({ id }) => id !== 'notice-late').map((fault) => ({ times: 1, ...fault }));

/** The wallet is open on the active phone: its owner's answer can be given here as well, with a disturbance for this one payment. */
export function PaymentAsked({ phone, payment, name }: Props) {
  const pay = (choice: PayChoice, fault?: Fault) =>
    act(async () => {
      if (fault) await request('POST', '/control/faults', ruleOf(fault));
      await request('POST', `/phones/${phone.id}/pay`, { choice });
    });
  return (
    <>
      <div className="balance">
        <strong>{payment.totalFee === undefined ? '¥—' : yuan(payment.totalFee)}</strong>
        <span className="text">
          {name}，{payment.body ?? '未知订单'}，等付款
        </span>
      </div>
      <div className="chips">
        <button type="button" className="button is-primary" onClick={() => void pay('pay')}>
          <Icon name="check" />
          付款
        </button>
        <button type="button" className="button" onClick={() => void pay('cancel')}>
          取消
        </button>
        {once.map((fault) => (
          <button key={fault.id} type="button" className="button" onClick={() => void pay('pay', fault)}>
            付了，{fault.label}
          </button>
        ))}
      </div>
    </>
  );
}
