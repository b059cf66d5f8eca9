import type { ParsedOf } from '../../../types/contract';
import type { Receipt } from '../../../types/contract/payments';
import { type Fen, fen } from '../../../types/money';
import { placeName } from '../../../types/place';
import { staffIdIn } from '../../kernel/caller';
import { changes, create, joined, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { emptyAccount, homeAccountOf, homeAccounts, type SpreadMoney } from '../charging';
import { communityById, defaultSettings, type Home, homeById } from '../community';
import { journals } from '../ledger';
import {
  dueFor,
  makeRoom,
  type PaymentOrder,
  paymentNumber,
  paymentOrders,
  postPayment,
  prepaidOf,
  projectBills,
  receipt,
  topicsOfHome,
} from '../payments';
import { householdOf, staffMemberById } from '../people';
import { partiesOf } from './counterHome';
import { tillOf, tills } from './counterStore';
import { spreadOver } from './spread';
import { handOverIdOf, newTill, type Till, withTaken } from './till';

type Input = ParsedOf<'counter.take'>;
type Made = { readonly orderId: string; readonly homeId: string; readonly billIds: readonly string[] };

/**
 * Row C4: cash, card or transfer is taken and posted at once, with a receipt. `expectedPrepaid` is what the preview said would be left over; it
 * is only compared. Refuses COMMUNITY_NOT_SET_UP, AMOUNT_CHANGED, SOMEBODY_PAYS, PREPAY_TOO_MUCH.
 */
export const takeMoney: Changing<Input, void, Made, Receipt> = {
  decide: async (input, context) => {
    const loaded = await load(input, context);
    if (!loaded) return toRefuse('NOT_ALLOWED');
    // What is still being brought in may be taken out again: no money stands on it.
    if (loaded.isPreparing) return toRefuse('COMMUNITY_NOT_SET_UP');
    const { account, household, cap } = loaded;
    const { now, today } = context;
    const { liveOrder } = account;
    if (liveOrder && now < liveOrder.expiresAt)
      return toRefuse('SOMEBODY_PAYS', { until: liveOrder.expiresAt });
    if (!partiesOf(account, household, today).includes(input.partyId)) return toRefuse('NOT_ALLOWED');
    const spread = spreadOver(account, { partyId: input.partyId, amount: fen(input.amount) }, today);
    if (spread.toPrepaid !== input.expectedPrepaid)
      return toRefuse('AMOUNT_CHANGED', { toPrepaid: spread.toPrepaid });
    const isTooMuch = spread.toPrepaid > 0 && prepaidOf(account, input.partyId) + spread.toPrepaid > cap;
    if (isTooMuch) return toRefuse('PREPAY_TOO_MUCH', { most: cap });
    return taken(input, loaded, spread, context);
  },
  answer: async (made, context, ports) => {
    // Bills follow the account; what fails here the tick does again.
    await projectBills({ homeId: made.homeId, orderId: made.orderId, billIds: made.billIds }, ports);
    return receipt(made, context);
  },
};

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
          save(tills, till, withTaken(inHand, input.channel, fen(input.amount))),
        ],
        journal: [create(journals, posted.journal)],
        audit: [
          {
            what: 'counterPaymentTaken',
            beneficiary: { residentId: input.partyId, homeId: home._id, communityId: home.communityId },
            subjects: [`paymentOrders/${orderId}`, `tills/${staff.staffId}`],
            facts: { amount: input.amount, channel: input.channel },
          },
        ],
        messages: [
          {
            to: { residentId: input.partyId },
            kind: 'paymentReceived',
            words: { place: order.place, amount: order.amount, orderId },
            page: `receipt?orderId=${orderId}`,
          },
        ],
        topics: topicsOfHome(household, undefined, today),
        due: [dueFor('projectBills', orderId, now)],
      }),
      room.changes,
    ),
  );
}

interface Taking {
  readonly home: Home;
  readonly payeeId: string;
  readonly staff: Loaded['staff'];
  readonly till: Pick<Till, '_id' | 'number'>;
  readonly spread: SpreadMoney;
}

function counterOrder(
  { partyId, channel, amount, payerName, voucherNumber, note }: Input,
  { home, payeeId, staff, till, spread: { bills, toPrepaid } }: Taking,
  _id: string,
  now: Context['now'],
): Omit<PaymentOrder, 'version'> {
  const money: Fen = fen(amount - toPrepaid);
  return {
    _id,
    communityId: home.communityId,
    homeId: home._id,
    place: placeName(home.place),
    state: 'creating',
    payerName,
    partyId,
    payeeId,
    channel,
    choice: { bills, amount: money },
    toPrepaid,
    amount: fen(amount),
    createdAt: now,
    expiresAt: now,
    takenBy: staff,
    handOverId: handOverIdOf(till),
    ...(voucherNumber === undefined ? {} : { voucherNumber }),
    ...(note === undefined ? {} : { note }),
  };
}
