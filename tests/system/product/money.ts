import type { Bill } from '../../../cloudfunctions/modules/charging';
import type { OutputOf } from '../../../types/contract';
import { day, lastDayOf, month } from '../../../types/day';
import { fen, noFen, rate } from '../../../types/money';
import { period, rangeOf } from '../../../types/period';
import { seedCommunities } from './community';
import { type Document, granted, openidOf, startWorld, type World } from './world';

/** The resident behind a tenure of `community.ts`: who owes what the home's owner owes. */
export const ownerParty = 'resident-t-owner';
export const tenantParty = 'resident-t-tenant';

export interface NewBill {
  readonly homeId?: string;
  readonly partyId?: string;
  readonly amount: number;
  /** `2026-11` unless given. */
  readonly month?: string;
  readonly itemName?: string;
  readonly purpose?: Bill['purpose'];
  readonly dueOn?: string;
  readonly lateFee?: Bill['lateFee'];
  /** What each line costs; sums to `amount`. One line unless given. */
  readonly lines?: readonly number[];
}

/** The two communities with people in their register who have wallets, so that bills can be published and paid. */
export async function startPaidWorld(): Promise<World> {
  const world = await startWorld();
  await seedCommunities(world);
  await world.seed(
    'residents',
    ...['owner', 'family', 'tenant', 'suspended', 'former', 'future', 'next', 'else'].map((id) => ({
      _id: `resident-t-${id}`,
      communityId: id === 'else' ? 'wutong' : 'yunqi',
      name: `王${id}`,
    })),
  );
  // Makes each a WeChat user with a wallet.
  const payers = ['owner', 'family', 'tenant', 'ownerNextDoor', 'ownerElsewhere'];
  for (const [index, person] of payers.entries()) world.phoneCode(person, `1380000000${index}`);
  return world;
}

/** Gives each test such a world of its own; after it the books are proved, and nothing may have been a bug. */
export function eachInPaidWorld(take: (world: World) => void): void {
  let world: World;
  beforeEach(async () => {
    world = await startPaidWorld();
    take(world);
  });
  afterEach(async () => {
    await proveBooks(world);
    expect(world.logged.filter(({ level }) => level === 'bug')).toEqual([]);
    await world.stop();
  });
}

/** Publishes one bill as a bill run does: draft, then bill, journal and account in one commit. Gives its id. */
export async function publishBill(world: World, bill: NewBill): Promise<string> {
  const draft = draftOf(bill);
  await world.seed('bills', draft as unknown as Document);
  const { publishHome } = await import('../../../cloudfunctions/modules/charging/publishHome');
  const { homeAccountOf } = await import('../../../cloudfunctions/modules/charging');
  const { householdOf } = await import('../../../cloudfunctions/modules/people');
  const { toDo } = await import('../../../cloudfunctions/kernel/decision');
  const { _id, homeId, communityId } = draft;
  const now = world.ports.now();
  const author = { action: 'test.publish', actor: { as: 'test' }, communityId };
  const decide = async () => {
    const [account, household] = await Promise.all([homeAccountOf(homeId), householdOf(homeId)]);
    if (!household) throw new Error(`no home ${homeId}`);
    const home = { homeId, communityId, place: household.place, account, household, drafts: [draft] };
    const when = { month: draft.period.first, now, today: day('2026-11-10') };
    return toDo(true, publishHome(home, when));
  };
  granted(await world.product.settle({ author, decide }, world.ports));
  return _id;
}

let bills = 0;

