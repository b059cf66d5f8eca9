import type { InputOf } from '../../../types/contract';
import { eachInPaidWorld, openWallet, paysAll, publishBill } from './money';
import { codeOf, type Document, granted, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const tenantParty = 'resident-t-tenant';

/** What a receipt says after money went back, and who may still, or no longer, read it. */
describe('receipts after a refund', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  const receipt = (person: Parameters<World['ask']>[0], orderId: string) =>
    world.ask(person, 'payments.receipt', { orderId });
  const listed = async (person: Parameters<World['ask']>[0]) =>
    granted(await world.ask(person, 'payments.homeReceipts', { homeId })).receipts.map((row) => row.orderId);

  const refund = (wish: Pick<InputOf<'payments.refund'>, 'orderId' | 'lines'>) =>
    world.ask('finance', 'payments.refund', { afterwards: 'reopen', reason: '多收', ...wish });

  test('each refund says what went back of which line and purse, and the receipt what is left of each', async () => {
    const billId = await publishBill(world, { amount: 1000, lines: [700, 300] });
    const voucher = { homeId, amount: 200, expiresOn: '2026-12-31', reason: '节能挑战赛' };
    granted(await world.ask('finance', 'payments.grantVoucher', voucher));
    const orderId = await paysAll(world, 'owner');
    const paid = granted(await receipt('owner', orderId));
    expect(paid.left).toEqual([
      { billId, line: 1, vouchers: 200, prepaid: 0, money: 500 },
      { billId, line: 2, vouchers: 0, prepaid: 0, money: 300 },
    ]);
    expect(paid.refunds).toEqual([]);
    granted(await refund({ orderId, lines: [{ billId, line: 1, amount: 600 }] }));
    const after = granted(await refund({ orderId, lines: [{ billId, line: 2, amount: 300 }] }));
    expect(after.left).toEqual([{ billId, line: 1, vouchers: 100, prepaid: 0, money: 0 }]);
    expect(after.refunds.map(({ amount, lines }) => ({ amount, lines }))).toEqual([
      { amount: 500, lines: [{ billId, line: 1, vouchers: 100, prepaid: 0, money: 500 }] },
      { amount: 300, lines: [{ billId, line: 2, vouchers: 0, prepaid: 0, money: 300 }] },
    ]);
    // What was paid stays as it was paid.
    expect(after.bills).toEqual(paid.bills);
    const more = await refund({ orderId, lines: [{ billId, line: 1, amount: 101 }] });
    expect(codeOf(more)).toBe('REFUND_TOO_MUCH');
  });

  test('prepayment that goes back takes nothing off a line', async () => {
    const start = granted(await world.ask('owner', 'payments.prepay', { homeId, amount: 500 }));
    openWallet(world, 'owner', start);
    const { orderId } = start;
    granted(await world.ask('owner', 'payments.confirmPayment', { orderId }));
    const wish = { orderId, amount: 200, reason: '退房' };
    const after = granted(await world.ask('finance', 'payments.refundPrepaid', wish));
    expect(after).toMatchObject({ left: [], toPrepaid: 500, refunds: [{ amount: 200, lines: [] }] });
  });

  test('whoever paid and moved out keeps the receipt and sees the money go back; who lives there then sees neither', async () => {
    const billId = await publishBill(world, { amount: 1000, partyId: tenantParty });
    const orderId = await paysAll(world, 'tenant');
    expect(granted(await receipt('owner', orderId)).amount).toBe(1000);
    expect(await listed('owner')).toEqual([orderId]);
    await moveOut('t-tenant');
    const others = ['owner', 'family', 'ownerNextDoor'] as const;
    for (const person of others) expect(codeOf(await receipt(person, orderId))).toBe('NOT_ALLOWED');
    granted(await refund({ orderId, lines: [{ billId, line: 1, amount: 400 }] }));
    for (const person of others) expect(codeOf(await receipt(person, orderId))).toBe('NOT_ALLOWED');
    expect(await listed('owner')).toEqual([]);
    expect(granted(await receipt('tenant', orderId))).toMatchObject({
      payerName: '王tenant',
      refunds: [{ amount: 400, state: 'onItsWay', lines: [{ billId, line: 1, money: 400 }] }],
      left: [{ billId, line: 1, money: 600 }],
    });
    expect(granted(await world.ask('tenant', 'payments.myReceipts', {})).receipts).toMatchObject([
      { orderId, amount: 1000, refunded: 400 },
    ]);
    // What is owed again is the predecessor's, and nobody's who lives there.
    expect(codeOf(await world.ask('owner', 'payments.preview', { homeId }))).toBe('NOTHING_DUE');
    expect(granted(await receipt('finance', orderId)).payerName).toBe('王tenant');
  });

  async function moveOut(tenureId: string): Promise<void> {
    type Household = Document & { readonly tenures: readonly { readonly id: string }[] };
    const { tenures } = (await world.read('households', homeId)) as Household;
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('households');
    const ended = tenures.map((each) => (each.id === tenureId ? { ...each, to: '2026-11-09' } : each));
    await rows.doc(homeId).update({ data: { tenures: ended } });
  }
});
