import { day, month } from '../../../../types/day';
import { rate } from '../../../../types/money';
import { period } from '../../../../types/period';
import type { ChargeAssignment } from '../assignment';
import type { BillSource } from '../bill';
import type { ChargeItem } from '../chargeItem';
import type { Meter, Reading } from '../meterUse';
import type { Tariff, TieredPrice } from '../tariff';

/** Made-up contracts for the tests beside; prices after shared facts about Hangzhou and Zhejiang. */
export const contract: Tariff = {
  from: day('2020-01-01'),
  basis: '物业服务合同第八条',
  price: { kind: 'flat', price: rate(19150, 4) },
};

export const propertyFee: ChargeItem = {
  _id: 'c1·wuye',
  version: 1,
  communityId: 'c1',
  name: '物业费',
  purpose: 'propertyFee',
  method: 'area',
  payeeId: 'p1',
  unit: '㎡',
  meterDecimals: 0,
  due: { monthsAfter: 0, day: 25 },
  tariffs: [contract],
};

export const zhejiang: TieredPrice = {
  kind: 'tiered',
  cycle: 'year',
  yearStartsIn: 1,
  tiers: [
    { upTo: 2760, price: rate(5380, 4) },
    { upTo: 4800, price: rate(5880, 4) },
    { price: rate(8380, 4) },
  ],
  extras: [],
};

export const electricity: ChargeItem = {
  ...propertyFee,
  _id: 'c1·dian',
  name: '电费',
  purpose: 'electricity',
  method: 'meter',
  unit: '度',
  due: { monthsAfter: 1, day: 31 },
  tariffs: [{ from: day('2012-07-01'), basis: '浙价资〔2012〕182号', price: zhejiang }],
};

export const ownersFee: ChargeAssignment = {
  _id: 'h1·wuye',
  version: 1,
  communityId: 'c1',
  homeId: 'h1',
  chargeItemId: propertyFee._id,
  liablePartyId: 'wang',
  from: day('2025-01-01'),
  exceptions: [],
};

export const ownersMeter: ChargeAssignment = {
  ...ownersFee,
  _id: 'h1·dian',
  chargeItemId: electricity._id,
  subject: { kind: 'meter', id: 'm1', name: 'A100' },
};

export function read(on: string, value: number, serial = 'A100'): Reading {
  return { day: day(on), serial, value };
}

export function meter(from: Reading, usedInCycle: number, ...readings: readonly Reading[]): Meter {
  const cycleStart = day(`${from.day.slice(0, 4)}-01-01`);
  return { multiplier: 1, position: { reading: from, cycleStart, usedInCycle }, readings };
}

export const feeOfJanuary: BillSource = {
  item: propertyFee,
  assignment: ownersFee,
  period: period(month('2026-01'), 1),
  revision: 1,
  area: 8930,
};

export const meterOfMarch: BillSource = {
  item: electricity,
  assignment: ownersMeter,
  period: period(month('2026-03'), 1),
  revision: 1,
};
