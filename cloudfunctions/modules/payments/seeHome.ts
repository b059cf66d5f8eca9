import type { ParsedOf } from '../../../types/contract';
import type { HomeScreen } from '../../../types/contract/payments';
import type { TicketRow } from '../../../types/contract/tickets';
import type { Day, Instant } from '../../../types/day';
import { type Fen, sumFen } from '../../../types/money';
import { placeName } from '../../../types/place';
import { granted, type Outcome } from '../../../types/refusal';
import type { HeldHome } from '../../kernel/caller';
import { maskedName } from '../../kernel/mask';
import type { Context } from '../../kernel/routes';
import { emptyAccount, type HomeAccount, homeAccountOf, type Payer } from '../charging';
import { type Community, communitiesByIds } from '../community';
import { countUnread } from '../messages';
import {
  communitiesOf,
  describeMe,
  type Household,
  partiesSeenBy,
  type ReadForCaller,
  readForCaller,
  waitingRequestsOf,
} from '../people';
import { openTicketsOf } from '../tickets';
import { asOf, prepaidOf } from './account';
import type { PaymentOrder, Refund } from './order';
import { lastOrdersPaidBy, orderById, refundsByIds } from './paymentsStore';
import { chooseFor, previewOf } from './preview';

type Home = NonNullable<HomeScreen['home']>;
type Input = ParsedOf<'payments.seeHome'>;

/**
 * All that the home screen shows. What was read to know the caller is not read again; the rest is read at once, then one order more where
 * somebody is paying, and refunds where there were some.
 */
export async function seeHome({ homeId }: Input, context: Context): Promise<Outcome<HomeScreen>> {
  const { caller, today } = context;
  const known = readForCaller(caller) ?? { held: [], staff: [] };
  const held = caller.homes.find((home) => home.homeId === homeId) ?? caller.homes[0];
  const [waiting, communities, unreadMessages, home] = await Promise.all([
    waitingRequestsOf(caller.openid),
    communitiesByIds(communitiesOf(known)),
    countUnread(caller.openid),
    held && readHome(held, caller),
  ]);
  const names = new Map(communities.map(({ _id, name }) => [_id, name]));
  const me = describeMe(caller.openid, { ...known, waiting }, names, today);
  const household = known.held.find(({ _id }) => _id === held?.homeId);
  const community = communities.find(({ _id }) => _id === held?.communityId);
  const isThere = community && community.state !== 'preparing';
  if (!held || !home || !household || !isThere) return granted({ me, unreadMessages });
  return granted({
    me,
    home: await homeOf({ held, household, community, ...home }, context),
    unreadMessages,
  });
}

interface ReadHome {
  readonly account: HomeAccount;
  /** Of the caller, newest first. */
  readonly orders: readonly PaymentOrder[];
  readonly tickets: readonly TicketRow[];
}

async function readHome({ homeId, communityId }: HeldHome, caller: Context['caller']): Promise<ReadHome> {
  const [account, orders, tickets] = await Promise.all([
    homeAccountOf(homeId),
    lastOrdersPaidBy(caller.openid, homeId),
    openTicketsOf(homeId, caller),
  ]);
  return { account: account ?? emptyAccount(homeId, communityId), orders, tickets };
}

interface Seen extends ReadHome {
  readonly held: HeldHome;
  readonly household: ReadForCaller['held'][number];
  readonly community: Community;
}

async function homeOf(seen: Seen, { caller, now, today }: Context): Promise<Home> {
  const { held, household, community, orders, tickets } = seen;
  const account = asOf(seen.account, now);
  const payer: Payer = { openid: caller.openid, partyIds: partiesSeenBy(household, held.relation, today) };
  const [live, refunds] = await Promise.all([
    account.liveOrder && orderById(account.liveOrder.orderId),
    refundsByIds(orders.flatMap(({ refundIds = [] }) => refundIds)),
  ]);
  const last = orders.find(({ state }) => state === 'paid');
  const onTheirWay = refunds.filter(({ state }) => state !== 'done');
  return {
    ...headOf(held, household, community),
    ...dueOf(account, payer, today),
    ...(live ? { live: liveOf(live, caller.openid, live.expiresAt) } : {}),
    ...(last?.paidAt === undefined
      ? {}
      : { lastReceipt: { orderId: last._id, amount: last.amount, at: last.paidAt } }),
    ...(tickets.length > 0 ? { tickets } : {}),
    ...refundingOf(onTheirWay, orders),
  };
}

/** All that is on its way back; it opens the receipt of the newest, where that has one. */
function refundingOf(refunds: readonly Refund[], orders: readonly PaymentOrder[]): Pick<Home, 'refunding'> {
  if (refunds.length === 0) return {};
  const newest = [...refunds].sort((one, other) => other.createdAt - one.createdAt)[0];
  const hasReceipt = orders.some(({ _id, state }) => _id === newest?.orderId && state === 'paid');
  return {
    refunding: {
      ...(newest && hasReceipt ? { orderId: newest.orderId } : {}),
      amount: sumFen(refunds.map(({ amount }) => amount)),
    },
  };
}

function headOf({ homeId, communityId }: HeldHome, { place }: Household, community: Community) {
  const { name: communityName, servicePhone } = community;
  return {
    homeId,
    communityId,
    place: placeName(place),
    communityName,
    ...(servicePhone === undefined ? {} : { servicePhone }),
  };
}

/** What is due, questioned and prepaid for the parties this person sees. */
function dueOf(
  account: HomeAccount,
  payer: Payer,
  today: Day,
): Pick<Home, 'due' | 'questioned'> & { readonly prepaid: Fen } {
  const choosing = chooseFor(account, payer, today);
  const mine = account.openBills.filter(({ liablePartyId }) => payer.partyIds.includes(liablePartyId));
  return {
    ...(choosing.kind === 'chosen' ? { due: previewOf(account._id, account, choosing.choice) } : {}),
    questioned: mine.filter(({ isQuestioned }) => isQuestioned).length,
    prepaid: sumFen(payer.partyIds.map((partyId) => prepaidOf(account, partyId))),
  };
}

function liveOf({ _id, payerOpenid, payerName, amount }: PaymentOrder, openid: string, until: Instant) {
  const isMine = payerOpenid === openid;
  return { orderId: _id, isMine, payer: isMine ? payerName : maskedName(payerName), until, amount };
}
