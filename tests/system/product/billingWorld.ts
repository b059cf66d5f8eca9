import type { Bill } from '../../../cloudfunctions/modules/charging';
import type { OutputOf } from '../../../types/contract';
import { addDays, addMonths, type Day, firstDayOf, type Month, month } from '../../../types/day';
import { home, seedCommunities, tenure } from './community';
import { type Document, granted, startWorld, type World } from './world';

export const october = month('2026-10');

const payee = { payeeId: 'p1', name: '云栖物业服务有限公司', merchantId: '1900000109', channel: 'cloudpay' };

export const settings = { autoPublish: false, prepayCap: 2_000_000, collectsUtilities: true };

/** The town of `community.ts`, its payee and settings set, with a property fee and a tiered electricity price. */
export async function startBillingWorld(more: object = {}): Promise<World> {
  const world = await startWorld();
  await seedCommunities(world);
  await put(world, 'communities', {
    _id: 'yunqi',
    version: 1,
    name: '云栖苑',
    payee,
    settings: { ...settings, ...more },
  });
  await world.seed('chargeItems', ...items);
  return world;
}

const items: readonly Document[] = [
  {
    _id: 'yunqi-fee',
    communityId: 'yunqi',
    name: '物业费',
    purpose: 'propertyFee',
    method: 'area',
    payeeId: 'p1',
    unit: '㎡',
    meterDecimals: 0,
    due: { monthsAfter: 1, day: 25 },
    tariffs: [
      {
        from: '2020-01-01',
        basis: '物业服务合同第八条',
        price: { kind: 'flat', price: { value: 19150, decimals: 4 } },
      },
    ],
  },
  {
    _id: 'yunqi-power',
    communityId: 'yunqi',
    name: '电费',
    purpose: 'electricity',
    method: 'meter',
    payeeId: 'p1',
    unit: '度',
    meterDecimals: 0,
    due: { monthsAfter: 1, day: 31 },
    tariffs: [
      {
        from: '2012-07-01',
        basis: '浙价资〔2012〕182号',
        price: {
          kind: 'tiered',
          cycle: 'year',
          yearStartsIn: 1,
          tiers: [
            { upTo: 2760, price: { value: 5380, decimals: 4 } },
            { upTo: 4800, price: { value: 5880, decimals: 4 } },
            { price: { value: 8380, decimals: 4 } },
          ],
          extras: [],
        },
      },
    ],
  },
];

export interface MeterSeed {
  readonly homeId: string;
  readonly partyId?: string;
  /** What it showed when our books begin, on the first day of the month. */
  readonly startValue: number;
  readonly usedInCycle?: number;
  readonly startsIn?: Month;
}

/** A home's property fee. */
export function fee(homeId: string, partyId = 'resident-t-owner', more: object = {}): Document {
  return {
    _id: `${homeId}-fee`,
    communityId: 'yunqi',
    homeId,
    chargeItemId: 'yunqi-fee',
    liablePartyId: partyId,
    from: '2020-01-01',
    exceptions: [],
    ...more,
  };
}

/** A home's electricity meter `E-home`, and who owes what it counts. */
export async function seedMeter(
  world: World,
  { homeId, partyId = 'resident-t-owner', startValue, usedInCycle = 0, startsIn = october }: MeterSeed,
): Promise<void> {
  const meterId = `${homeId}-power`;
  const serial = `E-${homeId}`;
  const reading = { day: firstDayOf(startsIn), serial, value: startValue };
  await world.seed('meters', {
    _id: meterId,
    communityId: 'yunqi',
    homeId,
    serial,
    multiplier: 1,
    start: { reading, cycleStart: `${startsIn.slice(0, 4)}-01-01`, usedInCycle },
  });
  await world.seed('chargeAssignments', {
    _id: `${homeId}-electricity`,
    communityId: 'yunqi',
    homeId,
    chargeItemId: 'yunqi-power',
    subject: { kind: 'meter', id: meterId, name: serial },
    liablePartyId: partyId,
    from: '2020-01-01',
    exceptions: [],
  });
}

export async function seedReading(
  world: World,
  homeId: string,
  value: number,
  on: Day = firstDayOf(addMonths(october, 1)),
): Promise<void> {
  const meterId = `${homeId}-power`;
  await world.seed('readings', {
    _id: `${meterId}·${on}`,
    communityId: 'yunqi',
    meterId,
    day: on,
    serial: `E-${homeId}`,
    value,
  });
}

