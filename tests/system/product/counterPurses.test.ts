import { bookedOn, eachInPaidWorld, openWallet, ownerParty, publishBill, tap } from './money';
import { codeOf, type Document, granted, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const communityId = 'yunqi';

/** C4 with C11: money at the counter comes after vouchers and prepayment, as in the app. */
describe('at the counter, with vouchers and prepayment', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  const taking = { homeId, partyId: ownerParty, channel: 'cash', payerName: '王秀英' } as const;
  const take = (amount: number, expectedPrepaid = 0, expectedUsed = 0) =>
    world.ask('customerService', 'counter.take', { ...taking, amount, expectedPrepaid, expectedUsed });
  const account = async () => (await world.read('homeAccounts', homeId)) as Document;
  const grant = (amount: number, expiresOn: string) =>
    world.ask('finance', 'payments.grantVoucher', { homeId, amount, expiresOn, reason: '停水补偿' });
  const look = async (amount: number) =>
    granted(await world.ask('customerService', 'counter.preview', { homeId, partyId: ownerParty, amount }));
  const owed = async () => {
    const place = { communityId, building: '3栋', unit: '2单元', room: '1201' };
    const { parties } = granted(await world.ask('customerService', 'counter.findHome', place));
    return parties.find(({ partyId }) => partyId === ownerParty);
  };

  test('both go before money, are shown beforehand, stand in receipt and books, and come back with a refund', async () => {
    const fee = await publishBill(world, { amount: 10_000, month: '2026-09' });
    const water = await publishBill(world, { amount: 5_000, month: '2026-11', purpose: 'water' });
    const { voucherId } = granted(await grant(3_000, '2026-11-10'));
    expect(await owed()).toMatchObject({ owed: 15_000, toTake: 12_000 });
    expect(await look(9_000)).toMatchObject({
      vouchers: 3_000,
      prepaid: 0,
      stillOwed: 3_000,
      toPrepaid: 0,
      bills: [
        { billId: fee, vouchers: 3_000, money: 7_000 },
        { billId: water, money: 2_000 },
      ],
    });
    expect(await take(9_000)).toMatchObject({
      refusal: { code: 'AMOUNT_CHANGED', details: { toPrepaid: 0, used: 3_000 } },
    });
    const { orderId, ...receipt } = granted(await take(9_000, 0, 3_000));
    expect(receipt).toMatchObject({
      amount: 9_000,
      bills: [{ vouchers: 3_000 }, { money: 2_000, isInPart: true }],
    });
    expect(receipt.bills[0]?.isInPart).toBeUndefined();
    expect(await world.read('bills', fee)).toMatchObject({ state: 'paid', credited: 10_000 });
    expect(await world.read('bills', water)).toMatchObject({ state: 'partlyPaid', credited: 2_000 });
    expect((await account()).vouchers).toEqual([]);
    expect(await bookedOn(world, 'vouchersOut')).toBe(0);
    expect(await bookedOn(world, 'cashInHand')).toBe(9_000);

    const back = { orderId, afterwards: 'reopen', reason: '收错了' } as const;
    const lines = [{ billId: fee, line: 1, amount: 10_000 }];
    granted(await world.ask('finance', 'payments.refund', { ...back, lines }));
    expect((await account()).vouchers).toMatchObject([{ voucherId, rest: 3_000 }]);
    expect(await world.read('bills', fee)).toMatchObject({ state: 'published', credited: 0 });
  });

  test('a voucher whose last day is over does not come back', async () => {
    const fee = await publishBill(world, { amount: 10_000 });
    granted(await grant(3_000, '2026-11-10'));
    const { orderId } = granted(await take(7_000, 0, 3_000));
    world.advance(24 * 3_600_000);
    const lines = [{ billId: fee, line: 1, amount: 10_000 }];
    const back = { orderId, lines, afterwards: 'reopen', reason: '收错了' } as const;
    granted(await world.ask('finance', 'payments.refund', back));
    expect((await account()).vouchers).toEqual([]);
    expect(await bookedOn(world, 'vouchersOut')).toBe(0);
  });

  test('what was prepaid pays without money: a receipt, no till, nothing to hand over', async () => {
    granted(await take(4_000, 4_000));
    const fee = await publishBill(world, { amount: 6_000 });
    granted(await grant(2_500, '2026-12-31'));
    expect(await owed()).toMatchObject({ owed: 6_000, toTake: 0, prepaid: 4_000 });
    const [till] = await world.all('tills');
    const receipt = granted(await take(0, 0, 6_000));
    expect(receipt).toMatchObject({ channel: 'prepaid', amount: 0, takenBy: 'customerService' });
    expect(receipt.bills).toMatchObject([{ billId: fee, vouchers: 2_500, prepaid: 3_500, money: 0 }]);
    expect(await world.all('tills')).toEqual([till]);
    expect((await account()).prepaid).toEqual([{ partyId: ownerParty, amount: 500 }]);
    const day = granted(await world.ask('customerService', 'counter.myDay', { communityId }));
    expect(day).toMatchObject({ cashInHand: 4_000, receipts: [{ amount: 4_000 }] });
    expect(codeOf(await take(0))).toBe('NOTHING_DUE');
  });

  test('of an overdue fee that a voucher pays only the late fee is asked for and taken', async () => {
    const lateFee = { perMillionPerDay: 500, graceDays: 0, capPermille: 1000 };
    const fee = await publishBill(world, { amount: 10_000, dueOn: '2026-10-31', lateFee });
    granted(await grant(20_000, '2026-12-31'));
    const { owed: all = 0, toTake = 0 } = (await owed()) ?? {};
    expect(toTake).toBe(all - 10_000);
    expect(toTake).toBeGreaterThan(0);
    granted(await take(toTake, 0, 10_000));
    expect(await world.read('bills', fee)).toMatchObject({ state: 'paid' });
    expect((await account()).prepaid).toEqual([]);
  });

  test('who lived here before pays the own debts without the vouchers of who lives here now', async () => {
    const partyId = 'predecessor';
    const old = await publishBill(world, { amount: 6_000, partyId });
    granted(await grant(10_000, '2026-12-31'));
    const place = { communityId, building: '3栋', unit: '2单元', room: '1201' };
    const { parties } = granted(await world.ask('customerService', 'counter.findHome', place));
    expect(parties.find((party) => party.partyId === partyId)).toMatchObject({ owed: 6_000, toTake: 6_000 });
    const shown = await world.ask('customerService', 'counter.preview', { homeId, partyId, amount: 6_000 });
    expect(granted(shown)).toMatchObject({ vouchers: 0, toPrepaid: 0, stillOwed: 0 });
    const whole = { ...taking, partyId, amount: 6_000, expectedPrepaid: 0, expectedUsed: 0 };
    granted(await world.ask('customerService', 'counter.take', whole));
    expect(await world.read('bills', old)).toMatchObject({ state: 'paid' });
    expect((await account()).vouchers).toMatchObject([{ rest: 10_000 }]);
  });

  test('without voucher and prepayment nothing is taken for nothing', async () => {
    await publishBill(world, { amount: 6_000 });
    expect(codeOf(await take(0))).toBe('INVALID_INPUT');
  });

  test('two clerks at once: one voucher is used once, the second is told what is left', async () => {
    await publishBill(world, { amount: 10_000 });
    granted(await grant(3_000, '2026-12-31'));
    const asked = { ...taking, amount: 4_000, expectedPrepaid: 0, expectedUsed: 3_000 };
    const both = await Promise.all([take(4_000, 0, 3_000), world.ask('finance', 'counter.take', asked)]);
    expect(both.map(codeOf).sort()).toEqual(['AMOUNT_CHANGED', undefined]);
    expect(await owed()).toMatchObject({ owed: 3_000, toTake: 3_000 });
  });

  test('a voucher that the app’s order holds waits with it, and is the counter’s past the order’s time', async () => {
    await publishBill(world, { amount: 10_000 });
    granted(await grant(3_000, '2026-12-31'));
    const start = granted(await tap(world, 'owner'));
    expect(start).toMatchObject({ amount: 7_000 });
    expect(codeOf(await take(7_000, 0, 3_000))).toBe('SOMEBODY_PAYS');
    openWallet(world, 'owner', start);
    world.advance(6 * 60_000);
    expect(await owed()).toMatchObject({ toTake: 7_000 });
    granted(await take(7_000, 0, 3_000));
    const { orderId } = start;
    const { outcome } = granted(await world.ask('owner', 'payments.confirmPayment', { orderId }));
    expect(outcome).toBe('returning');
    expect((await account()).vouchers).toEqual([]);
  });
});
