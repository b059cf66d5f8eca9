import type { HomeAccount } from '../../../cloudfunctions/modules/charging';
import type { Cloud } from '../../../simulator/cloud/cloud';
import {
  addDays,
  addMonths,
  type Day,
  daysIncluded,
  firstDayOf,
  type Month,
  monthOf,
} from '../../../types/day';
import { type Fen, noFen, subtractFen, sumFen } from '../../../types/money';
import { Random } from '../community/random';
import { demoCommunity, demoSeed } from '../importDemo';
import type { Colleague, Neighbour } from './neighbours';
import type { Act, StoryClock } from './storyClock';

const { id: communityId } = demoCommunity;

/** What one person owes for one home. */
interface Debt {
  readonly homeId: string;
  readonly partyId: string;
  readonly payerName: string;
  readonly amount: Fen;
  /** Vouchers or prepayment pay some of it. */
  readonly hasMore: boolean;
  /** `3栋` */
  readonly building: string;
  /** Some of it is from before last month. */
  readonly isOld: boolean;
}

interface Payers {
  /** Of the demo's people: what they owe is left to them. */
  readonly demoHomes: readonly string[];
  readonly neighbours: readonly Neighbour[];
  readonly staff: readonly Colleague[];
}

interface Taking {
  readonly day: Day;
  readonly number: string;
  readonly channel: 'transfer' | 'card' | 'cash';
  readonly debt: Debt;
  /** Which of those who take money. */
  readonly till: number;
}

/** Of a thousand homes without old debts so many have paid by the 20th, building by building: they differ, as they do. */
const paidBy20th: readonly number[] = [960, 985, 930, 900, 970, 780, 975, 950, 890, 990, 960, 910];
const channels = ['transfer', 'transfer', 'transfer', 'card', 'cash'] as const;
/** Whoever owes from before pays one time in eight. */
const paysOldDebts = 0.125;

/**
 * From the bills of last month until today, a day each: owners with WeChat pay with one tap, the others at the counter, most by transfer. Who
 * owes from long ago mostly goes on owing.
 */
export function collectMonth(
  cloud: Cloud,
  clock: StoryClock,
  { demoHomes, neighbours, staff }: Payers,
): readonly Act[] {
  const random = new Random(demoSeed + 2);
  const first = firstDayOf(monthOf(clock.today));
  const days = daysIncluded(first, clock.today);
  const someDay = () => addDays(first, random.whole(0, days - 1));
  const progress = Math.min(1, days / 20);
  const tills = staff.filter(({ duty }) => duty.includes('客服'));
  const wallets = neighbours
    .filter(() => random.happens(progress))
    .map((neighbour) => ({ neighbour, day: someDay() }));
  const known = new Set([...demoHomes, ...neighbours.map(({ homeId }) => homeId)]);
  const takings = debtsOf(cloud, known, addMonths(monthOf(clock.today), -1))
    .filter(({ building, isOld }) => {
      const share = (paidBy20th[Number.parseInt(building, 10) - 1] ?? 0) / 1000;
      return random.happens((isOld ? paysOldDebts : share) * progress);
    })
    .map((debt, index): Taking => {
      // Finance takes no cash: it receives it from the others.
      const channel = index % tills.length === 0 ? 'transfer' : random.pick(channels);
      return { debt, channel, day: someDay(), till: index % tills.length, number: `T${index + 1}` };
    });
  return Array.from({ length: days }, (_, index) => addDays(first, index)).map((day) => {
    const own = wallets.filter((one) => one.day === day).map(({ neighbour }) => neighbour);
    const ofDay = takings.filter((one) => one.day === day);
    const act = async () => {
      await Promise.all([
        inTurn(own, (neighbour) => payByWallet(cloud, neighbour)),
        ...tills.map((till, lane) =>
          inTurn(
            ofDay.filter((one) => one.till === lane),
            (taking) => takeMoney(till, taking),
          ),
        ),
      ]);
      const isYesterday = day === addDays(clock.today, -1);
      if (isYesterday || Number(day.slice(8)) % 7 === 0) await handOver(tills, !isYesterday);
    };
    return { at: clock.morningOf(day), act };
  });
}

/** Who owes something and is nobody's `own`; `month` is the last one billed. */
function debtsOf({ rooms }: Cloud, own: ReadonlySet<string>, month: Month): readonly Debt[] {
  const { engine } = rooms.database;
  const accounts = engine.find({
    collection: 'homeAccounts',
    filter: { communityId },
  }) as unknown as readonly HomeAccount[];
  return accounts.flatMap((account): Debt[] => {
    const { _id: homeId, openBills, prepaid, vouchers } = account;
    const [bill] = openBills;
    if (!bill || own.has(homeId)) return [];
    const partyId = bill.liablePartyId;
    const ofParty = openBills.filter(({ liablePartyId }) => liablePartyId === partyId);
    const resident = engine.get('residents', partyId) as { readonly name?: string } | undefined;
    const home = engine.get('homes', homeId) as
      | { readonly place?: { readonly building: string } }
      | undefined;
    if (!resident?.name || !home?.place) return [];
    return [
      {
        ...{ homeId, partyId, payerName: resident.name, building: home.place.building },
        hasMore: prepaid.length + vouchers.length > 0,
        amount: sumFen(ofParty.flatMap(({ owed }) => owed.map((line) => line.owed))),
        isOld: ofParty.some(({ period }) => period.first < month),
      },
    ];
  });
}

/** Cash goes from the counter to finance, who counts it on another day than that of yesterday. Finance's own till stays. */
async function handOver([finance, ...tills]: readonly Colleague[], isReceived: boolean): Promise<void> {
  for (const { phone } of tills) {
    const { cashInHand } = await phone.ask('counter.myDay', { communityId });
    if (cashInHand === 0) continue;
    const { handOverId } = await phone.ask('counter.handOver', { communityId, counted: cashInHand });
    if (isReceived) await finance?.phone.ask('counter.receiveHandOver', { handOverId });
  }
}

/** One tap on the home screen, and the wallet. */
async function payByWallet({ rooms, context }: Cloud, { phone, openid, homeId }: Neighbour): Promise<void> {
  const { home } = await phone.ask('payments.seeHome', { homeId });
  if (!home?.due) return;
  const start = await phone.ask('payments.payOpenBills', { homeId, expectedAmount: home.due.amount });
  if (start.kind === 'paid') return;
  const payment = { appId: context.settings.appid, ...start.wallet };
  rooms.pay.wallet.pay({ openid, payment, choice: 'pay' });
  await phone.ask('payments.confirmPayment', { orderId: start.orderId });
}

/** All that somebody owes, after what vouchers and prepayment pay of it. */
async function takeMoney({ phone }: Colleague, { debt, channel, number }: Taking): Promise<void> {
  const { homeId, partyId, amount: owed, payerName, hasMore } = debt;
  // What money for all of it would leave over need not be brought.
  const left = hasMore
    ? (await phone.ask('counter.preview', { homeId, partyId, amount: owed })).toPrepaid
    : noFen;
  const amount = subtractFen(owed, left);
  const expected = { expectedPrepaid: noFen, expectedUsed: subtractFen(owed, amount) };
  const paid = { homeId, partyId, amount, payerName, channel, ...expected };
  await phone.ask('counter.take', { ...paid, ...(channel === 'cash' ? {} : { voucherNumber: number }) });
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (const one of all) await work(one);
}