/** So many more homes `h0001` … with a fee each, and a meter with its reading for every second one. */
export async function seedManyHomes(world: World, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_unused, n) => `h${String(n + 1).padStart(4, '0')}`);
  const each = ids.map((id, n) =>
    home(id, 'yunqi', `9${String(n).padStart(4, '0')}`, [tenure(`t-${id}`, 'owner')]),
  );
  const metered = ids.filter((_id, n) => n % 2 === 0);
  const many: Readonly<Record<string, readonly Document[]>> = {
    homes: each.map((one) => one.home),
    households: each.map((one) => one.household),
    chargeAssignments: [
      ...ids.map((id) => fee(id, `resident-t-${id}`)),
      ...metered.map((id) => electricity(id)),
    ],
    meters: metered.map(meterOf),
    readings: metered.map((id, n) => readingOf(id, 100 + ((n * 37) % 400))),
  };
  for (const [collection, documents] of Object.entries(many))
    for (let from = 0; from < documents.length; from += 500)
      await world.seed(collection, ...documents.slice(from, from + 500));
}

function electricity(homeId: string): Document {
  return {
    ...fee(homeId, `resident-t-${homeId}`),
    _id: `${homeId}-electricity`,
    chargeItemId: 'yunqi-power',
    subject: { kind: 'meter', id: `${homeId}-power`, name: `E-${homeId}` },
  };
}

function meterOf(homeId: string): Document {
  const reading = { day: firstDayOf(october), serial: `E-${homeId}`, value: 100 };
  return {
    _id: `${homeId}-power`,
    communityId: 'yunqi',
    homeId,
    serial: `E-${homeId}`,
    multiplier: 1,
    start: { reading, cycleStart: '2026-01-01', usedInCycle: 0 },
  };
}

function readingOf(homeId: string, value: number): Document {
  const on = addDays(firstDayOf(addMonths(october, 1)), -1);
  const meterId = `${homeId}-power`;
  return { _id: `${meterId}·${on}`, communityId: 'yunqi', meterId, day: on, serial: `E-${homeId}`, value };
}

/** Works on the jobs that wait as the job function does; `slices` at the most. */
export async function work(world: World, slices = Number.POSITIVE_INFINITY): Promise<void> {
  const { jobHandlers } = await import('../../../cloudfunctions/job/handlers');
  let left = slices;
  await world.product.runJobs(jobHandlers, world.ports, () => left-- > 0);
}

/** Drafts a month as finance does, to the end. */
export async function draft(world: World, of: Month = october): Promise<OutputOf<'charging.billRun'>> {
  const { billRunId } = granted(
    await world.ask('finance', 'charging.startBillRun', { communityId: 'yunqi', month: of }),
  );
  await work(world);
  return granted(await world.ask('finance', 'charging.billRun', { billRunId }));
}

/** Drafts and publishes a month. */
export async function bill(world: World, of: Month = october): Promise<OutputOf<'charging.billRun'>> {
  const { billRunId } = await draft(world, of);
  granted(await world.ask('finance', 'charging.publishBillRun', { billRunId }));
  await work(world);
  return granted(await world.ask('finance', 'charging.billRun', { billRunId }));
}

/** Every document of a collection, however many, in the order of their ids. */
export async function everything(world: World, collection: string): Promise<readonly Document[]> {
  const rows = world.product.sdk().database({ throwOnNotFound: false }).collection(collection);
  const all: Document[] = [];
  for (;;) {
    const after = all.at(-1)?._id ?? '';
    const { command: _ } = world.product.sdk().database({ throwOnNotFound: false });
    const { data } = await rows
      .where({ _id: _.gt(after) })
      .orderBy('_id', 'asc')
      .limit(1000)
      .get();
    all.push(...(data as readonly Document[]));
    if (data.length < 1000) return all;
  }
}

export async function billsOf(world: World, homeId: string): Promise<readonly Bill[]> {
  const all = (await everything(world, 'bills')) as unknown as readonly Bill[];
  return all.filter((one) => one.homeId === homeId);
}

/** Puts a document in place of what is there, as a script of ours would. */
export async function put(world: World, collection: string, document: Document): Promise<void> {
  const { _id, ...data } = document;
  await world.product
    .sdk()
    .database({ throwOnNotFound: false })
    .collection(collection)
    .doc(_id)
    .set({ data });
}
