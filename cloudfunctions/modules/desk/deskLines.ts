import type { OutputOf, ParsedOf } from '../../../types/contract';
import type { DeskLine } from '../../../types/contract/desk';
import { type Day, firstDayOf, lastDayOf, type Month, startOfDay } from '../../../types/day';
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
import {
  type Account,
  accountOfChannel,
  accounts,
  channels,
  journalKindNames,
  journalsOfAccount,
  journalsOfMoneyIn,
} from '../ledger';
import { ordersByIds, ordersOfHandOver, receiptRow } from '../payments';
import { ageOf } from './arrears';
import type { ArrearsAge } from './deskStore';

type Input = ParsedOf<'desk.lines'>;
type Lines = OutputOf<'desk.lines'>;

const channelNames: Readonly<Record<string, string>> = {
  wechat: '微信支付',
  cash: '现金',
  card: '刷卡',
  transfer: '转账',
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
      return granted(await cashOf(communityId, figure.staffId));
    case 'account':
      return granted(await accountLines(communityId, figure.account, month as Month, after));
  }
}

/** The very journals that the day's figure counts; money that is on its way back among them. */
async function received(
  communityId: string,
  today: Day,
  channel: string | undefined,
  after: string | undefined,
): Promise<Lines> {
  const into = channels.filter((each) => channel === undefined || each === channel);
  const taken = into.map((each) => accountOfChannel[each]);
  const { rows, next } = await journalsOfMoneyIn(communityId, today, taken, after);
  const money = rows.flatMap(({ _id, at, kind, lines }) =>
    lines
      .filter(({ account, amount }) => amount > 0 && taken.includes(account))
      .map((line, index) => ({ ...line, lineId: `${_id}·${index}`, at, kind })),
  );
  const orders = new Map(
    (await ordersByIds(money.flatMap(({ orderId }) => orderId ?? []))).map((order) => [order._id, order]),
  );
  const lines = money.map(({ lineId, at, kind, account, amount, orderId }): DeskLine => {
    const order = orders.get(orderId ?? '');
    const way = channelNames[into.find((each) => accountOfChannel[each] === account) ?? ''] ?? '';
    const text = `${order?.payerName ?? ''} ${way}${kind === 'unclaimed' ? '（未入账单）' : ''}`.trim();
    const place = order ? { place: order.place } : {};
    const opens = order?.state === 'paid' ? { opens: { kind: 'receipt' as const, id: order._id } } : {};
    return { lineId, at, text, amount, ...place, ...opens };
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
async function cashOf(communityId: string, staffId: string): Promise<Lines> {
  const till = await tillOf(staffId);
  // Nobody of this community: there is nothing to be seen here.
  if (till?.communityId !== communityId) return { lines: [] };
  const [orders, records] = await Promise.all([
    ordersOfHandOver(staffId, handOverIdOf(till)),
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
