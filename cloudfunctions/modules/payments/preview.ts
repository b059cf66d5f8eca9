import type { ParsedOf } from '../../../types/contract';
import type { PaidBill, PaymentPreview } from '../../../types/contract/payments';
import type { Day } from '../../../types/day';
import { type Fen, sumFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { limits } from '../../kernel/limits';
import type { Context } from '../../kernel/routes';
import { choosePayment, type HomeAccount, type Payer, type PaymentChoice, payableBills } from '../charging';
import { asOf } from './account';
import { paidBill } from './paidBills';
import { loadPaying } from './paying';

type Input = ParsedOf<'payments.preview'>;

/** What one tap would pay now, and with what. Refuses NOTHING_DUE, BILL_NOT_OPEN. */
export async function preview(
  { homeId, billIds }: Input,
  context: Context,
): Promise<Outcome<PaymentPreview>> {
  const paying = await loadPaying(context);
  if (!paying) return refused('NOT_ALLOWED');
  const account = asOf(paying.account, context.now);
  const choosing = chooseFor(account, paying.payer, context.today, billIds);
  if (choosing.kind === 'refused') return refused(refusalOf(choosing.reason));
  return granted(previewOf(homeId, account, choosing.choice));
}

/** As `choosePayment`, for as many bills as one order takes: of more the longest due. */
export function chooseFor(
  account: HomeAccount,
  payer: Payer,
  today: Day,
  billIds?: readonly string[],
): ReturnType<typeof choosePayment> {
  const payable = payableBills(account, payer);
  const most = limits.billsPerOrder;
  const wanted =
    billIds ?? (payable.length > most ? payable.slice(0, most).map((bill) => bill.billId) : undefined);
  return choosePayment(account, { payer, today, ...(wanted ? { billIds: wanted } : {}) });
}

export function refusalOf(reason: 'nothingDue' | 'billNotOpen'): 'NOTHING_DUE' | 'BILL_NOT_OPEN' {
  return reason === 'nothingDue' ? 'NOTHING_DUE' : 'BILL_NOT_OPEN';
}

/** A choice with the bills' names, which the account holds: no read. */
export function previewOf(homeId: string, { openBills }: HomeAccount, choice: PaymentChoice): PaymentPreview {
  const open = new Map(openBills.map((bill) => [bill.billId, bill]));
  const bills = choice.bills.flatMap((chosen): PaidBill[] => {
    const bill = open.get(chosen.billId);
    return bill ? [paidBill(chosen, bill)] : [];
  });
  const sum = (amountOf: (bill: PaidBill) => Fen) => sumFen(bills.map(amountOf));
  return {
    homeId,
    amount: choice.amount,
    bills,
    vouchers: sum(({ vouchers }) => vouchers),
    prepaid: sum(({ prepaid }) => prepaid),
    lateFee: sum(({ lateFee }) => lateFee),
  };
}
