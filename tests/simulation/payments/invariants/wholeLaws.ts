import type { Bill } from '../../../../cloudfunctions/modules/charging';
import { judgeAccount } from './accountLaws';
import { Books } from './books';
import { judgeInvoice } from './invoiceLaws';
import { judgeOrder, judgeRefund } from './orderLaws';
import { judgeVouchersOver } from './purseLaws';
import { broken, type View, type Violation } from './view';

/** Everything there is, from the ground up: what the steps have kept up is computed anew and compared. */
export function judgeAll(view: View): readonly Violation[] {
  const { mirror, books } = view;
  const anew = new Books();
  for (const journal of mirror.all('journals')) anew.post(journal);
  return [
    ...mirror.differences().map((what) => broken('the mirror shows the database', what)),
    ...books.differences(anew).map((what) => broken('the books are the sum of the journals', what)),
    ...(anew.trialBalance() === 0 ? [] : [broken('the ledger balances', String(anew.trialBalance()))]),
    ...judgeMoney(view),
    ...judgeOwed(view),
    ...[...mirror.all('homeAccounts')].flatMap((after) =>
      judgeAccount({ name: 'homeAccounts', id: after._id, before: after, after }, view),
    ),
    ...[...mirror.all('paymentOrders')].flatMap((after) =>
      judgeOrder({ name: 'paymentOrders', id: after._id, before: after, after }, view),
    ),
    ...[...mirror.all('refunds')].flatMap((after) =>
      judgeRefund({ name: 'refunds', id: after._id, before: after, after }, view),
    ),
    ...[...mirror.all('invoices')].flatMap((after) =>
      judgeInvoice({ name: 'invoices', id: after._id, before: after, after }, view),
    ),
  ];
}

/** What WeChat has and the ledger does not know yet, in fen: payments that came, refunds that ended. */
export function unbooked({ wechat, books, merchantId }: View) {
  const paid = wechat.paidOrders();
  const ended = wechat.refunds().filter(({ status }) => status === 'SUCCESS');
  const hasWeChatMoney = (orderId: string) => books.balance('wechatPay', 'orderId', orderId);
  const back = new Map<string, number>();
  for (const { outTradeNo, fee } of ended) back.set(outTradeNo, (back.get(outTradeNo) ?? 0) + fee);
  return {
    spent: wechat.spent(),
    /** By order: what its wallet has given for good, less what the ledger has of it. */
    differences: paid
      .map(({ outTradeNo, subMchId, totalFee, paidAt }) => {
        const here = subMchId === merchantId ? hasWeChatMoney(outTradeNo) : 0;
        return { orderId: outTradeNo, paidAt, fen: totalFee - (back.get(outTradeNo) ?? 0) - here };
      })
      .filter(({ fen }) => fen !== 0),
  };
}

/** Wallets + refunds in flight = ledger: what has left the wallets is booked, or is named as not booked yet. */
function judgeMoney(view: View): readonly Violation[] {
  const { spent, differences } = unbooked(view);
  const booked = view.books.balance('wechatPay');
  const open = differences.reduce((sum, { fen }) => sum + fen, 0);
  return spent === booked + open
    ? []
    : [broken('wallets and refunds in flight equal the ledger', `${spent} ≠ ${booked} + ${open}`)];
}

/** Nothing that is owed, prepaid or granted is missing in its home's account. */
function judgeOwed({ books, mirror }: View): readonly Violation[] {
  const open = new Set<string>();
  const parties = new Set<string>();
  const vouchers = new Set<string>();
  for (const account of mirror.all('homeAccounts')) {
    for (const { billId } of account.openBills) open.add(billId);
    for (const { partyId } of account.prepaid) parties.add(`${account._id}/${partyId}`);
    for (const { voucherId } of account.vouchers) vouchers.add(voucherId);
  }
  const missing = (law: string, entries: Iterable<readonly [string, number]>, known: ReadonlySet<string>) =>
    [...entries]
      .filter(([id]) => !known.has(id))
      .map(([id, balance]) => broken(law, `${id}: ${balance}, not in the account`));
  return [
    ...missing('what is owed is open', books.open('receivable', 'billId'), open),
    ...missing('prepayment equals the ledger', books.open('prepaid', 'party'), parties),
    ...missing('a voucher has left what the ledger says', books.open('vouchersOut', 'voucherId'), vouchers),
  ];
}

/** When everything has had its time: no order hangs, no fen is lost, no projection lags behind. */
export function judgeEnd(view: View): readonly Violation[] {
  const { mirror } = view;
  return [
    ...judgeAll(view),
    ...[...mirror.all('paymentOrders')]
      .filter(({ state }) => !['paid', 'closed', 'failed', 'returned'].includes(state))
      .map(({ _id, state }) => broken('every order ends', `${_id} is ${state}`)),
    ...[...mirror.all('homeAccounts')]
      .filter(({ liveOrder }) => liveOrder !== undefined)
      .map(({ _id, liveOrder }) => broken('every order ends', `${_id} still has ${liveOrder?.orderId}`)),
    ...[...mirror.all('homeAccounts')].flatMap((account) => judgeVouchersOver(account, view)),
    ...judgeRefundsEnded(view),
    ...judgeDifferences(view),
    // The nightly count compares the community's totals itself.
    ...[...mirror.all('cases')]
      .filter(({ cause }) => cause === 'projectionDiffers')
      .map(({ _id }) => broken('projections equal the journals', _id)),
    ...[...mirror.all('bills')].flatMap((bill) => judgeProjection(bill, view)),
  ];
}

function judgeRefundsEnded({ mirror }: View): readonly Violation[] {
  const cases = [...mirror.all('cases')];
  return [...mirror.all('refunds')].flatMap(({ _id, state }) => {
    if (state === 'done') return [];
    const hasCase = state === 'stuck' && cases.some(({ refundId }) => refundId === _id);
    return hasCase ? [] : [broken('every refund ends or has a case', `${_id} is ${state}`)];
  });
}

/** Every fen received is credited or on its way back; every difference has a case. */
function judgeDifferences(view: View): readonly Violation[] {
  const cases = [...view.mirror.all('cases')];
  return unbooked(view).differences.flatMap(({ orderId, fen }) => {
    const hasCase = cases.some((each) => each.orderId === orderId);
    return hasCase ? [] : [broken('every difference has a case', `${orderId}: ${fen} fen`)];
  });
}

/** What `projectBills` has written follows from the ledger. */
function judgeProjection({ _id, state, amount, credited }: Bill, { books }: View): readonly Violation[] {
  const owed = books.balance('receivable', 'billId', _id);
  if (state === 'draft') return owed === 0 ? [] : [broken('a draft owes nothing', `${_id}: ${owed}`)];
  if (state === 'void' || state === 'reissued')
    return owed === 0 ? [] : [broken('a void bill owes nothing', `${_id}: ${owed}`)];
  const follows = owed === 0 ? 'paid' : owed < amount ? 'partlyPaid' : 'published';
  const isRight = (state === 'questioned' || state === follows) && credited === amount - owed;
  return isRight
    ? []
    : [
        broken(
          'projections equal the journals',
          `${_id} is ${state}, ${credited}; owes ${owed} of ${amount}`,
        ),
      ];
}
