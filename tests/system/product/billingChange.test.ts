import {
  bill,
  billsOf,
  everything,
  fee,
  put,
  seedMeter,
  seedReading,
  startBillingWorld,
} from './billingWorld';
import { openWallet, proveBooks, tap } from './money';
import { codeOf, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const feeBill = `${homeId}-fee·2026-10·1`;
const powerBill = `${homeId}-electricity·2026-10·1`;
const reason = '与业主核对过';

/** Row C1: what becomes of a published bill, by whom, and what of it is posted. */
describe('a published bill', () => {
  let world: World;

  beforeEach(async () => {
    world = await startBillingWorld();
    await world.seed('chargeAssignments', fee(homeId));
    await seedMeter(world, { homeId, startValue: 1_000 });
    await seedReading(world, homeId, 1_100);
    for (const person of ['owner', 'family']) world.phoneCode(person, '13800000000');
    await bill(world);
  });
  afterEach(async () => {
    await proveBooks(world);
    expect(world.logged.filter(({ level }) => level === 'bug')).toEqual([]);
    await world.stop();
  });

  const open = async (person = 'owner') =>
    granted(await world.ask(person, 'charging.bills', { homeId, which: 'open' })).bills;
  const settled = async (person = 'owner') =>
    granted(await world.ask(person, 'charging.bills', { homeId, which: 'settled' })).bills;
  const see = async (billId: string, person = 'owner') =>
    granted(await world.ask(person, 'charging.bill', { billId }));
  const due = async () => granted(await world.ask('owner', 'payments.preview', { homeId })).amount;
  const told = async (kind: string) =>
    (
      (await everything(world, 'outbox')) as never as {
        intents: { kind: string; to: { openid?: string; duty?: string } }[];
      }[]
    )
      .flatMap(({ intents }) => intents)
      .filter((intent) => intent.kind === kind)
      .map(({ to }) => to.openid ?? to.duty);
  const pay = async (person = 'owner') => {
    const started = granted(await tap(world, person));
    openWallet(world, person, started);
    granted(await world.ask(person, 'payments.confirmPayment', { orderId: started.orderId }));
  };

  test('asked about it is out of one-tap, answered it is in again', async () => {
    expect(await due()).toBe(17_139 + 5_380);
    const asked = await world.ask('family', 'charging.questionBill', {
      billId: powerBill,
      text: '上月没人住',
    });
    expect(granted(asked)).toMatchObject({ state: 'questioned', question: { text: '上月没人住' } });
    expect(await due()).toBe(17_139);
    expect(await told('billQuestioned')).toEqual(['finance', 'customerService']);
    expect(
      codeOf(await world.ask('owner', 'charging.questionBill', { billId: powerBill, text: '又问' })),
    ).toBe('BILL_NOT_MOVABLE');
    const { rows } = granted(await world.ask('finance', 'charging.questions', { communityId: 'yunqi' }));
    expect(rows).toMatchObject([
      { billId: powerBill, place: '3栋2单元1201', itemName: '电费', amount: 5_380, text: '上月没人住' },
    ]);
    const answer = { billId: powerBill, answer: '公共用电已扣除' };
    expect(granted(await world.ask('customerService', 'charging.answerQuestion', answer))).toMatchObject({
      state: 'published',
      question: { answer: '公共用电已扣除' },
    });
    expect(await due()).toBe(17_139 + 5_380);
    expect(await told('billAnswered')).toEqual([openidOf('owner'), openidOf('family')]);
    expect(granted(await world.ask('finance', 'charging.questions', { communityId: 'yunqi' })).rows).toEqual(
      [],
    );
    expect(codeOf(await world.ask('finance', 'charging.answerQuestion', answer))).toBe('BILL_NOT_MOVABLE');
  });

  test('money that is on its way is credited to a bill that is asked about', async () => {
    const started = granted(await tap(world, 'owner'));
    granted(await world.ask('family', 'charging.questionBill', { billId: powerBill, text: '这么多' }));
    openWallet(world, 'owner', started);
    const confirmed = await world.ask('owner', 'payments.confirmPayment', { orderId: started.orderId });
    expect(granted(confirmed).outcome).toBe('paid');
    expect(await open()).toEqual([]);
    expect((await see(powerBill)).state).toBe('paid');
  });

  test('voided: nothing is owed, posted the other way round, told to who sees it', async () => {
    const view = granted(await world.ask('finance', 'charging.voidBill', { billId: feeBill, reason }));
    expect(view).toMatchObject({ state: 'void', outstanding: 0, closing: { reason } });
    expect(await due()).toBe(5_380);
    expect(await world.read('journals', `billVoid·${feeBill}`)).toMatchObject({ reason });
    expect(await told('billChanged')).toEqual([openidOf('owner'), openidOf('family')]);
    expect((await settled()).map(({ billId, state }) => [billId, state])).toEqual([[feeBill, 'void']]);
    expect(codeOf(await world.ask('finance', 'charging.voidBill', { billId: feeBill, reason }))).toBe(
      'BILL_NOT_MOVABLE',
    );
  });

  test('somebody is paying it: it stays as it is until the order has ended', async () => {
    const started = granted(await tap(world, 'owner'));
    const change = { billId: feeBill, reason };
    expect(codeOf(await world.ask('finance', 'charging.voidBill', change))).toBe('BILL_BEING_PAID');
    expect(codeOf(await world.ask('finance', 'charging.reissueBill', change))).toBe('BILL_BEING_PAID');
    const less = { ...change, line: 1, amount: -100 };
    expect(codeOf(await world.ask('finance', 'charging.adjustBill', less))).toBe('BILL_BEING_PAID');
    granted(await world.ask('owner', 'payments.cancelOrder', { orderId: started.orderId }));
    expect(granted(await world.ask('finance', 'charging.voidBill', change)).state).toBe('void');
  });

  test('what was paid is not voided: the refund comes first', async () => {
    await pay();
    expect(await settled()).toHaveLength(2);
    expect((await see(feeBill)).credits).toEqual([{ on: '2026-11-10', amount: 17_139 }]);
    const change = { billId: feeBill, reason };
    expect(codeOf(await world.ask('finance', 'charging.voidBill', change))).toBe('BILL_ALREADY_PAID');
    expect(codeOf(await world.ask('finance', 'charging.reissueBill', change))).toBe('BILL_ALREADY_PAID');
    const less = { ...change, line: 1, amount: -1 };
    expect(codeOf(await world.ask('finance', 'charging.adjustBill', less))).toBe('BILL_ALREADY_PAID');
  });

  test('reissued from what the register says now; the new one is owed and names the old', async () => {
    const read = `${homeId}-power·2026-11-01`;
    await put(world, 'readings', { ...(await world.read('readings', read)), _id: read, value: 1_080 });
    const next = granted(await world.ask('finance', 'charging.reissueBill', { billId: powerBill, reason }));
    expect(next).toMatchObject({
      billId: `${homeId}-electricity·2026-10·2`,
      amount: 4_304,
      state: 'published',
    });
    expect(await see(powerBill)).toMatchObject({
      state: 'reissued',
      closing: { reason, followedBy: next.billId },
    });
    expect(await due()).toBe(17_139 + 4_304);
    const posted = (await everything(world, 'journals')).map(({ _id }) => _id);
    expect(posted).toEqual(expect.arrayContaining([`billVoid·${powerBill}`, `bill·${next.billId}`]));
    const missing = { ...(await world.read('homes', homeId)), _id: homeId, area: 0 };
    await put(world, 'homes', missing);
    const refused = await world.ask('finance', 'charging.reissueBill', { billId: feeBill, reason });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'BILL_CANNOT_BE_MADE', details: { why: '房屋没有登记面积，请先补录面积。' } },
    });
  });

  test('reissued at once by two, it is followed by one', async () => {
    const both = await Promise.all(
      [1, 2].map(() => world.ask('finance', 'charging.reissueBill', { billId: feeBill, reason })),
    );
    expect(both.map(codeOf).sort()).toEqual(['BILL_NOT_MOVABLE', undefined]);
    expect((await billsOf(world, homeId)).filter(({ itemName }) => itemName === '物业费')).toHaveLength(2);
  });

  test('adjusted down and up: one more line each, never below nothing', async () => {
    const change = { billId: feeBill, reason, line: 1 };
    const less = granted(await world.ask('finance', 'charging.adjustBill', { ...change, amount: -7_139 }));
    expect(less).toMatchObject({ amount: 10_000, outstanding: 10_000, state: 'published' });
    expect(less.lines.at(-1)).toMatchObject({ no: 2, kind: 'adjustment', amount: -7_139, basis: reason });
    expect(codeOf(await world.ask('finance', 'charging.adjustBill', { ...change, amount: -10_001 }))).toBe(
      'ADJUSTMENT_BELOW_NOTHING',
    );
    expect(codeOf(await world.ask('finance', 'charging.adjustBill', { ...change, line: 7, amount: 1 }))).toBe(
      'BILL_LINE_NOT_FOUND',
    );
    const none = granted(await world.ask('finance', 'charging.adjustBill', { ...change, amount: -10_000 }));
    expect(none).toMatchObject({ amount: 0, state: 'paid' });
    expect(await due()).toBe(5_380);
    const more = granted(await world.ask('finance', 'charging.adjustBill', { ...change, amount: 500 }));
    expect(more).toMatchObject({ amount: 500, outstanding: 500, state: 'published' });
    expect(await due()).toBe(5_880);
  });

  test('adjusted up after it was paid, it is open again for what was added', async () => {
    await pay();
    const more = { billId: feeBill, reason, line: 1, amount: 1_000 };
    const view = granted(await world.ask('finance', 'charging.adjustBill', more));
    expect(view).toMatchObject({ amount: 18_139, outstanding: 1_000, lateFee: 0, state: 'partlyPaid' });
    await pay();
    expect((await see(feeBill)).credits).toEqual([{ on: '2026-11-10', amount: 18_139 }]);
    expect(await open()).toEqual([]);
  });

  test('adjusting answers the question about it', async () => {
    granted(await world.ask('owner', 'charging.questionBill', { billId: feeBill, text: '面积不对' }));
    const view = granted(
      await world.ask('finance', 'charging.adjustBill', { billId: feeBill, reason, line: 1, amount: -139 }),
    );
    expect(view).toMatchObject({ state: 'published', question: { text: '面积不对', answer: reason } });
    expect(await due()).toBe(17_000 + 5_380);
  });

  test('asking again with the same request changes nothing more', async () => {
    const change = { billId: feeBill, reason, line: 1, amount: -139 };
    const first = await world.ask('finance', 'charging.adjustBill', change, 'request-same');
    expect(await world.ask('finance', 'charging.adjustBill', change, 'request-same')).toEqual(first);
  });

  test('a tenant sees tenants’ bills only, a former one none', async () => {
    expect(await open('tenant')).toEqual([]);
    expect(codeOf(await world.ask('tenant', 'charging.bill', { billId: feeBill }))).toBe('NOT_ALLOWED');
    expect(codeOf(await world.ask('formerTenant', 'charging.bills', { homeId, which: 'open' }))).toBe(
      'NOT_ALLOWED',
    );
    expect(await open('customerService')).toHaveLength(2);
  });

  test('settled bills come by pages, newest first', async () => {
    const template = (await billsOf(world, homeId)).find(({ _id }) => _id === feeBill);
    const months = Array.from(
      { length: 30 },
      (_unused, n) => `20${20 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    );
    await world.seed(
      'bills',
      ...months.map((first) => ({
        ...template,
        _id: `old·${first}·1`,
        period: { first, months: 1 },
        state: 'paid',
      })),
    );
    const first = granted(await world.ask('owner', 'charging.bills', { homeId, which: 'settled' }));
    const second = granted(
      await world.ask('owner', 'charging.bills', { homeId, which: 'settled', after: first.next ?? '' }),
    );
    const all = [...first.bills, ...second.bills].map(({ period }) => period.first);
    expect(all).toEqual([...months].reverse());
    expect(second.next).toBeUndefined();
  });

  test('C13: prices with their versions, tiers and what they rest on', async () => {
    const { items, communityName } = granted(
      await world.ask('tenant', 'charging.prices', { communityId: 'yunqi' }),
    );
    expect(communityName).toBe('云栖苑');
    expect(items.map(({ name, payeeName }) => [name, payeeName])).toEqual([
      ['物业费', '云栖物业服务有限公司'],
      ['电费', '云栖物业服务有限公司'],
    ]);
    expect(items[1]?.versions[0]).toMatchObject({ isCurrent: true, basis: '浙价资〔2012〕182号' });
    expect(items[1]?.versions[0]?.rows).toEqual([
      {
        text: '每年第1档',
        price: { value: 5380, decimals: 4 },
        unit: '元/度',
        upTo: { units: 2760, decimals: 0 },
      },
      {
        text: '每年第2档',
        price: { value: 5880, decimals: 4 },
        unit: '元/度',
        upTo: { units: 4800, decimals: 0 },
      },
      { text: '每年第3档', price: { value: 8380, decimals: 4 }, unit: '元/度' },
    ]);
  });
});
