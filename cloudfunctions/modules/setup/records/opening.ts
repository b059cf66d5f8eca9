import type { Fen } from '../../../../types/money';
import { noFen } from '../../../../types/money';
import { formatPeriod, rangeOf } from '../../../../types/period';
import { type Bill, type ChargeItem, type HomeAccount, openBillOf } from '../../charging';
import { type Journal, journalId, linesForOpening, posting } from '../../ledger';
import type { Moment } from '../register/known';
import type { ArrearStep, PrepaidStep } from '../register/step';

/** The journal of one opening figure: of a bill, or of what one party has prepaid for one home. */
export function openingJournalId(key: string): string {
  return journalId('opening', key);
}

/** What was owed before, as a published bill of one line. */
export function openingBill(step: ArrearStep, item: ChargeItem, communityId: string): Omit<Bill, 'version'> {
  const { period, amount, homeId, assignmentId, partyId, subject } = step;
  const range = rangeOf(period);
  return {
    _id: step.key,
    communityId,
    homeId,
    assignmentId,
    chargeItemId: item._id,
    payeeId: item.payeeId,
    itemName: item.name,
    purpose: item.purpose,
    liablePartyId: partyId,
    ...(subject ? { subject } : {}),
    period,
    revision: 1,
    range,
    lines: [
      {
        no: 1,
        kind: 'charge',
        text: `${item.name} ${formatPeriod(period)} 期初欠费`,
        range,
        basis: '期初欠费，按原系统结转',
        price: { value: amount, decimals: 2 },
        quantity: { units: 1, decimals: 0 },
        unit: '笔',
        amount,
      },
    ],
    amount,
    credited: noFen,
    // Due since the period ended: its age counts from there.
    dueOn: range.to,
    state: 'published',
    origin: 'opening',
  };
}

/** The account with an opening bill in it, in place of one of the same number. */
export function withOpeningBill(account: Omit<HomeAccount, 'version'>, bill: Omit<Bill, 'version'>) {
  const others = account.openBills.filter(({ billId }) => billId !== bill._id);
  return { ...account, openBills: [...others, openBillOf({ ...bill, version: 1 })] };
}

/** The account with a party's opening balance. */
export function withPrepaid(account: Omit<HomeAccount, 'version'>, { partyId, amount }: PrepaidStep) {
  const others = account.prepaid.filter((one) => one.partyId !== partyId);
  return { ...account, prepaid: [...others, { partyId, amount }] };
}

interface Opening {
  readonly key: string;
  readonly homeId: string;
  readonly partyId: string;
  readonly source: string;
  readonly bill?: { readonly billId: string; readonly amount: Fen };
  readonly prepaid?: Fen;
}

/** Against the opening balance account: arrears are owed to us, prepayment we owe. */
export function openingJournal(
  { key, homeId, partyId, source, bill, prepaid = noFen }: Opening,
  communityId: string,
  { now, today }: Moment,
): Omit<Journal, 'version'> {
  const arrears = bill ? [{ ...bill, line: 1 }] : [];
  // A slice of a community that nobody sees yet is written without a commit, which would say when.
  const postedAt = now;
  const journal = posting({
    _id: openingJournalId(key),
    communityId,
    kind: 'opening',
    at: now,
    day: today,
    source,
    lines: linesForOpening({ homeId, partyId, arrears, prepaid }),
  });
  return { ...journal, postedAt };
}
