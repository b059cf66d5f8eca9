import { eachInPaidWorld, openWallet, publishBill, tap } from './money';
import { codeOf, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const minute = 60_000;

/** What went wrong elsewhere around the moment of paying (the museum's FS incidents), and a result that nobody saw. */
describe('a result that is processed', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });
  beforeEach(async () => {
    await publishBill(world, { amount: 12_345 });
  });

  const balance = () => world.cloud.rooms.pay.control.balance(openidOf('owner'));
  const payments = async () => (await world.all('journals')).filter(({ kind }) => kind === 'payment');
  const seen = async () => granted(await world.ask('owner', 'payments.seeHome', { homeId })).home;
  const later = async (milliseconds: number) => {
    await world.cloud.context.agenda.advance(world.ports.now() + milliseconds);
    await world.tick();
  };

  async function paidAtTheWallet(): Promise<string> {
    const start = granted(await tap(world, 'owner'));
    expect(openWallet(world, 'owner', start)).toBe('requestPayment:ok');
    return start.orderId;
  }

  test('but never shown: the function finished, its answer was lost; the phone later shows the truth and never pays twice', async () => {
    const before = balance();
    const orderId = await paidAtTheWallet();
    // The function does all of it; the phone hears none of it and is closed.
    granted(await world.ask('owner', 'payments.confirmPayment', { orderId }));
    await later(90 * minute);
    const home = await seen();
    expect(home?.due).toBeUndefined();
    expect(home?.live).toBeUndefined();
    expect(home?.lastReceipt).toMatchObject({ orderId });
    expect(codeOf(await world.ask('owner', 'payments.preview', { homeId }))).toBe('NOTHING_DUE');
    const again = await world.ask('owner', 'payments.payOpenBills', { homeId, expectedAmount: 12_345 });
    expect(again.ok).toBe(false);
    expect(granted(await world.ask('owner', 'payments.confirmPayment', { orderId })).outcome).toBe('paid');
    expect(granted(await world.ask('owner', 'payments.receipt', { orderId }))).toMatchObject({
      amount: 12_345,
    });
    expect(before - balance()).toBe(12_345);
    expect(await payments()).toHaveLength(1);
  });

  test('but never shown, where vouchers pay all of it: the same request is given the same end, once', async () => {
    const voucher = { homeId, amount: 20_000, expiresOn: '2026-12-31', reason: '停水补偿' };
    granted(await world.ask('finance', 'payments.grantVoucher', voucher));
    const input = { homeId, expectedAmount: 0 };
    const lost = granted(await world.ask('owner', 'payments.payOpenBills', input, 'request-lost'));
    const heard = granted(await world.ask('owner', 'payments.payOpenBills', input, 'request-lost'));
    expect(heard).toMatchObject({ kind: 'paid', orderId: lost.orderId });
    expect((await seen())?.lastReceipt).toMatchObject({ orderId: lost.orderId });
    expect(await payments()).toHaveLength(1);
    expect(await world.read('homeAccounts', homeId)).toMatchObject({ vouchers: [{ rest: 7_655 }] });
  });

  test('FS, 42 minutes: four roads meet at one payment, and none skips the posting for another', async () => {
    const orderId = await paidAtTheWallet();
    await world.cloud.context.agenda.advance(world.ports.now() + minute);
    await Promise.all([
      world.ask('owner', 'payments.confirmPayment', { orderId }),
      world.ask('owner', 'payments.confirmPayment', { orderId }),
      world.tick(),
      world.ask('family', 'payments.seeHome', { homeId }),
    ]);
    expect(await world.read('paymentOrders', orderId)).toMatchObject({ state: 'paid' });
    expect(await payments()).toHaveLength(1);
    expect((await seen())?.due).toBeUndefined();
  });

  test('FS, 40 minutes: no order waits for an age before somebody looks; the first tick posts it', async () => {
    const orderId = await paidAtTheWallet();
    await later(minute);
    expect(await world.read('paymentOrders', orderId)).toMatchObject({ state: 'paid' });
  });

  test('FS, half an hour: a refund that WeChat has ended is shown as ended within five minutes, its notice lost', async () => {
    const orderId = await paidAtTheWallet();
    granted(await world.ask('owner', 'payments.confirmPayment', { orderId }));
    const point = 'pay.notice';
    world.cloud.context.faults.add({ id: 'lost', point, kind: 'lost', chance: 1 });
    const [bill] = await world.all('bills');
    const lines = [{ billId: String(bill?._id), line: 1, amount: 12_345 }];
    const input = { orderId, lines, afterwards: 'adjust' as const, reason: '重复收费' };
    granted(await world.ask('finance', 'payments.refund', input));
    for (let minutes = 0; minutes < 5; minutes += 1) await later(minute);
    expect(await world.all('refunds')).toMatchObject([{ state: 'done' }]);
    expect((await seen())?.refunding).toBeUndefined();
  });
});
