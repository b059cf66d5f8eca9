import { put } from './billingWorld';
import { eachInPaidWorld, openWallet, paysAll, publishBill, tap } from './money';
import { codeOf, type Document, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const minute = 60_000;
const day = 24 * 60 * minute;

/** What happens to money that comes late or twice, and what goes before it. */
describe('after the wallet', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  const confirm = async (person: string, orderId: string) =>
    granted(await world.ask(person, 'payments.confirmPayment', { orderId })).outcome;
  const order = async (orderId: string) => (await world.read('paymentOrders', orderId)) as Document;
  const account = async () => (await world.read('homeAccounts', homeId)) as Document;
  const started = async (person = 'owner') => granted(await tap(world, person));
  const later = async (milliseconds: number) => {
    await world.cloud.context.agenda.advance(world.ports.now() + milliseconds);
    await world.tick();
  };
  const balanceOf = (person: string) => world.cloud.rooms.pay.control.balance(openidOf(person));

  test('nobody came back and no notice was told: the tick asks and posts', async () => {
    const billId = await publishBill(world, { amount: 100 });
    const start = await started();
    openWallet(world, 'owner', start);
    await later(minute);
    expect(await order(start.orderId)).toMatchObject({ state: 'paid', amount: 100 });
    expect(await world.read('bills', billId)).toMatchObject({ state: 'paid', credited: 100 });
    expect(await world.all('due')).toEqual([]);
  });

  test('never paid: past its time the order is closed at WeChat, and the home is free', async () => {
    await publishBill(world, { amount: 100 });
    const start = await started();
    for (let minutes = 0; minutes < 8; minutes += 1) await later(minute);
    expect(await order(start.orderId)).toMatchObject({ state: 'closed' });
    expect((await account()).liveOrder).toBeUndefined();
    expect(openWallet(world, 'owner', start)).not.toBe('requestPayment:ok');
    expect(await confirm('owner', start.orderId)).toBe('over');
    expect(await world.all('due')).toEqual([]);
    await paysAll(world);
  });

  test('cancelled, then paid all the same: credited, since all is as it was', async () => {
    await publishBill(world, { amount: 100 });
    const start = await started();
    const cancelled = await world.ask('owner', 'payments.cancelOrder', { orderId: start.orderId });
    expect(granted(cancelled)).toMatchObject({ outcome: 'pending', isLive: false });
    expect((await account()).liveOrder).toBeUndefined();
    openWallet(world, 'owner', start);
    await later(minute);
    expect(await order(start.orderId)).toMatchObject({ state: 'paid' });
    expect((await account()).openBills).toEqual([]);
  });

  test('two refunds on their way are one sum on the home screen, and lead to the receipt', async () => {
    const billId = await publishBill(world, { amount: 10_000 });
    const orderId = await paysAll(world);
    for (const amount of [1_000, 234]) {
      const lines = [{ billId, line: 1, amount }];
      const wish = { orderId, lines, afterwards: 'adjust', reason: '停梯' } as const;
      granted(await world.ask('finance', 'payments.refund', wish));
    }
    const home = async () => granted(await world.ask('owner', 'payments.seeHome', {})).home;
    expect((await home())?.refunding).toEqual({ orderId, amount: 1_234 });
    for (let minutes = 0; minutes < 5; minutes += 1) await later(minute);
    expect((await home())?.refunding).toBeUndefined();
  });

  test('cancelled, paid by family, then paid late: the late money goes back in full within one tick', async () => {
    await publishBill(world, { amount: 100 });
    const start = await started();
    granted(await world.ask('owner', 'payments.cancelOrder', { orderId: start.orderId }));
    const before = balanceOf('owner');
    await paysAll(world, 'family');
    openWallet(world, 'owner', start);
    expect(balanceOf('owner')).toBe(before - 100);
    expect(await confirm('owner', start.orderId)).toBe('returning');
    // What was never credited has no receipt to open.
    expect(granted(await world.ask('owner', 'payments.seeHome', {})).home?.refunding).toEqual({
      amount: 100,
    });
    await world.tick();
    expect((await world.all('refunds'))[0]).toMatchObject({ state: 'asked', cause: 'late', amount: 100 });
    for (let minutes = 0; minutes < 5; minutes += 1) await later(minute);
    expect(balanceOf('owner')).toBe(before);
    expect(await confirm('owner', start.orderId)).toBe('returned');
    expect(granted(await world.ask('owner', 'payments.seeHome', {})).home?.refunding).toBeUndefined();
    expect(codeOf(await world.ask('owner', 'payments.receipt', { orderId: start.orderId }))).toBe(
      'NOT_ALLOWED',
    );
    expect(await world.all('due')).toEqual([]);
  });

  test('a new choice takes the place of the old at once; the old one paid late is credited and the new one makes room', async () => {
    const first = await publishBill(world, { amount: 100 });
    await publishBill(world, { amount: 30, itemName: '水费', purpose: 'water' });
    const both = await started();
    const wish = { homeId, expectedAmount: 100, billIds: [first] };
    const one = granted(await world.ask('owner', 'payments.payOpenBills', wish));
    expect(one.orderId).not.toBe(both.orderId);
    expect(await order(both.orderId)).toMatchObject({ state: 'superseded' });
    openWallet(world, 'owner', both);
    expect(await confirm('owner', both.orderId)).toBe('paid');
    expect(await order(one.orderId)).toMatchObject({ state: 'superseded' });
    expect((await account()).liveOrder).toBeUndefined();
    openWallet(world, 'owner', one);
    expect(await confirm('owner', one.orderId)).toBe('returning');
  });

  test('vouchers first, then prepayment, then money; all of them back when the order makes room', async () => {
    await publishBill(world, { amount: 1000 });
    const voucher = { homeId, amount: 300, expiresOn: '2026-12-31', reason: '节能挑战赛' };
    const { voucherId } = granted(await world.ask('finance', 'payments.grantVoucher', voucher));
    const advance = granted(await world.ask('owner', 'payments.prepay', { homeId, amount: 500 }));
    openWallet(world, 'owner', advance);
    expect(await confirm('owner', advance.orderId)).toBe('paid');
    expect(granted(await world.ask('owner', 'payments.seeHome', {})).home).toMatchObject({
      prepaid: 500,
      due: { amount: 200, vouchers: 300, prepaid: 500 },
    });
    const start = await started();
    expect((await account()).vouchers).toEqual([
      { voucherId, rest: 300, expiresOn: '2026-12-31', reservedBy: start.orderId },
    ]);
    granted(await world.ask('owner', 'payments.cancelOrder', { orderId: start.orderId }));
    expect((await account()).vouchers).toEqual([{ voucherId, rest: 300, expiresOn: '2026-12-31' }]);
    const orderId = await paysAll(world);
    expect(await account()).toMatchObject({ openBills: [], vouchers: [], prepaid: [] });
    expect(granted(await world.ask('owner', 'payments.receipt', { orderId })).bills).toMatchObject([
      { principal: 1000, vouchers: 300, prepaid: 500, money: 200 },
    ]);
  });

  test('all by voucher and prepayment: paid at once, without WeChat', async () => {
    await publishBill(world, { amount: 300 });
    const voucher = { homeId, amount: 400, expiresOn: '2026-12-31', reason: '节能挑战赛' };
    granted(await world.ask('finance', 'payments.grantVoucher', voucher));
    const start = granted(await world.ask('owner', 'payments.payOpenBills', { homeId, expectedAmount: 0 }));
    expect(start).toMatchObject({ kind: 'paid', amount: 0 });
    expect(await order(start.orderId)).toMatchObject({ state: 'paid', channel: 'prepaid' });
    expect((await account()).vouchers).toMatchObject([{ rest: 100 }]);
    expect((await world.all('bills'))[0]).toMatchObject({ state: 'paid' });
    world.advance(60 * day);
    await world.tick();
    expect((await account()).vouchers).toEqual([]);
  });

  test('a voucher whose last day passes while its community is still being brought in goes once it is open', async () => {
    const voucher = { homeId, amount: 400, expiresOn: '2026-12-31', reason: '节能挑战赛' };
    granted(await world.ask('finance', 'payments.grantVoucher', voucher));
    const community = (await world.read('communities', 'yunqi')) as Document;
    await put(world, 'communities', { ...community, state: 'preparing' });
    world.advance(60 * day);
    await world.tick();
    // Nothing is booked: the import can still be given up.
    expect((await account()).vouchers).toMatchObject([{ rest: 400 }]);
    expect((await world.all('journals')).map(({ kind }) => kind)).toEqual(['voucher']);
    await put(world, 'communities', community);
    world.advance(2 * 3_600_000);
    await world.tick();
    expect((await account()).vouchers).toEqual([]);
  });
});
