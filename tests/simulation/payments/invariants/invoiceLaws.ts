import type { Invoice } from '../../../../cloudfunctions/modules/invoicing';
import type { PaymentOrder } from '../../../../cloudfunctions/modules/payments';
import type { Change } from './mirror';
import { broken, type View, type Violation } from './view';

const frozen = ['orderId', 'homeId', 'title', 'askedBy', 'askedAt'] as const;

/** What was issued stays as it was issued; one that was taken back is at its end. */
export function judgeInvoice({ id, before, after }: Change<'invoices'>, view: View): readonly Violation[] {
  if (!after) return [broken('an invoice stays', id)];
  const isIssued = before?.issued !== undefined;
  const kept = isIssued ? ([...frozen, 'amount', 'issued'] as const) : frozen;
  const changed = before
    ? kept.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    : [];
  const hasLeftItsEnd = before?.state === 'redFlushed' && after.state !== 'redFlushed';
  const order = view.mirror.get('paymentOrders', after.orderId);
  return [
    ...(changed.length === 0 ? [] : [broken('an invoice is frozen', `${id}: ${changed.join(', ')}`)]),
    ...(hasLeftItsEnd ? [broken('an end is an end', `${id}: redFlushed → ${after.state}`)] : []),
    ...(order ? judgeInvoiced(order, view) : [broken('an invoice is of an order', id)]),
  ];
}

/**
 * An order has at most one invoice that counts, and it says what was paid with money or prepayment and has not gone back. Where money
 * went back after it was issued, it stands as a task to be taken back.
 */
export function judgeInvoiced({ _id, invoiceId, credits }: PaymentOrder, view: View): readonly Violation[] {
  if (invoiceId === undefined) return [];
  const counting = invoicesOf(_id, view).filter(({ state }) => state !== 'redFlushed');
  const left = (credits ?? []).reduce((sum, { money, prepaid }) => sum + money + prepaid, 0);
  const wrong = counting.filter(({ state, amount }) => state !== 'toBeRedFlushed' && amount !== left);
  const strange = counting.filter((invoice) => invoice._id !== invoiceId);
  return [
    ...wrong.map((invoice) =>
      broken(
        'an invoice says what was paid and has not gone back',
        `${invoice._id}: ${invoice.amount} of ${left}`,
      ),
    ),
    ...strange.map((invoice) => broken('an order has one invoice that counts', `${_id} ${invoice._id}`)),
  ];
}

function invoicesOf(orderId: string, { mirror }: View): readonly Invoice[] {
  return [...mirror.all('invoices')].filter((invoice) => invoice.orderId === orderId);
}
