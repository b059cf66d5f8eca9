import type { Day, Instant, Month } from '../../../types/day';
import { addFen, type Fen, negativeFen, noFen, sumFen } from '../../../types/money';
import type { Stored } from '../../kernel/collection';
import {
  type Account,
  accountOfChannel,
  type Channel,
  channels,
  type Journal,
  type JournalLine,
  moneyInKinds,
} from '../ledger';

/** Up to where journals are counted, in the order in which they were written. */
export interface CountedTo {
  readonly at: Instant;
  readonly id: string;
}

export interface BuildingMonth {
  readonly month: Month;
  readonly building: string;
  readonly billed: Fen;
  readonly paid: Fen;
}

/** What was billed here for a month, and paid of it, by the day of the journal. */
export interface MonthOnDay {
  readonly month: Month;
  readonly day: Day;
  readonly billed: Fen;
  readonly paid: Fen;
}

export interface DayReceived {
  readonly day: Day;
  readonly channel: Channel;
  readonly amount: Fen;
  readonly count: number;
}

/**
 * A community's totals: nothing but sums of its journals' lines, kept so that a screen need not add them up again. Rebuilt from nothing
 * and compared every night. `_id` is the community's.
 */
export interface CommunityTotals extends Stored {
  readonly countedTo?: CountedTo;
  readonly countedAt: Instant;
  readonly balances: readonly { readonly account: Account; readonly amount: Fen }[];
  /** Cash by the hands it is in; those that hold none are left out. */
  readonly cash: readonly { readonly holder: string; readonly amount: Fen }[];
  readonly received: readonly DayReceived[];
  readonly months: readonly BuildingMonth[];
  /** Of the last months, so that two can be compared on the same day. */
  readonly progress: readonly MonthOnDay[];
}

/** Kept: what the desk shows. Older sums stand in the journals. */
const kept = { days: 62, months: 24, progress: 3 } as const;

export type Sums = Omit<CommunityTotals, 'version' | '_id' | 'countedAt'>;
export const noSums: Sums = { balances: [], cash: [], received: [], months: [], progress: [] };

/**
 * Adds journals, in the order in which they were written, each once. `buildingOf` knows every home a line names. Pure: the same journals give the
 * same sums, in whatever portions they come.
 */
export function counted(
  sums: Sums,
  journals: readonly Journal[],
  buildingOf: (homeId: string) => string,
): Sums {
  const lines = journals.flatMap(({ lines: all }) => all);
  const last = journals.at(-1);
  return {
    ...(last
      ? { countedTo: { at: postedAt(last), id: last._id } }
      : sums.countedTo
        ? { countedTo: sums.countedTo }
        : {}),
    balances: balancesWith(sums.balances, lines),
    cash: cashWith(sums.cash, lines),
    received: receivedWith(sums.received, journals),
    months: monthsWith(sums.months, lines, buildingOf),
    progress: progressWith(sums.progress, journals),
  };
}

function balancesWith(before: Sums['balances'], lines: readonly JournalLine[]): Sums['balances'] {
  const rows = [...before, ...lines.map(({ account, amount }) => ({ account, amount }))];
  return grouped(rows, ({ account }) => account).map((group) => ({
    account: group[0].account,
    amount: sumFen(group.map(({ amount }) => amount)),
  }));
}

function cashWith(before: Sums['cash'], lines: readonly JournalLine[]): Sums['cash'] {
  const held = lines.flatMap(({ account, holder, amount }) =>
    account === 'cashInHand' && holder !== undefined ? [{ holder, amount }] : [],
  );
  return grouped([...before, ...held], ({ holder }) => holder)
    .map((group) => ({ holder: group[0].holder, amount: sumFen(group.map(({ amount }) => amount)) }))
    .filter(({ amount }) => amount !== 0);
}

const channelOfAccount = new Map(channels.map((channel) => [accountOfChannel[channel], channel]));

/** What came in that day. Refunds are not taken off: they are told apart. */
function receivedWith(before: Sums['received'], journals: readonly Journal[]): Sums['received'] {
  const came = journals.flatMap(({ kind, day, lines }) =>
    moneyInKinds.includes(kind)
      ? lines.flatMap(({ account, amount }) => {
          const channel = channelOfAccount.get(account);
          return channel && amount > 0 ? [{ day, channel, amount, count: 1 }] : [];
        })
      : [],
  );
  const all = grouped([...before, ...came], ({ day, channel }) => `${day}·${channel}`).map((group) => ({
    ...group[0],
    amount: sumFen(group.map(({ amount }) => amount)),
    count: group.reduce((sum, { count }) => sum + count, 0),
  }));
  const days = [...new Set(all.map(({ day }) => day))].sort().slice(-kept.days);
  return all.filter(({ day }) => days.includes(day));
}

