import { eachInPaidWorld, paysAll, publishBill, tap } from './money';
import { codeOf, granted, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';

/** Refusals of payments and refunds that no other story meets. */
describe('payments refuse', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  test.each([
    ['another home’s bill', { homeId: 'yunqi-1202', partyId: 'resident-t-next' }],
    ['a predecessor’s bill', { partyId: 'resident-t-former' }],
    ['another community’s bill', { homeId: 'wutong-301', partyId: 'resident-t-else' }],
  ])('to choose %s: BILL_NOT_OPEN, and no order', async (_name, of) => {
    const mine = await publishBill(world, { amount: 10_000 });
    const billIds = [mine, await publishBill(world, { amount: 2_000, ...of })];
    expect(codeOf(await world.ask('owner', 'payments.preview', { homeId, billIds }))).toBe('BILL_NOT_OPEN');
    const choice = { homeId, billIds, expectedAmount: 12_000 };
    expect(codeOf(await world.ask('owner', 'payments.payOpenBills', choice))).toBe('BILL_NOT_OPEN');
    expect(await world.all('paymentOrders')).toEqual([]);
  });

  test('the wallet of a request whose order was cancelled: ORDER_OVER', async () => {
    await publishBill(world, { amount: 10_000 });
    const wish = { homeId, expectedAmount: 10_000 };
    const { orderId } = granted(await world.ask('owner', 'payments.payOpenBills', wish, 'one-wish-of-mine'));
    granted(await world.ask('owner', 'payments.cancelOrder', { orderId }));
    expect(codeOf(await world.ask('owner', 'payments.payOpenBills', wish, 'one-wish-of-mine'))).toBe(
      'ORDER_OVER',
    );
  });

  test('to give back what nobody has paid: REFUND_NOT_POSSIBLE', async () => {
    const billId = await publishBill(world, { amount: 10_000 });
    const { orderId } = granted(await tap(world, 'owner'));
    const lines = [{ billId, line: 1, amount: 100 }];
    const wish = { orderId, lines, afterwards: 'reopen', reason: '多收' } as const;
    expect(codeOf(await world.ask('finance', 'payments.refund', wish))).toBe('REFUND_NOT_POSSIBLE');
    expect(await world.all('refunds')).toEqual([]);
  });

  test('to adjust more bills than one commit bears: REFUND_TOO_MANY_BILLS, and nothing goes back', async () => {
    const bills: string[] = [];
    for (let month = 1; month <= 7; month += 1)
      bills.push(await publishBill(world, { amount: 1_000, month: `2026-0${month}` }));
    const orderId = await paysAll(world);
    const lines = bills.map((billId) => ({ billId, line: 1, amount: 100 }));
    const wish = { orderId, lines, afterwards: 'adjust', reason: '多收' } as const;
    expect(codeOf(await world.ask('finance', 'payments.refund', wish))).toBe('REFUND_TOO_MANY_BILLS');
    expect(await world.all('refunds')).toEqual([]);
    granted(await world.ask('finance', 'payments.refund', { ...wish, lines: lines.slice(0, 6) }));
  });
});
