import type { PaidBill, Receipt } from '../../types/contract/payments';
import { month } from '../../types/day';
import { fen } from '../../types/money';
import { period } from '../../types/period';

/** A bill in a receipt, for unit tests. */
export function paidBill(
  itemName: string,
  first: string,
  principal: number,
  more: Partial<PaidBill> = {},
): PaidBill {
  return {
    billId: `${itemName}-${first}`,
    itemName,
    purpose: 'propertyFee',
    period: period(month(first), 1),
    principal: fen(principal),
    lateFee: fen(0),
    vouchers: fen(0),
    prepaid: fen(0),
    money: fen(principal),
    ...more,
  };
}

/** The receipt of the drawing, for unit tests. */
export const receipt: Receipt = {
  orderId: 'NL2026111614380721',
  receiptNumber: 'SJ20261116-0001',
  homeId: 'yunqi-1201',
  communityName: '云栖苑',
  place: '3栋2单元1201',
  payeeName: '云栖物业服务有限公司',
  payerName: '陈女士',
  channel: 'wechat',
  transactionId: '4200002781202611161438072159',
  paidAt: Date.parse('2026-11-16T14:38:00+08:00'),
  bills: [
    paidBill('物业费', '2026-10', 53808, { vouchers: fen(2000), money: fen(51808) }),
    paidBill('物业费', '2026-11', 53808),
    paidBill('水费', '2026-09', 6960, { period: period(month('2026-09'), 2), purpose: 'water' }),
    paidBill('电费', '2026-10', 15884, { purpose: 'electricity' }),
  ],
  left: [],
  toPrepaid: fen(0),
  amount: fen(128460),
  refunds: [],
  canAskInvoice: true,
};
