import { addMonths, day, month } from '../../../types/day';
import {
  bill,
  billsOf,
  draft,
  everything,
  fee,
  october,
  put,
  seedManyHomes,
  seedMeter,
  seedReading,
  settings,
  startBillingWorld,
  work,
} from './billingWorld';
import { proveBooks } from './money';
import { codeOf, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const billRunId = 'yunqi·2026-10';

interface Message {
  readonly kind: string;
  readonly to: { readonly openid?: string };
  readonly words: Readonly<Record<string, string | number>>;
}

/** Row C1: the monthly run, on the real SDK. */
describe('a bill run', () => {
  let world: World;

  beforeEach(async () => {
    world = await startBillingWorld();
    await world.seed('chargeAssignments', fee(homeId), fee('yunqi-1202', 'resident-t-next'));
  });
  afterEach(async () => {
    await proveBooks(world);
    expect(world.logged.filter(({ level }) => level === 'bug')).toEqual([]);
    await world.stop();
  });

  const start = (of = october, person = 'finance') =>
    world.ask(person, 'charging.startBillRun', { communityId: 'yunqi', month: of });
  const rows = async (which: 'outliers' | 'unbillable' | 'bills', id = billRunId) =>
    granted(await world.ask('finance', 'charging.billRunRows', { billRunId: id, which })).rows;
  const messages = async (kind: string) =>
    ((await everything(world, 'outbox')) as never as { intents: Message[] }[])
      .flatMap(({ intents }) => intents)
      .filter((message) => message.kind === kind);
  const journals = async () => (await everything(world, 'journals')).map(({ _id }) => _id);

  test('from reading to bill: 213 kWh × 0.538 + 78 × 0.588 = 160.45, the second tier reached on the way', async () => {
    await seedMeter(world, { homeId, startValue: 5_000, usedInCycle: 2_547 });
    await seedReading(world, homeId, 5_291);
    const run = await bill(world);
    expect(run).toMatchObject({ state: 'published', homes: 2, homesDone: 2, bills: 3, unbillable: 0 });
    const { bills, due } = granted(await world.ask('owner', 'charging.bills', { homeId, which: 'open' }));
    const tap = granted(await world.ask('owner', 'payments.preview', { homeId }));
    expect(due?.amount).toBe(tap.amount);
    expect(due?.principal).toBe(bills.reduce((sum, { outstanding }) => sum + outstanding, 0));
    const power = bills.find(({ itemName }) => itemName === '电费');
    expect(power).toMatchObject({ amount: 16_045, outstanding: 16_045, state: 'published' });
    expect(power?.meter).toMatchObject({
      from: { units: 5_000 },
      to: { units: 5_291 },
      readOn: '2026-11-01',
    });
    expect(power?.lines?.map(({ price, quantity }) => [price?.value, quantity?.units])).toEqual([
      [5_380, 213],
      [5_880, 78],
    ]);
    const view = granted(await world.ask('owner', 'charging.bill', { billId: power?.billId ?? '' }));
    expect(view.lines.map(({ text, amount, basis }) => [text, amount, basis])).toEqual([
      ['电费 第1档', 11_459, '浙价资〔2012〕182号'],
      ['电费 第2档', 4_586, '浙价资〔2012〕182号'],
    ]);
    expect(view).toMatchObject({ place: '3栋2单元1201', payeeName: '云栖物业服务有限公司', credits: [] });
  });

  test('W10, W20: a price of four decimals is multiplied before it is rounded', async () => {
    await draft(world);
    // 89.50 ㎡ × 1.9150 = 171.3925
    expect((await billsOf(world, homeId)).map(({ amount }) => amount)).toEqual([17_139]);
  });

  test('drafts are seen by finance alone, and nothing is owed of them', async () => {
    await draft(world);
    const [one] = await billsOf(world, homeId);
    const billId = one?._id ?? '';
    expect(one?.state).toBe('draft');
    expect(codeOf(await world.ask('owner', 'charging.bill', { billId }))).toBe('NOT_ALLOWED');
    expect(granted(await world.ask('finance', 'charging.bill', { billId })).state).toBe('draft');
    expect(granted(await world.ask('owner', 'charging.bills', { homeId, which: 'open' })).bills).toEqual([]);
    expect(await journals()).toEqual([]);
  });

  test('FS, two bills for one house and month: started twice is one run; run again it makes the same documents', async () => {
    const [first, second] = await Promise.all([start(), start(october, 'finance')]);
    expect(granted(first).billRunId).toBe(granted(second).billRunId);
    await work(world);
    const before = await everything(world, 'bills');
    expect(before).toHaveLength(2);
    await draft(world);
    expect(await everything(world, 'bills')).toEqual(before);
    expect((await world.read('billRuns', billRunId))?.round).toBe(2);
  });

  test('what could not be billed is listed with its reason, and billed once it is put right', async () => {
    await seedMeter(world, { homeId, startValue: 5_000 });
    await seedMeter(world, { homeId: 'yunqi-1202', startValue: 700 });
    await seedReading(world, 'yunqi-1202', 650);
    const run = await bill(world);
    expect(run).toMatchObject({ bills: 2, unbillable: 2, state: 'published' });
    expect(
      (await rows('unbillable')).map(({ place, itemName, unbillable }) => [place, itemName, unbillable]),
    ).toEqual([
      ['3栋2单元1201', '电费', '本期没有抄表读数，请补抄。'],
      ['3栋2单元1202', '电费', '读数比上次小，请核对；如换过表，请登记旧表止度和新表起度。'],
    ]);
    await seedReading(world, homeId, 5_100);
    await put(world, 'readings', {
      ...(await world.read('readings', 'yunqi-1202-power·2026-11-01')),
      _id: 'yunqi-1202-power·2026-11-01',
      serial: 'NEW',
      value: 40,
      replaced: { serial: 'E-yunqi-1202', lastValue: 800 },
    });
    const late = await bill(world);
    expect(late).toMatchObject({ bills: 4, unbillable: 0, state: 'published' });
    expect(await rows('unbillable')).toEqual([]);
    expect((await billsOf(world, 'yunqi-1202')).map(({ amount }) => amount).sort()).toEqual([17_139, 5_380]);
    expect(codeOf(await start())).toBe('BILL_RUN_EXISTS');
  });

  test('a draft follows what it is made of; one that finance took out stays out', async () => {
    await draft(world);
    const [one] = await billsOf(world, homeId);
    const [other] = await billsOf(world, 'yunqi-1202');
    const reason = '不该收';
    const voided = await world.ask('finance', 'charging.voidBill', { billId: other?._id ?? '', reason });
    expect(granted(voided)).toMatchObject({ state: 'void', closing: { reason } });
    expect(await world.read('billRuns', billRunId)).toMatchObject({ bills: 1, sum: 17_139 });
    await put(world, 'homes', { ...(await world.read('homes', homeId)), _id: homeId, area: 10_000 });
    const again = await draft(world);
    expect(again).toMatchObject({ bills: 1, sum: 19_150 });
    expect(await world.read('bills', one?._id ?? '')).toMatchObject({ amount: 19_150, version: 2 });
    await put(world, 'chargeAssignments', { ...fee(homeId), to: '2026-09-30', version: 2 });
    expect(await draft(world)).toMatchObject({ bills: 0, sum: 0, sumByItem: [] });
    expect(await billsOf(world, homeId)).toEqual([]);
  });

  test('what stands out against the last month is listed; a short month is no outlier', async () => {
    const february = month('2026-02');
    await bill(world, addMonths(february, -1));
    await bill(world, february);
    expect(await rows('outliers', 'yunqi·2026-02')).toEqual([]);
    await put(world, 'homes', { ...(await world.read('homes', homeId)), _id: homeId, area: 20_000 });
    const run = await draft(world, month('2026-03'));
    expect(run.outliers).toBe(1);
    expect(await rows('outliers', 'yunqi·2026-03')).toMatchObject([
      { place: '3栋2单元1201', amount: 38_300, lastAmount: 17_139, outlier: 'muchMore' },
    ]);
  });

  test('a leap day is charged: the whole of February is one month, one day of it is a 29th', async () => {
    await put(world, 'chargeAssignments', { ...fee(homeId), to: '2024-02-01', version: 2 });
    await bill(world, month('2024-02'));
    // 171.3925 / 29
    expect((await billsOf(world, homeId)).map(({ amount }) => amount)).toEqual([591]);
    expect((await billsOf(world, 'yunqi-1202')).map(({ amount }) => amount)).toEqual([17_139]);
  });

  test('a meter goes on from where it was billed last, whoever moved in between', async () => {
    await seedMeter(world, { homeId, startValue: 1_000, partyId: 'resident-t-former' });
    const id = `${homeId}-electricity`;
    const read = { ...(await world.read('chargeAssignments', id)), _id: id };
    await put(world, 'chargeAssignments', { ...read, to: '2026-10-14' });
    await world.seed('chargeAssignments', {
      ...read,
      _id: `${id}-2`,
      liablePartyId: 'resident-t-tenant',
      from: '2026-10-15',
    });
    await seedReading(world, homeId, 1_100, day('2026-10-15'));
    await seedReading(world, homeId, 1_150, day('2026-11-01'));
    await bill(world);
    await seedReading(world, homeId, 1_200, day('2026-11-10'));
    await bill(world, addMonths(october, 1));
    const power = (await billsOf(world, homeId)).filter(({ itemName }) => itemName === '电费');
    expect(
      power.map(({ liablePartyId, range, amount }) => [liablePartyId, range.from, range.to, amount]),
    ).toEqual([
      ['resident-t-tenant', '2026-10-15', '2026-10-31', 2_690],
      ['resident-t-tenant', '2026-11-01', '2026-11-09', 2_690],
      ['resident-t-former', '2026-10-01', '2026-10-14', 5_380],
    ]);
    const seen = granted(await world.ask('tenant', 'charging.bills', { homeId, which: 'open' })).bills;
    expect(seen.map(({ outstanding }) => outstanding)).toEqual([2_690, 2_690]);
    const owners = granted(await world.ask('owner', 'charging.bills', { homeId, which: 'open' })).bills;
    expect(owners).toHaveLength(4);
  });

  test('utilities nobody has allowed to collect are not billed silently', async () => {
    await seedMeter(world, { homeId, startValue: 5_000 });
    await seedReading(world, homeId, 5_100);
    await put(world, 'communities', {
      ...(await world.read('communities', 'yunqi')),
      _id: 'yunqi',
      settings: { ...settings, collectsUtilities: false },
    });
    expect(await draft(world)).toMatchObject({ bills: 2, unbillable: 1 });
  });

  test('who lives there is told once; who owes and has no WeChat is left to be reached', async () => {
    await seedMeter(world, { homeId, startValue: 5_000 });
    await seedReading(world, homeId, 5_100);
    await bill(world);
    const told = await messages('billPublished');
    const mine = told.filter(({ words }) => words.place === '3栋2单元1201');
    expect(mine.map(({ to, words }) => [to, words.amount])).toEqual([
      [{ openid: openidOf('owner') }, 22_519],
      [{ openid: openidOf('family') }, 22_519],
    ]);
    expect(told).toHaveLength(3);
  });

  test('a home with more bills than a commit bears is published whole, and told once', async () => {
    await world.seed('chargeItems', {
      _id: 'yunqi-parking',
      communityId: 'yunqi',
      name: '停车费',
      purpose: 'parking',
      method: 'parking',
      payeeId: 'p1',
      unit: '个车位',
      meterDecimals: 0,
      due: { monthsAfter: 0, day: 31 },
      tariffs: [
        {
          from: '2020-01-01',
          basis: '停车协议',
          price: { kind: 'flat', price: { value: 300, decimals: 0 } },
        },
      ],
    });
    const spaces = Array.from({ length: 13 }, (_unused, n) => `B${n + 10}`);
    const space = (name: string) => {
      const subject = { kind: 'parkingSpace', id: name, name };
      const chargeItemId = 'yunqi-parking';
      return fee('yunqi-1202', 'resident-t-next', { _id: `parking-${name}`, chargeItemId, subject });
    };
    await world.seed('chargeAssignments', ...spaces.map(space));
    await bill(world);
    expect((await billsOf(world, 'yunqi-1202')).map(({ state }) => state)).toEqual(
      Array(14).fill('published'),
    );
    expect(await journals()).toHaveLength(15);
    const told = (await messages('billPublished')).filter(
      ({ to }) => to.openid === openidOf('ownerNextDoor'),
    );
    expect(told.map(({ words }) => [words.bills, words.amount])).toEqual([[14, 17_139 + 13 * 30_000]]);
  });

  test('a run whose job was given up is begun again by finance, and ends the same', async () => {
    await seedManyHomes(world, 60);
    const giveUp = async (kind: string) => {
      await work(world, 1);
      const id = `${kind}·yunqi`;
      await put(world, 'jobs', { ...(await world.read('jobs', id)), _id: id, state: 'stuck' });
      world.advance(3_600_000);
      await work(world);
    };
    granted(await start());
    const seen = async () => granted(await world.ask('finance', 'charging.billRun', { billRunId }));
    await giveUp('billRun');
    expect(await seen()).toMatchObject({ state: 'drafting', homesDone: 50, isStuck: true });
    const listed = granted(await world.ask('finance', 'charging.billRuns', { communityId: 'yunqi' }));
    expect(listed.filter(({ isStuck }) => isStuck).map(({ billRunId: id }) => id)).toEqual([billRunId]);
    granted(await start());
    await work(world);
    const run = await seen();
    expect(run).not.toHaveProperty('isStuck');
    expect(run).toMatchObject({ state: 'drafted', homes: 62, homesDone: 62, bills: 62 + 30 });
    granted(await world.ask('finance', 'charging.publishBillRun', { billRunId }));
    await giveUp('publishBillRun');
    expect(await seen()).toMatchObject({ state: 'publishing', isStuck: true });
    granted(await world.ask('finance', 'charging.publishBillRun', { billRunId }));
    await work(world);
    expect((await world.read('billRuns', billRunId))?.state).toBe('published');
    const owed = (await everything(world, 'bills')).filter(({ amount }) => amount !== 0);
    expect(await journals()).toEqual(owed.map(({ _id }) => `bill·${_id}`));
  });

  test('two people of finance publish at once: each bill is posted once', async () => {
    await draft(world);
    const both = await Promise.all(
      [1, 2].map(() => world.ask('finance', 'charging.publishBillRun', { billRunId })),
    );
    expect(both.map((one) => granted(one).state)).toEqual(['publishing', 'publishing']);
    await Promise.all([work(world), work(world)]);
    expect(granted(await world.ask('finance', 'charging.publishBillRun', { billRunId })).state).toBe(
      'published',
    );
    expect(await journals()).toEqual([`bill·${homeId}-fee·2026-10·1`, 'bill·yunqi-1202-fee·2026-10·1']);
  });

  test('not before it is drafted, one month after the other, none that lies ahead', async () => {
    granted(await start());
    expect(codeOf(await world.ask('finance', 'charging.publishBillRun', { billRunId }))).toBe(
      'BILL_RUN_NOT_READY',
    );
    expect(codeOf(await start(addMonths(october, 1)))).toBe('BILL_RUN_WAITING');
    await work(world);
    expect(codeOf(await start(addMonths(october, 1)))).toBe('BILL_RUN_WAITING');
    granted(await world.ask('finance', 'charging.publishBillRun', { billRunId }));
    await work(world);
    expect(codeOf(await start(month('2027-01')))).toBe('BILL_RUN_TOO_EARLY');
    expect(granted(await start(month('2026-12'))).state).toBe('drafting');
  });

  test('two months started at once: one of them waits', async () => {
    const both = await Promise.all([start(), start(addMonths(october, 1))]);
    expect(both.map(codeOf).sort()).toEqual(['BILL_RUN_WAITING', undefined]);
  });

  test('a community that is being brought in has no run', async () => {
    await put(world, 'communities', { _id: 'yunqi', version: 1, name: '云栖苑', state: 'preparing' });
    expect(codeOf(await start())).toBe('COMMUNITY_NOT_SET_UP');
  });
});
