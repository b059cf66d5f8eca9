import { openWallet, proveBooks, publishBill, startPaidWorld, tap } from './money';
import { granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const minute = 60_000;

/** Money that does not fit: into whose hands the order passes, and that it ends. */
describe('money that does not fit', () => {
  let world: World;

  beforeEach(async () => {
    world = await startPaidWorld();
  });
  afterEach(async () => {
    expect(world.logged.filter(({ level }) => level === 'bug')).toEqual([]);
    await world.stop();
  });

  const pass = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed += 1) {
      await world.cloud.context.agenda.advance(world.ports.now() + minute);
      await world.tick();
    }
  };
  const stateOf = async (orderId: string) => (await world.read('paymentOrders', orderId))?.state;
  /** Our book says more than WeChat was asked for. */
  const bookAnotherAmount = async (orderId: string) => {
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('paymentOrders');
    await rows.doc(orderId).update({ data: { amount: 101 } });
  };
  const account = () => world.read('homeAccounts', homeId);

  test('of another amount is a case: its order ends, WeChat is asked no more, the home is free', async () => {
    await publishBill(world, { amount: 100 });
    const start = granted(await tap(world, 'owner'));
    await bookAnotherAmount(start.orderId);
    openWallet(world, 'owner', start);
    await pass(2);
    expect(await world.all('cases')).toMatchObject([{ cause: 'amountDiffers', orderId: start.orderId }]);
    expect(await stateOf(start.orderId)).toBe('closed');
    expect((await world.all('due')).filter(({ key }) => key === start.orderId)).toEqual([]);
    expect(await account()).not.toHaveProperty('liveOrder');
    granted(await tap(world, 'family'));
  });

  test('where the case could not be opened the order goes on and is looked at again', async () => {
    await publishBill(world, { amount: 100 });
    const start = granted(await tap(world, 'owner'));
    await bookAnotherAmount(start.orderId);
    openWallet(world, 'owner', start);
    const point = 'database.commitTransaction';
    world.cloud.context.faults.add({ id: 'f', point, kind: 'conflict', chance: 1 });
    const next = await world.product.dueHandlers.order?.(start.orderId, world.ports);
    world.cloud.context.faults.clear();
    expect(next).toBeGreaterThan(world.ports.now());
    expect(await world.all('cases')).toEqual([]);
    expect(await stateOf(start.orderId)).toBe('live');
    await pass(2);
    expect(await world.all('cases')).toHaveLength(1);
    expect(await stateOf(start.orderId)).toBe('closed');
  });

  test('prepayments that made room for each other never exceed what may be prepaid', async () => {
    world.cloud.rooms.pay.control.setBalance(openidOf('owner'), 10_000_000);
    const wish = { homeId, amount: 1_500_000 };
    const first = granted(await world.ask('owner', 'payments.prepay', wish));
    granted(await world.ask('owner', 'payments.cancelOrder', { orderId: first.orderId }));
    const second = granted(await world.ask('owner', 'payments.prepay', wish));
    openWallet(world, 'owner', second);
    openWallet(world, 'owner', first);
    await pass(15);
    expect([await stateOf(first.orderId), await stateOf(second.orderId)]).toEqual(['returned', 'paid']);
    expect(await account()).toMatchObject({ prepaid: [{ amount: 1_500_000 }] });
    expect(world.cloud.rooms.pay.control.balance(openidOf('owner'))).toBe(8_500_000);
    await proveBooks(world);
  });
});