/** Receivables by the bill's month: what raises them was billed, what lowers them on a payment's account was paid. */
function monthsWith(
  before: Sums['months'],
  lines: readonly JournalLine[],
  buildingOf: (homeId: string) => string,
): Sums['months'] {
  const moved = lines.flatMap((line): BuildingMonth[] => {
    const { homeId } = line;
    const of = homeId === undefined ? undefined : movedOf(line);
    return of && homeId !== undefined ? [{ ...of, building: buildingOf(homeId) }] : [];
  });
  const all = grouped([...before, ...moved], ({ month, building }) => `${month}·${building}`).map(
    (group) => ({
      ...group[0],
      billed: sumFen(group.map(({ billed }) => billed)),
      paid: sumFen(group.map(({ paid }) => paid)),
    }),
  );
  const months = [...new Set(all.map(({ month }) => month))].sort().slice(-kept.months);
  return all.filter(({ month }) => months.includes(month));
}

/** The same by day, without what the old books left owing: that was billed elsewhere. */
function progressWith(before: Sums['progress'], journals: readonly Journal[]): Sums['progress'] {
  const moved = journals
    .filter(({ kind }) => kind !== 'opening')
    .flatMap(({ day, lines }) =>
      lines.flatMap((line): MonthOnDay[] => {
        const of = movedOf(line);
        return of ? [{ ...of, day }] : [];
      }),
    );
  const all = grouped([...before, ...moved], ({ month, day }) => `${month}·${day}`).map((group) => ({
    ...group[0],
    billed: sumFen(group.map(({ billed }) => billed)),
    paid: sumFen(group.map(({ paid }) => paid)),
  }));
  const months = [...new Set(all.map(({ month }) => month))].sort().slice(-kept.progress);
  return all.filter(({ month }) => months.includes(month));
}

/** What a line moves of its bill's month. A payment, or a refund that takes it back, names its order; a bill, its void or adjustment none. */
function movedOf({
  account,
  billId,
  orderId,
  amount,
}: JournalLine): Omit<BuildingMonth, 'building'> | undefined {
  if (account !== 'receivable' || billId === undefined) return undefined;
  const month = monthOfBill(billId);
  return orderId === undefined
    ? { month, billed: amount, paid: noFen }
    : { month, billed: noFen, paid: negativeFen(amount) };
}

/** Every journal on disk has it. */
export function postedAt({ _id, postedAt: at }: Journal): Instant {
  if (at === undefined) throw new Error(`journal ${_id} does not say when it was written`);
  return at;
}

/** A bill's id is assignment·first month·revision. */
export function monthOfBill(billId: string): Month {
  return billId.split('·').at(-2) as Month;
}

/** All debits and credits together: nothing, as long as every journal balances. */
export function trialBalanceOf({ balances }: Sums): Fen {
  return sumFen(balances.map(({ amount }) => amount));
}

/** Of what was billed, what is paid, in thousandths, rounded down: 1000 only when all is. */
export function permilleOf(paid: Fen, billed: Fen): number {
  return billed <= 0 ? 1000 : Math.max(0, Math.min(1000, Math.floor((paid * 1000) / billed)));
}

/** What was billed for a month and paid of it: over all buildings, and by building in the order of their names. */
export function collectionOf({ months }: Sums, month: Month) {
  const rows = months
    .filter((row) => row.month === month)
    .sort((a, b) => a.building.localeCompare(b.building, 'zh', { numeric: true }));
  const billed = rows.reduce((sum, row) => addFen(sum, row.billed), noFen);
  const paid = rows.reduce((sum, row) => addFen(sum, row.paid), noFen);
  const buildings = rows.map(({ building, billed: owed, paid: got }) => ({
    building,
    billed: owed,
    paid: got,
    permille: permilleOf(got, owed),
  }));
  return { billed, paid, permille: permilleOf(paid, billed), buildings };
}

/** The last month for which something was billed. */
export function lastBilledMonth({ months }: Sums): Month | undefined {
  return months
    .filter(({ billed }) => billed > 0)
    .map(({ month }) => month)
    .sort()
    .at(-1);
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): readonly [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}
