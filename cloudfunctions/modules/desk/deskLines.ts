import type { OutputOf, ParsedOf } from '../../../types/contract';
import type { DeskLine } from '../../../types/contract/desk';
import { addDays, type Day, firstDayOf, lastDayOf, type Month, startOfDay } from '../../../types/day';
import { formatPeriod } from '../../../types/period';
import { placeName } from '../../../types/place';
import { granted, type Outcome } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import {
  billAsItStands,
  billsOfHomesIn,
  type HomeAccount,
  homeAccountsAfter,
  outstanding,
} from '../charging';
import { homesByIds, homesOfBuilding } from '../community';
import { handOverIdOf, handOversBy, tillOf } from '../counter';
import { type Account, accounts, journalKindNames, journalsOfAccount } from '../ledger';
import { ordersOfHandOver, ordersPaidBetween, receiptRow } from '../payments';
import { ageOf } from './arrears';
import type { ArrearsAge } from './deskStore';

type Input = ParsedOf<'desk.lines'>;
type Lines = OutputOf<'desk.lines'>;

const channelNames: Readonly<Record<string, string>> = {
  wechat: '微信支付',
  cash: '现金',
  card: '刷卡',
  transfer: '转账',
  prepaid: '预存抵扣',
};

/** What a figure of the desk is the sum of: every one opens down to receipts, bills, hand-overs or journal lines (law 2). */
export async function deskLines(
  { communityId, month, figure, after }: Input,
  { today }: Context,
): Promise<Outcome<Lines>> {
  switch (figure.kind) {
    case 'receivedToday':
      return granted(await received(communityId, today, figure.channel, after));
    case 'building':
      return granted(await billsOfBuilding(communityId, figure.building, month as Month, after));
    case 'arrears':
      return granted(await overdueBills(communityId, figure.age, today, after));
    case 'cash':
      return granted(await cashOf(figure.staffId));
    case 'account':
      return granted(await accountLines(communityId, figure.account, month as Month, after));
  }
}

async function received(
  communityId: string,
  today: Day,
  channel: string | undefined,
  after: string | undefined,
): Promise<Lines> {
  const range = { from: startOfDay(today), to: startOfDay(addDays(today, 1)) };
  const { rows, next } = await ordersPaidBetween(communityId, range, channel, after);
  const lines = rows.map((order): DeskLine => {
    const { orderId, at, place, amount } = receiptRow(order);
    const text = `${order.payerName} ${channelNames[order.channel] ?? ''}`;
    return { lineId: orderId, at, text, place, amount, opens: { kind: 'receipt', id: orderId } };
  });
  return paged(lines, next);
}

async function billsOfBuilding(
  communityId: string,
  building: string,
  month: Month,
  after: string | undefined,
): Promise<Lines> {
  const { homes, next } = await homesOfBuilding(communityId, building, after);
  const places = new Map(homes.map(({ _id, place }) => [_id, placeName(place)]));
  const { bills, accounts: of } = await billsOfHomesIn([...places.keys()], month);
  const lines = bills.map((bill): DeskLine => {
    const { state } = billAsItStands(bill, of.get(bill.homeId));
    const words = state === 'paid' ? '已缴' : state === 'partlyPaid' ? '部分已缴' : '未缴';
    return {
      lineId: bill._id,
      at: startOfDay(bill.dueOn),
      text: `${bill.itemName} ${words}`,
      place: places.get(bill.homeId) ?? '',
      amount: bill.amount,
      opens: { kind: 'bill', id: bill._id },
    };
  });
  return paged(lines, next);
}

/** Walks the accounts a hundred at a time until a page is full, or all have been seen. */
async function overdueBills(
  communityId: string,
  age: ArrearsAge,
  today: Day,
  after: string | undefined,
): Promise<Lines> {
  const lines: DeskLine[] = [];
  let position = after;
  for (let hundreds = 0; hundreds < 20 && lines.length < 20; hundreds += 1) {
    const some = await homeAccountsAfter(communityId, position);
    if (some.length === 0) return { lines };
    lines.push(...(await overdueLines(some, age, today)));
    position = some.at(-1)?._id;
  }
  return paged(lines, position);
}

async function overdueLines(
  some: readonly HomeAccount[],
  age: ArrearsAge,
  today: Day,
): Promise<readonly DeskLine[]> {
  const owing = some.filter(({ openBills }) => openBills.some((bill) => ageOf(bill.dueOn, today) === age));
  const places = new Map(
    (await homesByIds(owing.map(({ _id }) => _id))).map((home) => [home._id, placeName(home.place)]),
  );
  return owing.flatMap(({ _id: homeId, openBills }) =>
    openBills
      .filter((bill) => ageOf(bill.dueOn, today) === age && outstanding(bill) > 0)
      .map((bill) => ({
        lineId: bill.billId,
        at: startOfDay(bill.dueOn),
        text: `${bill.itemName} ${formatPeriod(bill.period)}`,
        place: places.get(homeId) ?? '',
        amount: outstanding(bill),
        opens: { kind: 'bill' as const, id: bill.billId },
      })),
  );
}

/** The cash in one person's hands: what was taken since the last hand-over, and hand-overs nobody has signed for yet. */
async function cashOf(staffId: string): Promise<Lines> {
  const till = await tillOf(staffId);
  const [orders, records] = await Promise.all([
    till ? ordersOfHandOver(staffId, handOverIdOf(till)) : [],
    handOversBy(staffId),
  ]);
  const cash = orders.filter(({ channel }) => channel === 'cash').map(receiptRow);
  const waiting = records.filter(({ state }) => state === 'handedOver');
  return {
    lines: [
      ...waiting.map(({ _id, at, taken }) => ({
        lineId: _id,
        at,
        text: '已交款，待签收',
        amount: taken.cash.amount,
        opens: { kind: 'handOver' as const, id: _id },
      })),
      ...cash.map(({ orderId, at, place, amount }) => ({
        lineId: orderId,
        at,
        text: '现金收款',
        place,
        amount,
        opens: { kind: 'receipt' as const, id: orderId },
      })),
    ],
  };
}

async function accountLines(
  communityId: string,
  account: string,
  month: Month,
  after: string | undefined,
): Promise<Lines> {
  if (!Object.hasOwn(accounts, account)) return { lines: [] };
  const range = { from: firstDayOf(month), to: lastDayOf(month) };
  const { rows, next } = await journalsOfAccount(communityId, account as Account, range, after);
  const lines = rows.flatMap((journal) =>
    journal.lines.flatMap((line, index): readonly DeskLine[] =>
      line.account === account
        ? [
            {
              lineId: `${journal._id}·${index}`,
              at: journal.at,
              text: journalKindNames[journal.kind],
              amount: line.amount,
              ...opened(line),
            },
          ]
        : [],
    ),
  );
  return paged(lines, next);
}

function opened({
  billId,
  orderId,
}: {
  readonly billId?: string;
  readonly orderId?: string;
}): Pick<DeskLine, 'opens'> {
  if (orderId !== undefined) return { opens: { kind: 'receipt', id: orderId } };
  return billId === undefined ? {} : { opens: { kind: 'bill', id: billId } };
}

function paged(lines: readonly DeskLine[], next: string | undefined): Lines {
  return next === undefined ? { lines } : { lines, next };
}
