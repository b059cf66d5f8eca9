import type { PaidBill, PaidLine, Receipt, ReceiptRefund } from '../../types/contract/payments';
import { type Fen, noFen, sumFen } from '../../types/money';
import { formatYuan } from '../../types/yuan';
import { periodWords } from '../words/feeWords';

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

type Refunded = Pick<Receipt, 'bills' | 'left' | 'refunds'>;

/** What a line, or what went back of it, comes to over all purses. */
export function purses({ money, prepaid, vouchers }: PaidLine): Fen {
  return sumFen([money, prepaid, vouchers]);
}

/** One bill of a receipt of which something went back: what, and what is left of its payment. */
export interface ReturnedBill {
  readonly billId: string;
  readonly itemName: string;
  /** 10月; empty where the receipt has no other bill of this item. */
  readonly period: string;
  readonly returned: Fen;
  readonly left: Fen;
  /** Some of it has not arrived yet. */
  readonly isGoing: boolean;
}

/** The bills of which something went back, in the receipt's order; the amounts paid stay as they are. */
export function returnedBills({ bills, left, refunds }: Refunded, thisYear: number): readonly ReturnedBill[] {
  return bills.flatMap(({ billId, itemName, period }) => {
    const isOnly = bills.filter((bill) => bill.itemName === itemName).length === 1;
    const back = refunds.filter(({ lines }) => lines.some((line) => line.billId === billId));
    if (back.length === 0) return [];
    const sumOf = (lines: readonly PaidLine[]) =>
      sumFen(lines.filter((line) => line.billId === billId).map(purses));
    return {
      billId,
      itemName,
      period: isOnly ? '' : `${periodWords(period, thisYear)} `,
      returned: sumOf(back.flatMap(({ lines }) => lines)),
      left: sumOf(left),
      isGoing: back.some(({ state }) => state !== 'done'),
    };
  });
}

/** To stand under the item: 10月 已退 ¥20.00: 还剩 ¥518.08. */
export function returnedFact({ period, returned, left, isGoing }: ReturnedBill): NamedValue {
  return {
    name: `${period}${isGoing ? '退款中' : '已退'} ${formatYuan(returned)}`,
    value: left === noFen ? '全部退完' : `还剩 ${formatYuan(left)}`,
  };
}

/** What one refund gave back, line by line, each with the purse it went to: 物业费 10月 付款: ¥120.00. */
export function refundFacts(
  refund: ReceiptRefund,
  receipt: Refunded,
  thisYear: number,
): readonly NamedValue[] {
  return refund.lines.flatMap((line) => {
    const name = lineName(line, receipt, thisYear);
    return pursesOf(line).map((purse) => ({
      name: `${name} ${purse.name}`,
      value: formatYuan(purse.amount),
    }));
  });
}

/** A bill's line goes by its number where the bill has several; a receipt knows those that were paid. */
function lineName({ billId, line }: PaidLine, { bills, left, refunds }: Refunded, thisYear: number): string {
  const bill = bills.find((each) => each.billId === billId);
  const name = bill ? billName(bill, thisYear) : '账单';
  if (line === 'lateFee') return `${name} 违约金`;
  const known = [...left, ...refunds.flatMap(({ lines }) => lines)]
    .filter((each) => each.billId === billId && each.line !== 'lateFee')
    .map((each) => each.line);
  return new Set(known).size > 1 ? `${name} 第 ${line} 项` : name;
}

function billName({ itemName, period }: PaidBill, thisYear: number): string {
  return `${itemName} ${periodWords(period, thisYear)}`;
}

function pursesOf({ money, prepaid, vouchers }: PaidLine): readonly { name: string; amount: Fen }[] {
  const all = [
    { name: '付款', amount: money },
    { name: '预存', amount: prepaid },
    { name: '抵扣券', amount: vouchers },
  ];
  return all.filter(({ amount }) => amount > noFen);
}

/** Is nothing left of the payment: neither on a bill nor of what went into the prepaid balance. */
export function isAllBack({ left, refunds, toPrepaid }: Refunded & Pick<Receipt, 'toPrepaid'>): boolean {
  const fromPrepaid = sumFen(refunds.map((refund) => refund.fromPrepaid));
  return refunds.length > 0 && left.length === 0 && fromPrepaid === toPrepaid;
}
