import type { ParsedOf } from '../../../types/contract';
import type { Receipt } from '../../../types/contract/payments';
import { addFen, fen, noFen, subtractFen } from '../../../types/money';
import { placeName } from '../../../types/place';
import { staffIdIn } from '../../kernel/caller';
import { changes, create, joined, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { MessageIntent } from '../../kernel/message';
import type { Changing, Context } from '../../kernel/routes';
import {
  emptyAccount,
  homeAccountOf,
  homeAccounts,
  type SpreadMoney,
  spreadMoney,
  usedBeside,
} from '../charging';
import { communityById, defaultSettings, type Home, homeById } from '../community';
import { journals } from '../ledger';
import {
  asOf,
  dueFor,
  makeRoom,
  type PaymentOrder,
  paymentNumber,
  paymentOrders,
  postPayment,
  projectBills,
  receipt,
  topicsOfHome,
} from '../payments';
import { householdOf, staffMemberById } from '../people';
import { partiesOf, usableFor } from './counterHome';
import { tillOf, tills } from './counterStore';
import { prepaidAfter } from './spread';
import { handOverIdOf, newTill, type Till, withTaken } from './till';

type Input = ParsedOf<'counter.take'>;
type Made = { readonly orderId: string; readonly homeId: string; readonly billIds: readonly string[] };

/**
 * Row C4: cash, card or transfer is taken and posted at once, with a receipt; vouchers and prepayment go first, as in the app (C11). What the
 * preview said of both and of what is left over is only compared. An amount of 0 takes nothing and goes into no till. Refuses
 * COMMUNITY_NOT_SET_UP, AMOUNT_CHANGED, SOMEBODY_PAYS, PREPAY_TOO_MUCH, NOTHING_DUE.
 */
export const takeMoney: Changing<Input, void, Made, Receipt> = {
  decide: async (input, context) => {
    const loaded = await load(input, context);
    if (!loaded) return toRefuse('NOT_ALLOWED');
    // What is still being brought in may be taken out again: no money stands on it.
    if (loaded.isPreparing) return toRefuse('COMMUNITY_NOT_SET_UP');
    const { account, household } = loaded;
    const { now, today } = context;
    const { liveOrder } = account;
    if (liveOrder && now < liveOrder.expiresAt)
      return toRefuse('SOMEBODY_PAYS', { until: liveOrder.expiresAt });
    if (!partiesOf(account, household, today).includes(input.partyId)) return toRefuse('NOT_ALLOWED');
    const { partyId } = input;
    const usable = usableFor(partyId, asOf(account, now), household, today);
    const spread = spreadMoney(usable, { partyId, amount: fen(input.amount) }, today);
    const refusal = refusalOf(input, spread, loaded);
    if (refusal) return refusal;
    return taken(input, loaded, spread, context);
  },
  answer: async (made, context, ports) => {
    // Bills follow the account; what fails here the tick does again.
    await projectBills({ homeId: made.homeId, orderId: made.orderId, billIds: made.billIds }, ports);
    return receipt(made, context);
  },
};

/** What was shown beforehand must be what happens; what becomes prepayment stays within the community's cap. */
function refusalOf(input: Input, spread: SpreadMoney, { account, cap }: Loaded): Decision<never> | undefined {
  const { bills, toPrepaid, stillOwed } = spread;
  const { vouchers, prepaid } = usedBeside(bills);
  const used = addFen(vouchers, prepaid);
  if (toPrepaid !== input.expectedPrepaid || used !== input.expectedUsed)
    return toRefuse('AMOUNT_CHANGED', { toPrepaid, used });
  if (input.amount === 0 && bills.length === 0)
    return toRefuse(stillOwed > 0 ? 'INVALID_INPUT' : 'NOTHING_DUE', { field: 'amount' });
  const isTooMuch = toPrepaid > 0 && prepaidAfter(account, input.partyId, spread) > cap;
  return isTooMuch ? toRefuse('PREPAY_TOO_MUCH', { most: cap }) : undefined;
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

async function load({ homeId }: Input, { target, caller }: Context) {
  if (target.kind === 'self') return undefined;
  const { communityId } = target;
  const staffId = staffIdIn(caller, communityId);
  if (!staffId) return undefined;
  const [found, household, home, community, till, member] = await Promise.all([
    homeAccountOf(homeId),
    householdOf(homeId),
    homeById(homeId),
    communityById(communityId),
    tillOf(staffId),
    staffMemberById(staffId),
  ]);
  if (!home || !community?.payee) return undefined;
  return {
    found,
    account: found ?? emptyAccount(homeId, communityId),
    household,
    home,
    payeeId: community.payee.payeeId,
    isPreparing: community.state === 'preparing',
    cap: (community.settings ?? defaultSettings).prepayCap,
    till,
    staff: { staffId, openid: caller.openid, name: member?.name ?? '' },
  };
}

async function taken(
  input: Input,
  { found, account, household, home, payeeId, till, staff }: Loaded,
  spread: SpreadMoney,
  { now, today, newId }: Context,
): Promise<Decision<Made>> {
  const amount = fen(input.amount);
  const { vouchers, prepaid } = usedBeside(spread.bills);
  const inHand = till ?? newTill(staff.staffId, home.communityId);
  const room = await makeRoom(account, now);
  const order = counterOrder(
    input,
    { home, payeeId, staff, till: inHand, spread },
    paymentNumber(now, newId()),
    now,
  );
  const posted = postPayment(order, room.account, { at: now });
  const orderId = order._id;
  return toDo(
    { orderId, homeId: home._id, billIds: spread.bills.map(({ billId }) => billId) },
    joined(
      changes({
        writes: [
          create(paymentOrders, posted.order),
          save(homeAccounts, found, posted.account),
          ...(amount === 0 ? [] : [save(tills, till, withTaken(inHand, input.channel, amount))]),
        ],
        journal: [create(journals, posted.journal)],
        audit: [
          {
            what: 'counterPaymentTaken',
            beneficiary: { residentId: input.partyId, homeId: home._id, communityId: home.communityId },
            subjects: [`paymentOrders/${orderId}`, `tills/${staff.staffId}`],
            facts: { amount, vouchers, prepaid, channel: order.channel },
          },
        ],
        messages: tellOfTaking(order),
        topics: topicsOfHome(household, undefined, today),
        due: [dueFor('projectBills', orderId, now)],
      }),
      room.changes,
    ),
  );
}

/** Whoever's money was taken; where vouchers and prepayment paid all, the pages that are open show it, as in the app. */
function tellOfTaking({
  _id,
  place,
  partyId,
  amount,
}: Omit<PaymentOrder, 'version'>): readonly MessageIntent[] {
  if (amount === 0) return [];
  const words = { place, amount, orderId: _id };
  return [{ to: { residentId: partyId }, kind: 'paymentReceived', words, page: `receipt?orderId=${_id}` }];
}

interface Taking {
  readonly home: Home;
  readonly payeeId: string;
  readonly staff: Loaded['staff'];
  readonly till: Pick<Till, '_id' | 'number'>;
  readonly spread: SpreadMoney;
}

function counterOrder(
  input: Input,
  { home, payeeId, staff, till, spread: { bills, toPrepaid, inPart } }: Taking,
  _id: string,
  now: Context['now'],
): Omit<PaymentOrder, 'version'> {
  const { partyId, channel, payerName, voucherNumber, note } = input;
  const amount = fen(input.amount);
  return {
    _id,
    communityId: home.communityId,
    homeId: home._id,
    place: placeName(home.place),
    state: 'creating',
    payerName,
    partyId,
    payeeId,
    channel: amount === noFen ? 'prepaid' : channel,
    choice: { bills, amount: subtractFen(amount, toPrepaid) },
    ...(inPart.length === 0 ? {} : { inPart }),
    toPrepaid,
    amount,
    createdAt: now,
    expiresAt: now,
    takenBy: staff,
    // What took no money goes with no hand-over.
    ...(amount === noFen ? {} : { handOverId: handOverIdOf(till) }),
    ...(voucherNumber === undefined ? {} : { voucherNumber }),
    ...(note === undefined ? {} : { note }),
  };
}
