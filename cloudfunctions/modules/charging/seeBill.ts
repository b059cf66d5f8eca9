import type { BillLineView, BillView } from '../../../types/contract/charging';
import { placeName } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { communityById, homeById } from '../community';
import { journalsOfBill } from '../ledger';
import { householdOf } from '../people';
import type { Bill } from './bill';
import { mayBeSeen } from './billAccess';
import type { BillLine } from './billLine';
import { billRow } from './billRow';
import { billById, chargeItemById, homeAccountOf } from './chargingStore';
import { paidSoFar } from './paidSoFar';
import { tierUse } from './tierUse';

/** One bill with all its lines, what was paid of it and what was asked about it. */
export async function seeBill(
  { billId }: { readonly billId: string },
  context: Context,
): Promise<Outcome<BillView>> {
  const bill = await billById(billId);
  if (!bill) return refused('NOT_ALLOWED');
  const { homeId, communityId } = bill;
  const [account, household, home, community, journals, item] = await Promise.all([
    homeAccountOf(homeId),
    householdOf(homeId),
    homeById(homeId),
    communityById(communityId),
    journalsOfBill(billId),
    bill.position ? chargeItemById(bill.chargeItemId) : undefined,
  ]);
  if (!mayBeSeen(bill, household, context)) return refused('NOT_ALLOWED');
  const tiers = item && tierUse(bill, item);
  return granted({
    ...billRow(bill, account, context.today),
    communityId,
    communityName: community?.name ?? '',
    place: home ? placeName(home.place) : '',
    payeeName: community?.payee?.name ?? community?.name ?? '',
    ...(bill.subject ? { subjectName: bill.subject.name } : {}),
    range: bill.range,
    lines: bill.lines.map(lineView),
    ...(tiers ? { tiers } : {}),
    credits: paidSoFar(billId, journals).credits,
    ...questionOf(bill),
    ...(bill.closing ? { closing: bill.closing } : {}),
  });
}

function lineView(line: BillLine): BillLineView {
  const { no, kind, text, range, amount, basis } = line;
  const common = { no, kind, text, range, amount, basis };
  if (line.kind === 'reduction') return { ...common, permille: line.permille };
  if (line.kind === 'adjustment') return common;
  const { price, quantity, unit, duration } = line;
  return { ...common, price, quantity, unit, ...(duration ? { duration } : {}) };
}

function questionOf({ question, questionedAt }: Bill): Pick<BillView, 'question'> {
  if (!question || questionedAt === undefined) return {};
  const { text, answer, answeredAt } = question;
  return {
    question: {
      text,
      askedAt: questionedAt,
      ...(answer === undefined ? {} : { answer }),
      ...(answeredAt === undefined ? {} : { answeredAt }),
    },
  };
}
