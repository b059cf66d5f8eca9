import { billStateNames } from '../../../types/charge';
import type { ParsedOf } from '../../../types/contract';
import {
  type Day,
  dayOf,
  firstDayOf,
  type Instant,
  lastDayOf,
  type Month,
  minuteOfDay,
} from '../../../types/day';
import type { Fen } from '../../../types/money';
import { formatPeriod } from '../../../types/period';
import { placeName } from '../../../types/place';
import { yuanText } from '../../../types/yuan';
import { find, findAll, is } from '../../platform/database';
import {
  billAsItStands,
  bills,
  type HomeAccount,
  homeAccounts,
  homeAccountsAfter,
  outstanding,
} from '../charging';
import { homesByIds } from '../community';
import { accounts, journalKindNames, journals } from '../ledger';
import { paymentOrders } from '../payments';
import type { WrittenCell } from '../setup';

export interface Asked {
  readonly communityId: string;
  readonly month: Month;
  readonly range: { readonly from: Instant; readonly to: Instant };
  readonly today: Day;
}

export interface ExportSheet {
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly WrittenCell[])[];
}

type What = ParsedOf<'desk.export'>['what'];

/** What can be taken out, by name. Amounts are numbers by their digits. */
export const rowsOf: Readonly<Record<What, (asked: Asked) => Promise<ExportSheet>>> = {
  bills: billRows,
  payments: paymentRows,
  arrears: arrearsRows,
  journals: journalRows,
};

async function billRows({ communityId, month }: Asked): Promise<ExportSheet> {
  const found = (await findAll(bills, { communityId, 'period.first': month })).filter(
    ({ state }) => state !== 'draft',
  );
  const homeIds = found.map(({ homeId }) => homeId);
  const [places, of] = await Promise.all([placesOf(homeIds), accountsOf(homeIds)]);
  return {
    name: '账单',
    heading: ['房屋', '收费项目', '账期', '应缴日', '金额', '已缴', '状态', '账单号'],
    rows: found.map((bill) => {
      const { credited, state } = billAsItStands(bill, of.get(bill.homeId));
      return [
        places.get(bill.homeId) ?? '',
        bill.itemName,
        formatPeriod(bill.period),
        bill.dueOn,
        money(bill.amount),
        money(credited),
        billStateNames[state],
        bill._id,
      ];
    }),
  };
}

const channelNames = {
  wechat: '微信支付',
  cash: '现金',
  card: '刷卡',
  transfer: '转账',
  prepaid: '预存抵扣',
} as const;

async function paymentRows({ communityId, range }: Asked): Promise<ExportSheet> {
  const within = is.all([is.atLeast(range.from), is.below(range.to)]);
  const found = await findAll(paymentOrders, { communityId, state: 'paid', paidAt: within });
  return {
    name: '收款',
    heading: ['时间', '房屋', '付款人', '方式', '金额', '其中预存', '经手人', '支付单号', '微信交易单号'],
    rows: [...found]
      .sort((a, b) => (a.paidAt ?? 0) - (b.paidAt ?? 0))
      .map((order) => [
        timeText(order.paidAt ?? order.createdAt),
        order.place,
        order.payerName,
        channelNames[order.channel],
        money(order.amount),
        money(order.toPrepaid),
        order.takenBy?.name ?? '',
        order._id,
        order.transactionId ?? '',
      ]),
  };
}

async function arrearsRows({ communityId, today }: Asked): Promise<ExportSheet> {
  const rows: (readonly WrittenCell[])[] = [];
  for (let after: string | undefined; ; ) {
    const some = await homeAccountsAfter(communityId, after);
    after = some.at(-1)?._id;
    if (after === undefined) break;
    rows.push(...(await owedRows(some, today)));
  }
  return { name: '欠费', heading: ['房屋', '收费项目', '账期', '应缴日', '尚欠', '账单号'], rows };
}

async function owedRows(
  some: readonly HomeAccount[],
  today: Day,
): Promise<readonly (readonly WrittenCell[])[]> {
  const owing = some.filter(({ openBills }) => openBills.some(({ dueOn }) => dueOn < today));
  const places = await placesOf(owing.map(({ _id }) => _id));
  return owing.flatMap(({ _id, openBills }) =>
    openBills
      .filter((bill) => bill.dueOn < today)
      .map((bill) => [
        places.get(_id) ?? '',
        bill.itemName,
        formatPeriod(bill.period),
        bill.dueOn,
        money(outstanding(bill)),
        bill.billId,
      ]),
  );
}

async function journalRows({ communityId, month }: Asked): Promise<ExportSheet> {
  const days = is.all([is.atLeast(firstDayOf(month)), is.atMost(lastDayOf(month))]);
  const found = await findAll(journals, { communityId, day: days });
  return {
    name: '凭证',
    heading: ['日期', '凭证', '种类', '科目', '借方', '贷方', '来源'],
    rows: [...found]
      .sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1))
      .flatMap(({ _id, day, kind, lines, source }) =>
        lines.map(({ account, amount }): readonly WrittenCell[] => [
          day,
          _id,
          journalKindNames[kind],
          accounts[account].name,
          amount > 0 ? money(amount) : '',
          amount < 0 ? money(-amount as Fen) : '',
          source,
        ]),
      ),
  };
}

async function placesOf(homeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const some of hundreds(homeIds))
    for (const { _id, place } of await homesByIds(some)) places.set(_id, placeName(place));
  return places;
}

async function accountsOf(homeIds: readonly string[]): Promise<ReadonlyMap<string, HomeAccount>> {
  const found = new Map<string, HomeAccount>();
  for (const some of hundreds(homeIds))
    for (const account of await find(homeAccounts, { where: { _id: is.oneOf(some) }, limit: some.length }))
      found.set(account._id, account);
  return found;
}

function hundreds(ids: readonly string[]): readonly (readonly string[])[] {
  const distinct = [...new Set(ids)];
  return Array.from({ length: Math.ceil(distinct.length / 100) }, (_, index) =>
    distinct.slice(index * 100, index * 100 + 100),
  );
}

function money(amount: Fen): WrittenCell {
  return { number: yuanText(amount), isAmount: true };
}

/** `2026-11-10 09:05`, in China. */
function timeText(at: Instant): string {
  const minutes = minuteOfDay(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayOf(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
