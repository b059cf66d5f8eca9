import type { ParsedOf } from '../../../types/contract';
import type { PayStart, PrepayOffer } from '../../../types/contract/payments';
import { addFen, type Fen, fen, largerFen, noFen, smallerFen, subtractFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { type Decision, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import type { Bill, PaymentChoice } from '../charging';
import { defaultSettings } from '../community';
import { prepaidOf } from './account';
import { answerPayStart } from './answerPayStart';
import { beginOrder, type OrderMade } from './beginOrder';
import type { PaymentOrder } from './order';
import { loadPaying, type Paying } from './paying';
import { lastFeeBillOf } from './paymentsStore';

const nothingChosen: PaymentChoice = { bills: [], amount: noFen };

/** What may be prepaid (预存): a year of the property fee by its last bill, within the community's cap. */
export async function prepayOffer(
  { homeId }: ParsedOf<'payments.prepayOffer'>,
  context: Context,
): Promise<Outcome<PrepayOffer>> {
  const paying = await loadPaying(context);
  if (!paying) return refused('NOT_ALLOWED');
  const fee = await lastFeeBillOf(homeId);
  return granted({ homeId, ...offerOf(paying, partyFor(paying, fee), fee) });
}

/** Money in advance for whoever owes the property fee. Refuses PREPAY_TOO_MUCH (`most`), SOMEBODY_PAYS, PAY_UNAVAILABLE. */
export const prepay: Changing<ParsedOf<'payments.prepay'>, void, OrderMade, PayStart, PaymentOrder> = {
  decide: async ({ homeId, amount }, context): Promise<Decision<OrderMade, PaymentOrder>> => {
    const paying = await loadPaying(context);
    if (!paying) return toRefuse('NOT_ALLOWED');
    const fee = await lastFeeBillOf(homeId);
    const partyId = partyFor(paying, fee);
    const { most } = offerOf(paying, partyId, fee);
    if (amount > most) return toRefuse('PREPAY_TOO_MUCH', { most });
    const wanted = { choice: nothingChosen, toPrepaid: fen(amount), prepaidMost: capOf(paying), partyId };
    return beginOrder(paying, wanted, context);
  },
  answer: answerPayStart,
};

/** Whoever owes the property fee, or owns the home, where the caller sees that party; otherwise the caller. */
function partyFor({ payer, held, household }: Paying, fee: Bill | undefined): string {
  const owners = household.tenures.filter(({ relation }) => relation === 'owner');
  const likely = [fee?.liablePartyId, ...owners.map(({ residentId }) => residentId)];
  return (
    likely.find((partyId) => partyId !== undefined && payer.partyIds.includes(partyId)) ?? held.residentId
  );
}

function capOf({ community }: Paying): Fen {
  return (community.settings ?? defaultSettings).prepayCap;
}

function offerOf(paying: Paying, partyId: string, fee: Bill | undefined): Omit<PrepayOffer, 'homeId'> {
  const balance = prepaidOf(paying.account, partyId);
  const most = largerFen(noFen, subtractFen(capOf(paying), balance));
  const monthly = fee ? perMonth(fee) : noFen;
  return { balance, monthly, year: smallerFen(yearOf(monthly), most), most };
}

/** Whole fen, up: a year of it covers the year. */
function perMonth({ amount, period }: Bill): Fen {
  return fen(Math.ceil(amount / period.months));
}

function yearOf(monthly: Fen): Fen {
  return addFen(...Array.from({ length: 12 }, () => monthly));
}
