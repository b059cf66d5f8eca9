import type { PaidBill, PayChannelName, Receipt, ReceiptRefund } from '../../types/contract/payments';
import { dayOf, type Instant, yearOf } from '../../types/day';
import { type Fen, noFen, sumFen } from '../../types/money';
import { formatYuan } from '../../types/yuan';
import { byItem, periodsWords } from '../words/feeWords';
import { momentWords } from '../words/timeWords';
import { isAllBack, type NamedValue } from './receiptRefunds';

export const channelNames: Readonly<Record<PayChannelName, string>> = {
  wechat: '微信支付',
  cash: '现金',
  card: '刷卡',
  transfer: '转账',
  prepaid: '预存抵扣',
};

export interface ReceiptLine {
  readonly name: string;
  /** Whose bills it sums up; absent for what concerns them all. */
  readonly itemName?: string;
  readonly amount: Fen;
  /** Takes something off. */
  readonly isMinus: boolean;
}

/** What was paid, one line an item, then what was taken off and what went into the prepaid balance. Sums to `amount`. */
export function receiptLines(
  receipt: Pick<Receipt, 'bills' | 'toPrepaid' | 'amount'>,
  thisYear: number,
): ReceiptLine[] {
  const items = byItem(receipt.bills).map(({ itemName, fees }) => ({
    name: `${itemName} ${periodsWords(
      fees.map(({ period }) => period),
      thisYear,
    )}`,
    itemName,
    amount: sumOf(fees, 'principal'),
    isMinus: false,
  }));
  const parts = [
    { name: '违约金', amount: sumOf(receipt.bills, 'lateFee'), isMinus: false },
    { name: '抵扣券', amount: sumOf(receipt.bills, 'vouchers'), isMinus: true },
    { name: '预存抵扣', amount: sumOf(receipt.bills, 'prepaid'), isMinus: true },
    { name: '存入预存', amount: receipt.toPrepaid, isMinus: false },
  ];
  return [...items, ...parts.filter(({ amount }) => amount !== noFen)];
}

function sumOf(bills: readonly PaidBill[], part: 'principal' | 'lateFee' | 'vouchers' | 'prepaid'): Fen {
  return sumFen(bills.map((bill) => bill[part]));
}

/** What the payment did, in a word; that nothing is left of it once all went back. */
export function doneWords(receipt: Pick<Receipt, 'bills' | 'left' | 'refunds' | 'toPrepaid'>): string {
  if (isAllBack(receipt)) return '已全部退款';
  if (receipt.bills.some(({ isInPart }) => isInPart)) return '已缴一部分';
  return receipt.bills.length > 0 ? '已缴清' : '已存入';
}

/** As a receipt has it: −¥20.00. */
export function lineAmount({ amount, isMinus }: ReceiptLine): string {
  return isMinus ? `−${formatYuan(amount)}` : formatYuan(amount);
}

/** Who, for which home, under which numbers. */
export function receiptFacts(receipt: Receipt): NamedValue[] {
  return [
    { name: '收款方', value: receipt.payeeName },
    { name: '付款人', value: receipt.payerName },
    { name: '房屋', value: `${receipt.communityName} ${receipt.place}` },
    ...(receipt.takenBy ? [{ name: '经办人', value: receipt.takenBy }] : []),
    { name: '收据号', value: receipt.receiptNumber },
    { name: '支付单号', value: receipt.orderId },
    ...(receipt.transactionId ? [{ name: '交易单号', value: inFours(receipt.transactionId) }] : []),
  ];
}

/** WeChat's 28 digits are read out in fours. */
export function inFours(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}

/** How and when: 微信支付 今天 14:38. */
export function paidWords(receipt: Pick<Receipt, 'channel' | 'paidAt'>, now: number): string {
  return `${channelNames[receipt.channel]} ${momentWords(receipt.paidAt, now)}`;
}

const refundNames: Readonly<Record<ReceiptRefund['state'], string>> = {
  onItsWay: '正在退回',
  done: '已退回',
  stuck: '退款遇到问题，财务正在处理',
};

export function refundWords({ state, reason }: ReceiptRefund): string {
  return `${refundNames[state]}：${reason}`;
}

/** The year that needs no naming: that of the payment. */
export function yearOfPayment(paidAt: number): number {
  return yearOf(dayOf(paidAt as Instant));
}
