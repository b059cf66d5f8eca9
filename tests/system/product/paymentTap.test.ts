import { proveBooks, publishBill, startPaidWorld } from './money';
import { granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';

/** What one tap costs until the wallet opens: each operation is a way to the database and back, about 1 ms on one machine. */
describe('the first tap on a home with bills due', () => {
  let world: World;

  beforeEach(async () => {
    world = await startPaidWorld();
    await publishBill(world, { amount: 21_450 });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await proveBooks(world);
    await world.stop();
  });

  const tap = (requestId?: string) =>
    world.ask('owner', 'payments.payOpenBills', { homeId, expectedAmount: 21_450 }, requestId);
  const operationsOf = async (work: () => Promise<unknown>) => {
    const drawn = jest.spyOn(world.cloud.context.faults, 'draw');
    await work();
    const points = drawn.mock.calls.map(([point]) => point);
    return points.flatMap((point) => (point.startsWith('admin.') ? [point.slice('admin.'.length)] : []));
  };
  const topicsOf = async (person: string) => (await world.read('feeds', openidOf(person)))?.topics;

  test('is six looks, one commit of five documents, one question to WeChat and one change', async () => {
    await tap();
    await world.ask('owner', 'payments.cancelOrder', { orderId: String((await liveOrder()) ?? '') });
    const operations = await operationsOf(tap);
    const before = operations.slice(0, operations.indexOf('database.startTransaction'));
    expect(before).toEqual(Array.from({ length: 6 }, () => 'database.getDocument'));
    const commit = operations.slice(before.length, operations.indexOf('database.commitTransaction') + 1);
    expect(commit).toEqual([
      'database.startTransaction',
      'database.getDocument',
      'database.insertDocument',
      'database.modifyDocument',
      'database.insertDocument',
      'database.modifyDocument',
      'database.insertDocument',
      'database.commitTransaction',
    ]);
    // WeChat, meanwhile two others of the home are told, then the order.
    const after = operations.slice(before.length + commit.length);
    expect(after.filter((name) => name !== 'wx.wxPayApi')).toEqual(
      Array.from({ length: 3 }, () => 'database.modifyDocument'),
    );
    expect(after).toHaveLength(4);
  });

  test('asks the others of the home to look, and not the phone that pays', async () => {
    const before = await topicsOf('owner');
    await tap();
    expect(await topicsOf('family')).toMatchObject({ payments: expect.any(Number) });
    expect(await topicsOf('owner')).toEqual(before);
  });

  test('what the phone is given stands on the order, and the same request is given the same again', async () => {
    const start = granted(await tap('request-tap-1'));
    const order = await world.read('paymentOrders', start.orderId);
    expect(order).toMatchObject({ state: 'live', version: 2, prepay: 'wallet' in start && start.wallet });
    expect(granted(await tap('request-tap-1'))).toEqual(start);
    expect(await world.read('paymentOrders', start.orderId)).toEqual(order);
  });

  test('an order that made room while WeChat was asked is given to nobody', async () => {
    const fault = { id: 'slow', point: 'admin.wx.wxPayApi', kind: 'latency', chance: 1, ms: 1_500, times: 1 };
    world.cloud.context.faults.add(fault);
    const asked = tap();
    let orderId: string | undefined;
    while (orderId === undefined) orderId = await liveOrder();
    granted(await world.ask('owner', 'payments.cancelOrder', { orderId }));
    expect(await asked).toMatchObject({ ok: false, refusal: { code: 'ORDER_OVER' } });
    expect(await world.read('paymentOrders', orderId)).toMatchObject({ state: 'superseded' });
  });

  async function liveOrder(): Promise<string | undefined> {
    const account = await world.read('homeAccounts', homeId);
    return (account?.liveOrder as { orderId?: string } | undefined)?.orderId;
  }
});
