import type { ParsedOf } from '../../../types/contract';
import type { ReceiptPage } from '../../../types/contract/payments';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { staffOfCommunity } from '../../kernel/access';
import type { Context } from '../../kernel/routes';
import type { Page } from '../../platform/database';
import { householdOf, partiesSeenBy } from '../people';
import type { PaymentOrder } from './order';
import { ordersPaidBy, ordersPaidFor } from './paymentsStore';
import { concerns } from './receipt';
import { receiptRow } from './receiptRow';

const staff = staffOfCommunity('finance', 'customerService');

/** What I paid, for whichever home, for ever. One read. */
export async function myReceipts(
  { after }: ParsedOf<'payments.myReceipts'>,
  { caller }: Context,
): Promise<Outcome<ReceiptPage>> {
  return granted(pageOf(await ordersPaidBy(caller.openid, after)));
}

/** What was paid for a home by whomever. A member sees what concerns the member's parties: a page may be short, or empty. */
export async function homeReceipts(
  { homeId, after }: ParsedOf<'payments.homeReceipts'>,
  { caller, target, today }: Context,
): Promise<Outcome<ReceiptPage>> {
  const held = caller.homes.find((home) => home.homeId === homeId);
  const [page, household] = await Promise.all([ordersPaidFor(homeId, after), householdOf(homeId)]);
  if (staff.allows(caller, target)) return granted(pageOf(page));
  if (!held || !household) return refused('NOT_ALLOWED');
  const partyIds = partiesSeenBy(household, held.relation, today);
  return granted(pageOf({ ...page, rows: page.rows.filter((order) => concerns(order, partyIds)) }));
}

function pageOf({ rows, next }: Page<PaymentOrder>): ReceiptPage {
  return { receipts: rows.map(receiptRow), ...(next === undefined ? {} : { next }) };
}