/** A draft as the bill run makes it. */
export function draftOf(bill: NewBill): Bill {
  const first = month(bill.month ?? '2026-11');
  const homeId = bill.homeId ?? 'yunqi-1201';
  const range = rangeOf(period(first, 1));
  const itemName = bill.itemName ?? '物业费';
  return {
    _id: `${homeId}-bill${++bills}·${first}·1`,
    version: 1,
    communityId: homeId.startsWith('wutong') ? 'wutong' : 'yunqi',
    homeId,
    assignmentId: `${homeId}-bill${bills}`,
    chargeItemId: 'yunqi-fee',
    payeeId: 'payee',
    itemName,
    purpose: bill.purpose ?? 'propertyFee',
    liablePartyId: bill.partyId ?? ownerParty,
    period: period(first, 1),
    revision: 1,
    range,
    lines: (bill.lines ?? [bill.amount]).map((amount, index) => ({
      no: index + 1,
      kind: 'charge',
      text: itemName,
      range,
      amount: fen(amount),
      basis: '物业服务合同第八条',
      price: rate(amount, 2),
      quantity: { units: 1, decimals: 0 },
      unit: '月',
    })),
    amount: fen(bill.amount),
    credited: noFen,
    dueOn: day(bill.dueOn ?? lastDayOf(first)),
    ...(bill.lateFee ? { lateFee: bill.lateFee } : {}),
    state: 'draft',
  };
}

/** What WeChat's sheet says after this person chose; the money moves in the simulated wallet. */
export function openWallet(
  world: World,
  person: string,
  start: OutputOf<'payments.payOpenBills'>,
  choice: 'pay' | 'cancel' = 'pay',
): string {
  if (start.kind !== 'wallet') throw new Error('there is nothing to pay');
  const { appid } = world.cloud.context.settings;
  const payment = { appId: appid, ...start.wallet };
  return world.cloud.rooms.pay.wallet.pay({ openid: openidOf(person), payment, choice }).errMsg;
}

/** One tap on the home screen: whatever it shows as due is wanted. */
export async function tap(world: World, person: string, homeId = 'yunqi-1201') {
  const { amount } = granted(await world.ask(person, 'payments.preview', { homeId }));
  return world.ask(person, 'payments.payOpenBills', { homeId, expectedAmount: amount });
}

/** Pays from this person's wallet all that is due for a home, and confirms it. Gives the order. */
export async function paysAll(world: World, person = 'owner', homeId = 'yunqi-1201'): Promise<string> {
  const start = granted(await tap(world, person, homeId));
  expect(openWallet(world, person, start)).toBe('requestPayment:ok');
  const { orderId } = start;
  expect(granted(await world.ask(person, 'payments.confirmPayment', { orderId })).outcome).toBe('paid');
  return orderId;
}

interface JournalLine {
  readonly account: string;
  readonly amount: number;
}

async function journalLines(world: World): Promise<readonly JournalLine[]> {
  return (await world.all('journals')).flatMap(({ lines }) => lines as readonly JournalLine[]);
}

function sumOn(lines: readonly JournalLine[], account: string): number {
  return lines.filter((line) => line.account === account).reduce((sum, { amount }) => sum + amount, 0);
}

/** What the journals of the world come to on an account of the books. */
export async function bookedOn(world: World, account: string): Promise<number> {
  return sumOn(await journalLines(world), account);
}

/** The trial balance is nothing, and what the ledger says is owed is what the accounts say. */
export async function proveBooks(world: World): Promise<void> {
  const [lines, accounts] = await Promise.all([journalLines(world), world.all('homeAccounts')]);
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  const open = accounts.flatMap(
    ({ openBills }) =>
      openBills as { amount: number; credits: { amount: number }[]; owed: { owed: number }[] }[],
  );
  const owed = open.flatMap((bill) => bill.owed).reduce((sum, line) => sum + line.owed, 0);
  expect(sumOn(lines, 'receivable')).toBe(owed);
  for (const bill of open)
    expect(bill.owed.reduce((sum, line) => sum + line.owed, 0)).toBe(
      bill.amount - bill.credits.reduce((sum, { amount }) => sum + amount, 0),
    );
  const prepaid = accounts.flatMap(({ prepaid: all }) => all as { amount: number }[]);
  expect(sumOn(lines, 'prepaid')).toBe(0 - prepaid.reduce((sum, { amount }) => sum + amount, 0));
}
