import { eachInPaidWorld, openWallet, ownerParty, publishBill, tap, tenantParty } from './money';
import { codeOf, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';

/** Row C2: one tap, four roads, one posting; on the real SDK against the simulated WeChat Pay. */
describe('one tap pays all that is open', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  const confirm = async (person: string, orderId: string) =>
    granted(await world.ask(person, 'payments.confirmPayment', { orderId }));
  const account = async () =>
    (await world.read('homeAccounts', homeId)) as never as {
      openBills: { billId: string }[];
      liveOrder?: { orderId: string };
    };

  test('home screen, tap, wallet, confirmation, receipt', async () => {
    const fee = await publishBill(world, { amount: 21_450, lines: [20_000, 1_450] });
    const power = await publishBill(world, { amount: 16_045, itemName: '电费', purpose: 'electricity' });
    const before = granted(await world.ask('owner', 'payments.seeHome', {}));
    expect(before.home).toMatchObject({
      homeId,
      place: '3栋2单元1201',
      communityName: '云栖苑',
      due: { amount: 37_495, lateFee: 0, prepaid: 0, vouchers: 0 },
      questioned: 0,
      prepaid: 0,
    });
    expect(before.me.homes).toHaveLength(1);
    const start = granted(
      await world.ask('owner', 'payments.payOpenBills', { homeId, expectedAmount: 37_495 }),
    );
    expect(openWallet(world, 'owner', start)).toBe('requestPayment:ok');
    expect(await confirm('owner', start.orderId)).toMatchObject({ outcome: 'paid', isLive: false });
    const paid = granted(await world.ask('owner', 'payments.receipt', { orderId: start.orderId }));
    expect(paid).toMatchObject({
      amount: 37_495,
      payeeName: '云栖物业服务有限公司',
      payerName: '王owner',
      place: '3栋2单元1201',
      channel: 'wechat',
      refunds: [],
      canAskInvoice: true,
      transactionId: expect.stringMatching(/^\d+$/),
      receiptNumber: expect.stringMatching(/^SJ20261110-/),
    });
    expect(paid.bills.map(({ itemName, money }) => [itemName, money])).toEqual([
      ['物业费', 21_450],
      ['电费', 16_045],
    ]);
    for (const billId of [fee, power])
      expect(await world.read('bills', billId)).toMatchObject({ state: 'paid' });
    const after = granted(await world.ask('owner', 'payments.seeHome', {}));
    expect(after.home?.due).toBeUndefined();
    expect(after.home?.lastReceipt).toMatchObject({ orderId: start.orderId, amount: 37_495 });
    expect(await account()).toMatchObject({ openBills: [] });
    expect((await account()).liveOrder).toBeUndefined();
    expect(await world.all('due')).toEqual([]);
  });

  test('another member is told who pays and until when; the next after it has ended finds nothing due', async () => {
    await publishBill(world, { amount: 100 });
    const start = granted(await tap(world, 'owner'));
    const refusal = await tap(world, 'family');
    expect(refusal).toMatchObject({
      refusal: { code: 'SOMEBODY_PAYS', details: { payer: '王**', until: world.ports.now() + 300_000 } },
    });
    expect(granted(await world.ask('family', 'payments.seeHome', {})).home?.live).toMatchObject({
      isMine: false,
      payer: '王**',
      amount: 100,
    });
    openWallet(world, 'owner', start);
    await confirm('owner', start.orderId);
    const expectedAmount = 100;
    const late = await world.ask('family', 'payments.payOpenBills', { homeId, expectedAmount });
    expect(codeOf(late)).toBe('NOTHING_DUE');
  });

  test('two people at the same instant: one order', async () => {
    await publishBill(world, { amount: 100 });
    const both = await Promise.all(['owner', 'family'].map((person) => tap(world, person)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.map(codeOf).filter(Boolean)).toEqual(['SOMEBODY_PAYS']);
  });

  test('the same person on two phones gets the same order, and pays once', async () => {
    await publishBill(world, { amount: 100 });
    const [one, two] = [granted(await tap(world, 'owner')), granted(await tap(world, 'owner'))];
    expect(two).toMatchObject({ orderId: one.orderId });
    expect(openWallet(world, 'owner', one)).toBe('requestPayment:ok');
    expect(openWallet(world, 'owner', two)).not.toBe('requestPayment:ok');
    await Promise.all([confirm('owner', one.orderId), confirm('owner', one.orderId)]);
    expect(await world.all('paymentOrders')).toHaveLength(1);
    expect((await world.all('journals')).filter(({ kind }) => kind === 'payment')).toHaveLength(1);
  });

  test('the server decides the amount: another one is refused with what it is, and nothing is made', async () => {
    await publishBill(world, { amount: 100 });
    for (const expectedAmount of [0, 1, 99, 101, 1_000_000_000]) {
      const outcome = await world.ask('owner', 'payments.payOpenBills', { homeId, expectedAmount });
      expect(outcome).toMatchObject({ refusal: { code: 'AMOUNT_CHANGED', details: { amount: 100 } } });
    }
    const negative = await world.ask('owner', 'payments.payOpenBills', { homeId, expectedAmount: -100 });
    expect(codeOf(negative)).toBe('INVALID_INPUT');
    expect(await world.all('paymentOrders')).toEqual([]);
  });

  test('a tenant sees and pays what tenants owe; the owner all; nobody a predecessor', async () => {
    await publishBill(world, { amount: 100 });
    await publishBill(world, { amount: 20, partyId: tenantParty, itemName: '水费', purpose: 'water' });
    await publishBill(world, { amount: 3, partyId: 'resident-t-former' });
    const seen = async (person: string) =>
      granted(await world.ask(person, 'payments.preview', { homeId })).amount;
    expect(await seen('tenant')).toBe(20);
    expect(await seen('owner')).toBe(120);
    expect(await seen('family')).toBe(120);
    const start = granted(await tap(world, 'tenant'));
    openWallet(world, 'tenant', start);
    await confirm('tenant', start.orderId);
    expect(await seen('owner')).toBe(100);
    expect(codeOf(await world.ask('stranger', 'payments.preview', { homeId }))).toBe('NOT_ALLOWED');
    const party = { orderId: start.orderId };
    expect(codeOf(await world.ask('ownerNextDoor', 'payments.receipt', party))).toBe('NOT_ALLOWED');
    expect(granted(await world.ask('family', 'payments.receipt', party)).payerName).toBe('王**');
    expect((await account()).openBills).toHaveLength(2);
    expect(openidOf('tenant')).not.toBe(ownerParty);
  });
});
