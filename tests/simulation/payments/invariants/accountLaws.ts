import type { HomeAccount } from '../../../../cloudfunctions/modules/charging';
import { partyOf } from './books';
import type { Change } from './mirror';
import { broken, type View, type Violation } from './view';

/** The home's account says the same as the ledger, at every commit: it is what people pay by. */
export function judgeAccount({ after }: Change<'homeAccounts'>, view: View): readonly Violation[] {
  if (!after) return [broken('an account stays', 'a home account was removed')];
  return [...judgeOpenBills(after, view), ...judgePurses(after, view), ...judgeLiveOrder(after, view)];
}

function judgeOpenBills({ _id, openBills }: HomeAccount, { books }: View): readonly Violation[] {
  return openBills.flatMap(({ billId, amount, credits }) => {
    const owed = amount - credits.reduce((sum, credit) => sum + credit.amount, 0);
    const inLedger = books.balance('receivable', 'billId', billId);
    return [
      ...(owed > 0 ? [] : [broken('no credited bill is open', `${_id} ${billId} owes ${owed}`)]),
      ...(owed === inLedger
        ? []
        : [
            broken('an open bill owes what the ledger says', `${_id} ${billId}: ${owed}, ledger ${inLedger}`),
          ]),
    ];
  });
}

function judgePurses({ _id, prepaid, vouchers }: HomeAccount, { books }: View): readonly Violation[] {
  const wrongPrepaid = prepaid.flatMap(({ partyId, amount }) => {
    const inLedger = -books.balance('prepaid', 'party', partyOf(_id, partyId));
    return amount === inLedger && amount >= 0
      ? []
      : [broken('prepayment equals the ledger', `${_id} ${partyId}: ${amount}, ledger ${inLedger}`)];
  });
  const wrongVouchers = vouchers.flatMap(({ voucherId, rest }) => {
    const inLedger = -books.balance('vouchersOut', 'voucherId', voucherId);
    return rest === inLedger && rest >= 0
      ? []
      : [
          broken(
            'a voucher has left what the ledger says',
            `${_id} ${voucherId}: ${rest}, ledger ${inLedger}`,
          ),
        ];
  });
  return [...wrongPrepaid, ...wrongVouchers];
}

const mayBeLive: readonly string[] = ['creating', 'live'];

/** One live order at most is the shape of the document; that it lives, and alone holds vouchers, is judged. */
function judgeLiveOrder({ _id, liveOrder, vouchers }: HomeAccount, { mirror }: View): readonly Violation[] {
  const holders = vouchers.flatMap(({ reservedBy }) => (reservedBy === undefined ? [] : [reservedBy]));
  const strangers = holders.filter((orderId) => orderId !== liveOrder?.orderId);
  const state = liveOrder && mirror.get('paymentOrders', liveOrder.orderId)?.state;
  return [
    ...strangers.map((orderId) => broken('only the live order holds vouchers', `${_id} ${orderId}`)),
    ...(!liveOrder || mayBeLive.includes(String(state))
      ? []
      : [broken('the live order lives', `${_id} ${liveOrder.orderId} is ${state}`)]),
  ];
}
