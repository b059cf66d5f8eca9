import { bookedOn, eachInPaidWorld, openWallet, ownerParty, publishBill, tap, tenantParty } from './money';
import { codeOf, type Document, granted, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const communityId = 'yunqi';

/** C4: the counter, from the first note to the signature. */
describe('at the counter', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  const taking = {
    homeId,
    partyId: ownerParty,
    channel: 'cash',
    payerName: '王秀英',
  } as const;
  const take = (amount: number, expectedPrepaid = 0, more: object = {}, requestId?: string) =>
    world.ask(
      'customerService',
      'counter.take',
      { ...taking, amount, expectedPrepaid, expectedUsed: 0, ...more },
      requestId,
    );
  const account = async () => (await world.read('homeAccounts', homeId)) as Document;

  test('cash pays the longest due first, the rest is prepaid; receipt, till, hand-over and signature agree to the fen', async () => {
    const old = await publishBill(world, { amount: 10_001, month: '2026-09' });
    const young = await publishBill(world, { amount: 20_000, month: '2026-11' });
    const home = granted(
      await world.ask('customerService', 'counter.findHome', {
        communityId,
        building: '3栋',
        unit: '2单元',
        room: '1201',
      }),
    );
    expect(home.parties.find(({ partyId }) => partyId === ownerParty)).toMatchObject({ owed: 30_001 });
    const preview = granted(
      await world.ask('customerService', 'counter.preview', { homeId, partyId: ownerParty, amount: 15_000 }),
    );
    expect(preview).toMatchObject({
      toPrepaid: 0,
      bills: [{ billId: old }, { billId: young, principal: 4_999 }],
    });

    const first = granted(await take(15_000));
    expect(first).toMatchObject({
      channel: 'cash',
      amount: 15_000,
      payerName: '王秀英',
      takenBy: 'customerService',
    });
    world.advance(1_000);
    const second = granted(await take(20_000, 4_999, { channel: 'card', voucherNumber: 'POS-1' }));
    expect(second).toMatchObject({ toPrepaid: 4_999 });
    expect(await world.read('bills', old)).toMatchObject({ state: 'paid' });
    expect(await world.read('bills', young)).toMatchObject({ state: 'paid' });

    expect(granted(await world.ask('customerService', 'counter.myDay', { communityId }))).toMatchObject({
      cashInHand: 15_000,
      byChannel: [
        { channel: 'cash', amount: 15_000, count: 1 },
        { channel: 'card', amount: 20_000, count: 1 },
        { channel: 'transfer', amount: 0, count: 0 },
      ],
      receipts: [{ amount: 20_000 }, { amount: 15_000 }],
    });
    const { handOverId } = granted(
      await world.ask('customerService', 'counter.handOver', {
        communityId,
        counted: 14_990,
        note: '少 1 角',
      }),
    );
    expect(await bookedOn(world, 'cashInHand')).toBe(15_000);
    expect(codeOf(await world.ask('customerService', 'counter.receiveHandOver', { handOverId }))).toBe(
      'NOT_ALLOWED',
    );
    const signed = granted(await world.ask('finance', 'counter.receiveHandOver', { handOverId }));
    expect(signed).toMatchObject({ state: 'received', difference: -10, receipts: [{}, {}] });
    expect(await bookedOn(world, 'cashInHand')).toBe(0);
    expect(await bookedOn(world, 'cashDifference')).toBe(10);
    expect(codeOf(await world.ask('finance', 'counter.receiveHandOver', { handOverId }))).toBe(
      'HAND_OVER_ALREADY_RECEIVED',
    );
    expect(granted(await world.ask('customerService', 'counter.myDay', { communityId })).cashInHand).toBe(0);
  });

  test('a busy day: more than a hundred payments are all listed, newest first', async () => {
    granted(await take(100, 100));
    const [first] = await world.all('paymentOrders');
    const { _id: _first, ...like } = first as Document;
    const busy = Array.from({ length: 130 }, (_each, n) => ({
      ...like,
      _id: `busy${n}`,
      createdAt: (like.createdAt as number) + 1 + ((n * 7) % 130),
    }));
    await world.seed('paymentOrders', ...busy);
    const { receipts } = granted(await world.ask('customerService', 'counter.myDay', { communityId }));
    expect(receipts).toHaveLength(131);
    const order = await Promise.all(
      receipts.map(async ({ orderId }) => (await world.read('paymentOrders', orderId))?.createdAt as number),
    );
    expect(order).toEqual([...order].sort((one, other) => other - one));
  });

  test('nobody signs for the own money', async () => {
    granted(
      await world.ask('finance', 'counter.take', {
        ...taking,
        amount: 100,
        expectedPrepaid: 100,
        expectedUsed: 0,
      }),
    );
    const { handOverId } = granted(
      await world.ask('finance', 'counter.handOver', { communityId, counted: 100 }),
    );
    expect(codeOf(await world.ask('finance', 'counter.receiveHandOver', { handOverId }))).toBe(
      'HAND_OVER_OWN',
    );
  });

  test('what was seen and what is owed now differ: nothing is taken', async () => {
    await publishBill(world, { amount: 10_000 });
    expect(await take(15_000, 0)).toMatchObject({
      refusal: { code: 'AMOUNT_CHANGED', details: { toPrepaid: 5_000, used: 0 } },
    });
    expect(await world.all('paymentOrders')).toEqual([]);
    expect(codeOf(await world.ask('customerService', 'counter.handOver', { communityId, counted: 0 }))).toBe(
      'NO_CASH_TO_HAND_OVER',
    );
  });

  test('more prepayment than the community allows is refused', async () => {
    expect(codeOf(await take(900_000_000, 900_000_000))).toBe('PREPAY_TOO_MUCH');
  });

  test.each([
    ['somebody who has nothing to do with the home', { partyId: 'resident-t-else' }],
    ['another community', { homeId: 'wutong-301', partyId: 'resident-t-else' }],
  ])('%s is refused', async (_name, more) => {
    expect(codeOf(await take(100, 100, more))).toBe('NOT_ALLOWED');
  });

  test.each([-1, 1.5, Number.NaN, 1e15])('an amount of %d is refused at the door', async (amount) => {
    expect(codeOf(await take(amount))).toBe('INVALID_INPUT');
  });

  test('the same request twice takes the money once', async () => {
    const first = granted(await take(100, 100, {}, 'one-wish-of-mine'));
    expect(granted(await take(100, 100, {}, 'one-wish-of-mine')).orderId).toBe(first.orderId);
    expect(await world.all('paymentOrders')).toHaveLength(1);
  });

  test('while the owner pays in the app the counter waits; past the order’s time it does not', async () => {
    await publishBill(world, { amount: 10_000 });
    const start = granted(await tap(world, 'owner'));
    expect(codeOf(await take(10_000))).toBe('SOMEBODY_PAYS');
    // The owner pays, but nobody tells us; the owner comes to the counter as well.
    openWallet(world, 'owner', start);
    world.advance(6 * 60_000);
    granted(await take(10_000));
    expect(await world.read('paymentOrders', start.orderId)).toMatchObject({ state: 'superseded' });
    expect((await account()).openBills).toEqual([]);
    const { outcome } = granted(
      await world.ask('owner', 'payments.confirmPayment', { orderId: start.orderId }),
    );
    expect(outcome).toBe('returning');
  });

  test('two clerks at once: both payments stand, each in its own till', async () => {
    await publishBill(world, { amount: 10_000 });
    const [one, other] = await Promise.all([
      take(6_000),
      world.ask('finance', 'counter.take', { ...taking, amount: 4_000, expectedPrepaid: 0, expectedUsed: 0 }),
    ]);
    // Whoever comes second decides on what the first has left.
    expect([codeOf(one), codeOf(other)]).toEqual([undefined, undefined]);
    expect((await account()).openBills).toEqual([]);
    expect(await bookedOn(world, 'cashInHand')).toBe(10_000);
    expect((await world.all('tills')).map(({ _id }) => _id).sort()).toEqual(['customerService', 'finance']);
  });

  test('each pays the own debt: the tenant’s cash leaves the owner’s bill alone', async () => {
    const owners = await publishBill(world, { amount: 10_000 });
    const tenants = await publishBill(world, { amount: 3_000, partyId: tenantParty, purpose: 'water' });
    granted(await take(3_000, 0, { partyId: tenantParty, payerName: '租客' }));
    expect(await world.read('bills', tenants)).toMatchObject({ state: 'paid' });
    expect(await world.read('bills', owners)).toMatchObject({ state: 'published', credited: 0 });
    // The resident has the receipt in the app, too.
    expect(
      (await world.all('outbox')).some(({ intents }) => JSON.stringify(intents).includes('paymentReceived')),
    ).toBe(true);
  });
});
