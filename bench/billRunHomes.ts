import type { Database } from '../cloudfunctions/platform/sdk';
import { month } from '../types/day';
import { rate } from '../types/money';

export const billingMonth = month('2026-10');

type Row = Readonly<Record<string, unknown>> & { readonly _id: string };

const community = {
  _id: 'bench',
  version: 1,
  name: '云栖苑',
  settings: { autoPublish: false, prepayCap: 0, collectsUtilities: true },
};

const item = {
  version: 1,
  communityId: 'bench',
  payeeId: 'p1',
  meterDecimals: 0,
  due: { monthsAfter: 1, day: 25 },
};

const fee: Row = {
  ...item,
  _id: 'fee',
  name: '物业费',
  purpose: 'propertyFee',
  method: 'area',
  unit: '㎡',
  tariffs: [{ from: '2020-01-01', basis: '合同', price: { kind: 'flat', price: rate(19150, 4) } }],
};

const tiers = [
  { upTo: 2760, price: rate(5380, 4) },
  { upTo: 4800, price: rate(5880, 4) },
  { price: rate(8380, 4) },
];

const power: Row = {
  ...item,
  _id: 'power',
  name: '电费',
  purpose: 'electricity',
  method: 'meter',
  unit: '度',
  tariffs: [
    {
      from: '2012-07-01',
      basis: '浙价资〔2012〕182号',
      price: { kind: 'tiered', cycle: 'year', yearStartsIn: 1, tiers, extras: [] },
    },
  ],
};

/** A home as the import leaves it: a fee by area for each, a metered charge for every fourth. */
function rowsOf(n: number): readonly (readonly [collection: string, row: Row])[] {
  const homeId = `home${String(n).padStart(6, '0')}`;
  const common = { version: 1, communityId: 'bench', homeId };
  const assignment = { ...common, liablePartyId: `r${n}`, from: '2020-01-01', exceptions: [] };
  const place = { building: String(n % 40), unit: '1', room: String(n) };
  const rows: [string, Row][] = [
    [
      'homes',
      { ...common, _id: homeId, place, placeKey: `${n % 40}-1-${n}`, area: 6_000 + ((n * 37) % 9_000) },
    ],
    ['chargeAssignments', { ...assignment, _id: `${homeId}·fee`, chargeItemId: 'fee' }],
  ];
  if (n % 4 !== 0) return rows;
  const meterId = `${homeId}·meter`;
  const reading = { day: '2026-10-01', serial: meterId, value: 1_000 };
  const start = { reading, cycleStart: '2026-01-01', usedInCycle: (n * 13) % 5_000 };
  const subject = { kind: 'meter', id: meterId, name: meterId };
  const value = 1_000 + ((n * 7) % 500);
  return [
    ...rows,
    ['chargeAssignments', { ...assignment, _id: `${homeId}·power`, chargeItemId: 'power', subject }],
    ['meters', { ...common, _id: meterId, serial: meterId, multiplier: 1, start }],
    [
      'readings',
      {
        version: 1,
        communityId: 'bench',
        _id: `${meterId}·2026-11-01`,
        meterId,
        ...reading,
        day: '2026-11-01',
        value,
      },
    ],
  ];
}

/** A community of so many homes, written a thousand rows at a time. */
export async function fillBilling(db: Database, homes: number): Promise<void> {
  await db.collection('communities').add({ data: [community] });
  await db.collection('chargeItems').add({ data: [fee, power] });
  const waiting = new Map<string, Row[]>();
  const flush = async (collection: string, rows: Row[]) => {
    await db.collection(collection).add({ data: rows.splice(0) });
  };
  for (let n = 0; n < homes; n += 1) {
    for (const [collection, row] of rowsOf(n)) {
      const rows = waiting.get(collection) ?? [];
      waiting.set(collection, rows);
      rows.push(row);
      if (rows.length === 1_000) await flush(collection, rows);
    }
  }
  for (const [collection, rows] of waiting) if (rows.length > 0) await flush(collection, rows);
}
