import {
  type ChargeAssignment,
  type ChargeItem,
  type HomeAccount,
  makeBill,
  openBillOf,
} from '../../../cloudfunctions/modules/charging';
import { billedLines, journalOf } from '../../../cloudfunctions/modules/charging/journals';
import { totalsKind } from '../../../cloudfunctions/modules/desk/startCounting';
import { grantVoucherTo, voucherEnds } from '../../../cloudfunctions/modules/payments/voucher';
import { reconcileKind } from '../../../cloudfunctions/modules/reconciliation/startReconciling';
import { jobId } from '../../../cloudfunctions/platform/jobStore';
import type { PayChannelName } from '../../../cloudfunctions/platform/pay/port';
import { addDays, addMonths, day, dayOf, type Instant, month, startOfDay } from '../../../types/day';
import { fen, rate } from '../../../types/money';
import { period } from '../../../types/period';
import { placeKey } from '../../../types/place';
import type { Relation } from '../../../types/role';
import { hour } from '../stage/time';

export const communityId = 'yunqi';
export const merchantId = '1900000109';
/** A few months of what a home pays, so that people reach it. */
export const prepayCap = fen(120_000);
const payeeId = 'payee';
const longAgo = day('2025-09-01');

/** Somebody with a WeChat account and what they may do with a home. */
export interface Member {
  readonly openid: string;
  readonly homeId: string;
  readonly relation: Relation;
}

export const homeIds = Array.from({ length: 12 }, (_, index) => `h${index + 1}`);

function openidOf(person: string): string {
  return `o${person.padEnd(27, '0')}`;
}

/** Who lives where: owners everywhere, family in most homes, tenants in some, one owner of two homes. */
export const members: readonly Member[] = homeIds.flatMap((homeId, index) => {
  const owner = openidOf(index === 11 ? 'ownerh1' : `owner${homeId}`);
  return [
    { openid: owner, homeId, relation: 'owner' as const },
    ...(index % 4 === 3
      ? []
      : [{ openid: openidOf(`family${homeId}`), homeId, relation: 'family' as const }]),
    ...(index % 3 === 2
      ? [{ openid: openidOf(`tenant${homeId}`), homeId, relation: 'tenant' as const }]
      : []),
  ];
});

export function membersOf(homeId: string): readonly Member[] {
  return members.filter((member) => member.homeId === homeId);
}

export const finance = [openidOf('finance1'), openidOf('finance2')] as const;
export const counterStaff = [openidOf('service1'), openidOf('finance2')] as const;
export const customerService = openidOf('service1');

function areaOf(index: number): number {
  return 6000 + index * 1000;
}

function staffMember(id: string, duty: 'finance' | 'customerService') {
  return {
    ...{ _id: id, communityId, name: id, phone: '13800000000', duties: [duty], skills: [], areas: [] },
    from: longAgo,
    openid: openidOf(id),
  };
}

function partyOf(homeId: string, relation: Relation): string {
  return `${homeId}-${relation === 'tenant' ? 'tenant' : 'owner'}`;
}

/** Charged per home: the property fee with a late fee, lift and light, parking for every other one, a fee of the tenants'. */
function itemsOf(): readonly Omit<ChargeItem, 'version'>[] {
  const item = (name: string, method: ChargeItem['method'], price: number): Omit<ChargeItem, 'version'> => ({
    ...{ _id: `item-${name}`, communityId, name, method, payeeId },
    purpose: name === '物业费' ? 'propertyFee' : name === '停车费' ? 'parking' : 'other',
    ...{ unit: method === 'area' ? '㎡' : '户', meterDecimals: 0, due: { monthsAfter: 0, day: 20 } },
    tariffs: [{ from: longAgo, basis: '物业服务合同第八条', price: { kind: 'flat', price: rate(price, 2) } }],
  });
  return [
    item('物业费', 'area', 195),
    item('停车费', 'parking', 15000),
    item('垃圾清运费', 'fixed', 800),
    item('电梯费', 'area', 35),
    item('公共水电', 'fixed', 1273),
  ];
}

function assignmentsOf(homeId: string, index: number): readonly Omit<ChargeAssignment, 'version'>[] {
  const about = { communityId, homeId, from: longAgo, exceptions: [] };
  const owner = { ...about, liablePartyId: partyOf(homeId, 'owner') };
  const lateFee = { perMillionPerDay: 500, graceDays: 5, capPermille: 200 };
  const space = { kind: 'parkingSpace' as const, id: `space-${homeId}`, name: `B${index + 1}` };
  return [
    { ...owner, _id: `${homeId}-fee`, chargeItemId: 'item-物业费', lateFee },
    { ...owner, _id: `${homeId}-lift`, chargeItemId: 'item-电梯费' },
    { ...owner, _id: `${homeId}-light`, chargeItemId: 'item-公共水电' },
    ...(index % 2 === 0
      ? [{ ...owner, _id: `${homeId}-car`, chargeItemId: 'item-停车费', subject: space }]
      : []),
    ...(index % 3 === 2
      ? [
          {
            ...about,
            ...{ _id: `${homeId}-waste`, chargeItemId: 'item-垃圾清运费' },
            liablePartyId: partyOf(homeId, 'tenant'),
          },
        ]
      : []),
  ];
}

