import type { Journal, JournalLine } from '../../../../cloudfunctions/modules/ledger';
import type { Change } from './mirror';
import { broken, type View, type Violation } from './view';

/** A journal balances, is never changed, and books no fen of WeChat's that WeChat does not know. The books have it already. */
export function judgeJournal({ id, before, after }: Change<'journals'>, view: View): readonly Violation[] {
  if (before || !after) return [broken('a journal is never changed', id)];
  const sum = after.lines.reduce((total, { amount }) => total + amount, 0);
  return [
    ...(sum === 0 ? [] : [broken('a journal balances', `${id}: ${sum}`)]),
    ...after.lines.flatMap((line) => judgeLine(after, line, view)),
  ];
}

function judgeLine(journal: Journal, line: JournalLine, view: View): readonly Violation[] {
  const { account, billId, lineNo, orderId, refundId, voucherId, holder } = line;
  const { books } = view;
  const about = `${journal._id} ${JSON.stringify(line)}`;
  if (account === 'receivable' && billId) {
    const isBelow = books.balance('receivable', 'billId', billId) < 0;
    const isLineBelow = books.balance('receivable', 'billLine', `${billId}#${lineNo}`) < 0;
    return isBelow || isLineBelow ? [broken('no bill is credited twice', about)] : [];
  }
  if (account === 'wechatPay') return judgeWeChat(journal, line, view);
  if (account === 'unclaimed' && orderId)
    return books.balance('unclaimed', 'orderId', orderId) === 0
      ? []
      : [broken('money that fits nothing is on its way back at once', about)];
  if (account === 'refundsDue' && refundId)
    return books.balance('refundsDue', 'refundId', refundId) <= 0
      ? []
      : [broken('no refund is paid twice', about)];
  if (account === 'vouchersOut' && voucherId)
    return books.balance('vouchersOut', 'voucherId', voucherId) <= 0
      ? []
      : [broken('no voucher is used twice', about)];
  if (account === 'cashInHand' && holder)
    return books.balance('cashInHand', 'holder', holder) >= 0
      ? []
      : [broken('nobody hands over more than they hold', about)];
  return [];
}

/** Received: the order's money is there, once. Given back: WeChat has ended that refund well. */
function judgeWeChat(journal: Journal, { orderId, amount }: JournalLine, view: View): readonly Violation[] {
  const { books, wechat, merchantId } = view;
  const about = `${journal._id} ${amount} for ${orderId}`;
  if (orderId === undefined) return [broken('WeChat money names its order', about)];
  const there = wechat.paid(merchantId, orderId);
  if (!there) return [broken('only money that has come is booked', about)];
  if (amount > 0) {
    const isExact =
      amount === there.totalFee && books.balance('wechatPay', 'orderId', orderId) <= there.totalFee;
    return isExact ? [] : [broken('an order is booked once, for what WeChat took', about)];
  }
  const refundIds = journal.lines.flatMap(({ refundId }) => (refundId === undefined ? [] : [refundId]));
  const backs = [...new Set(refundIds)].map((refundId) => wechat.refund(merchantId, refundId));
  const back = backs.find((each) => each !== undefined);
  const isExact = backs.length === 1 && back?.status === 'SUCCESS' && back.fee === -amount;
  return isExact ? [] : [broken('only a refund that WeChat has ended is booked as paid', about)];
}

/** What a journal leaves owed of a bill is open in its home's account with the same commit. */
export function judgeOwedBills({ lines }: Journal, { books, mirror }: View): readonly Violation[] {
  const bills = new Map(
    lines.flatMap(({ account, billId, homeId }) =>
      account === 'receivable' && billId && homeId ? [[billId, homeId] as const] : [],
    ),
  );
  return [...bills].flatMap(([billId, homeId]) => {
    const owed = books.balance('receivable', 'billId', billId);
    const open = mirror.get('homeAccounts', homeId)?.openBills.some((bill) => bill.billId === billId);
    return owed > 0 && !open
      ? [broken('what is owed is open', `${billId}: ${owed}, not in the account`)]
      : [];
  });
}
