import type { Purpose } from '../../../types/charge';
import type { Day, Instant } from '../../../types/day';
import { dayOf } from '../../../types/day';
import { addFen, type Fen, noFen, quantity, rate } from '../../../types/money';
import { type Period, rangeOf } from '../../../types/period';
import { type Create, create } from '../../kernel/changes';
import { type Journal, journalId, journals, linesForOpening, posting } from '../ledger';
import { type Bill, billId } from './bill';
import { bills } from './chargingStore';
import type { HomeAccount } from './homeAccount';
import { billedLines, journalOf } from './journals';
import type { LateFeeTerms } from './lateFee';
import { openBillOf } from './openBill';
import { emptyAccount } from './publishHome';

/** What the old books say a home still owes for one item and period (期初欠费). More than nothing. */
export interface OpeningArrear {
  readonly homeId: string;
  readonly communityId: string;
  readonly chargeItemId: string;
  readonly itemName: string;
  readonly purpose: Purpose;
  readonly payeeId: string;
  readonly liablePartyId: string;
  readonly period: Period;
  readonly amount: Fen;
  readonly dueOn: Day;
  readonly lateFee?: LateFeeTerms;
}

/** What somebody has prepaid with the old books (预存). More than nothing. */
export interface OpeningBalance {
  readonly homeId: string;
  readonly communityId: string;
  readonly partyId: string;
  readonly amount: Fen;
}

/**
 * An opening arrear as a published bill: one line, resting on 期初欠费. `_id` follows from home, item, party and first month, so that
 * bringing it in twice makes one.
 */
export function openingBill(arrear: OpeningArrear): Bill {
  const { homeId, communityId, chargeItemId, itemName, purpose, payeeId, liablePartyId } = arrear;
  const { period, amount, dueOn, lateFee } = arrear;
  if (amount <= 0) throw new Error(`no arrear of ${homeId}: ${amount}`);
  const assignmentId = `opening·${homeId}·${chargeItemId}·${liablePartyId}`;
  const range = rangeOf(period);
  return {
    _id: billId(assignmentId, period.first, 1),
    version: 1,
    communityId,
    homeId,
    assignmentId,
    chargeItemId,
    payeeId,
    itemName,
    purpose,
    liablePartyId,
    period,
    revision: 1,
    range,
    lines: [
      {
        no: 1,
        kind: 'charge',
        text: itemName,
        range,
        amount,
        basis: '期初欠费',
        price: rate(amount, 2),
        quantity: quantity(1, 0),
        unit: '笔',
      },
    ],
    amount,
    credited: noFen,
    dueOn,
    ...(lateFee ? { lateFee } : {}),
    state: 'published',
    origin: 'opening',
  };
}

/** Against 期初余额; `_id` follows from the bill. */
export function openingBillJournal(bill: Bill, now: Instant): Create {
  const [journal] = journalOf('opening', bill, billedLines(bill), { now });
  if (!journal) throw new Error(`${bill._id} posts nothing`);
  return journal;
}

/** Against 期初余额; `_id` follows from home and party. */
export function openingBalanceJournal(balance: OpeningBalance, now: Instant): Create {
  const { homeId, communityId, partyId, amount } = balance;
  if (amount <= 0) throw new Error(`no balance of ${homeId}: ${amount}`);
  const journal: Omit<Journal, 'version'> = {
    _id: journalId('opening', `${homeId}·${partyId}`),
    communityId,
    kind: 'opening',
    at: now,
    day: dayOf(now),
    source: `homeAccounts/${homeId}`,
    lines: linesForOpening({ homeId, partyId, arrears: [], prepaid: amount }),
  };
  return create(journals, posting(journal));
}

/** What a home begins with. Bills must be of that home. */
export interface HomeOpening {
  readonly homeId: string;
  readonly communityId: string;
  readonly bills: readonly Bill[];
  readonly balances: readonly OpeningBalance[];
}

/**
 * The home's account with what it begins with; what is in it already (by bill, by party) is left as it is, so that bringing it in
 * again changes nothing.
 */
export function accountWithOpening(
  before: HomeAccount | undefined,
  { homeId, communityId, bills: brought, balances }: HomeOpening,
): Omit<HomeAccount, 'version'> {
  const account: Omit<HomeAccount, 'version'> = before ?? emptyAccount(homeId, communityId);
  const known = new Set(account.openBills.map(({ billId: id }) => id));
  const parties = new Set(account.prepaid.map(({ partyId }) => partyId));
  const fresh = new Map<string, Fen>();
  for (const { partyId, amount } of balances) {
    if (!parties.has(partyId)) fresh.set(partyId, addFen(fresh.get(partyId) ?? noFen, amount));
  }
  return {
    ...account,
    openBills: [
      ...account.openBills,
      ...brought.filter(({ _id }) => !known.has(_id)).map((bill) => openBillOf(bill)),
    ],
    prepaid: [...account.prepaid, ...[...fresh].map(([partyId, amount]) => ({ partyId, amount }))],
  };
}

/** The bill to be created in a commit. */
export function createOpeningBill(bill: Bill): Create {
  return create(bills, bill);
}