function tenuresOf(homeId: string) {
  return members
    .filter((member) => member.homeId === homeId)
    .map(({ openid, relation }) => ({
      ...{ id: `${homeId}-${relation}`, residentId: partyOf(homeId, relation), relation, from: longAgo },
      ...{ origin: 'register', holder: { openid, since: 0, by: 'register' } },
    }));
}

/** The community on the day it goes live, as the import would leave it: collection by collection. */
export function settingDocuments(
  channel: PayChannelName,
): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  const settings = { autoPublish: false, prepayCap, collectsUtilities: false };
  const payee = { payeeId, name: '云栖物业服务有限公司', merchantId, channel };
  const places = homeIds.map((homeId, index) => {
    const place = { building: '3栋', unit: '1单元', room: `${index + 1}01` };
    return { homeId, place, area: areaOf(index) };
  });
  return {
    communities: [{ _id: communityId, name: '云栖苑', state: 'live', payee, settings }],
    homes: places.map(({ homeId, place, area }) => ({
      ...{ _id: homeId, communityId, place, placeKey: placeKey(place), area },
    })),
    households: places.map(({ homeId, place }) => ({
      _id: homeId,
      communityId,
      place,
      tenures: tenuresOf(homeId),
    })),
    residents: [...new Set(members.map(({ homeId, relation }) => partyOf(homeId, relation)))].map((id) => ({
      ...{ _id: id, communityId, name: `住户${id}` },
    })),
    staffMembers: [
      staffMember('finance1', 'finance'),
      staffMember('finance2', 'finance'),
      staffMember('service1', 'customerService'),
    ],
    chargeItems: itemsOf() as readonly Readonly<Record<string, unknown>>[],
    chargeAssignments: homeIds.flatMap((homeId, index) =>
      assignmentsOf(homeId, index),
    ) as unknown as readonly Readonly<Record<string, unknown>>[],
  };
}

/** In every third home nobody has paid for months. */
const arrearsMonths = 4;

/** The months that are billed when it begins: the last one, in some homes those before it, too. */
function monthsOwed(last: string, index: number): readonly string[] {
  const count = index % 3 === 1 ? arrearsMonths : 1;
  return Array.from({ length: count }, (_, back) => addMonths(month(last), -back)).reverse();
}

/** The bills of a month, arrears of some homes and some vouchers, as they stand before the simulation begins, with their journals and the accounts that hold them. */
export function billedDocuments(first: string, now: Instant) {
  const items = new Map(itemsOf().map((item) => [item._id, { version: 1, ...item }]));
  const made = homeIds.flatMap((homeId, index) =>
    billingsOf(homeId, index, first).map(([assignment, of]) => {
      const item = items.get(assignment.chargeItemId);
      if (!item) throw new Error(`no item ${assignment.chargeItemId}`);
      const source = { item, assignment: { version: 1, ...assignment }, area: areaOf(index), revision: 1 };
      const billing = makeBill({ ...source, period: period(month(of), 1) });
      if (billing.kind !== 'made') throw new Error(`${assignment._id} cannot be billed`);
      return { version: 1, ...billing.bill, state: 'published' as const };
    }),
  );
  const accounts = homeIds.map((homeId) => ({
    ...{ _id: homeId, version: 1, communityId, prepaid: [], vouchers: [] },
    openBills: made.filter((bill) => bill.homeId === homeId).map((bill) => openBillOf(bill)),
  }));
  const granted = accounts.map((account, index) => grantedTo(account, 1 + (index % 7), now));
  const billed = made.flatMap((bill) => journalOf('bill', bill, billedLines(bill), { now }));
  const journals = [...billed.map(({ document }) => document), ...granted.map(({ journal }) => journal)];
  return {
    bills: made,
    vouchers: granted.map(({ voucher }) => voucher),
    due: granted.map(({ voucher: { _id: key, expiresOn } }) => ({
      ...{ _id: `voucherExpiry·${key}`, kind: 'voucherExpiry', key, at: voucherEnds(expiresOn) },
    })),
    journals: journals.map((journal) => ({ ...journal, postedAt: now })),
    homeAccounts: granted.map(({ account }) => account),
  };
}

function billingsOf(homeId: string, index: number, last: string) {
  return monthsOwed(last, index).flatMap((of) =>
    assignmentsOf(homeId, index).map((assignment) => [assignment, of] as const),
  );
}

/** Every home begins with a voucher that is good for some days. */
function grantedTo(account: HomeAccount, days: number, now: Instant) {
  const { _id: homeId } = account;
  const expiresOn = addDays(dayOf(now), days);
  const about = { communityId, homeId, expiresOn, amount: fen(5000), reason: '停水补偿' };
  const granted = grantVoucherTo(account, { id: `V${homeId}`, ...about }, now);
  if (!granted.ok) throw new Error(`${homeId} gets no voucher`);
  return granted.value;
}

/** What a community's going live begins: every day's reconciliation, every night's count. */
export function startedJobs(now: Instant) {
  const today = dayOf(now);
  const key = `${communityId}·${today}`;
  const about = { key, communityId, input: { communityId, day: today }, state: 'waiting', failures: 0 };
  return [reconcileKind, totalsKind].map((kind) => ({
    ...{ _id: jobId(kind, key), kind, ...about, startedAt: now },
    nextAt: startOfDay(addDays(today, 1)) + (kind === reconcileKind ? 10.5 : 2.5) * hour,
  }));
}
