import type { InputOf } from '../../../types/contract';
import { fen } from '../../../types/money';
import { eachInPaidWorld, openWallet, ownerParty, paysAll, publishBill, tap } from './money';
import { codeOf, type Document, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const minute = 60_000;
const day = 24 * 60 * minute;

/** How much goes back, by which way, and what becomes of bill, purses and invoice. */
describe('finance gives money back', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  const account = async () => (await world.read('homeAccounts', homeId)) as Document;
  const later = async (milliseconds: number) => {
    await world.cloud.context.agenda.advance(world.ports.now() + milliseconds);
    await world.tick();
  };
  const balance = () => world.cloud.rooms.pay.control.balance(openidOf('owner'));
  const refund = (input: Partial<InputOf<'payments.refund'>> & { orderId: string }) =>
    world.ask('finance', 'payments.refund', {
      lines: [],
      afterwards: 'reopen',
      reason: '多收',
      ...input,
    });

  test('in part, by line; the bill is open again for just that', async () => {
    const billId = await publishBill(world, { amount: 300, lines: [200, 100] });
    const orderId = await paysAll(world);
    const before = balance();
    const lines = [{ billId, line: 2, amount: 40 }];
    const receipt = granted(await refund({ orderId, lines }));
    expect(receipt.refunds).toMatchObject([{ amount: 40, state: 'onItsWay', reason: '多收' }]);
    expect(await world.read('bills', billId)).toMatchObject({ state: 'partlyPaid', credited: 260 });
    expect((await account()).openBills).toMatchObject([
      {
        billId,
        credits: [{ on: '2026-11-10', amount: 260 }],
        owed: [
          { no: 1, owed: 0 },
          { no: 2, owed: 40 },
        ],
      },
    ]);
    for (let minutes = 0; minutes < 5; minutes += 1) await later(minute);
    expect(balance()).toBe(before + 40);
    expect((await world.all('refunds'))[0]).toMatchObject({ state: 'done' });
    expect(codeOf(await refund({ orderId, lines: [{ billId, line: 2, amount: 61 }] }))).toBe(
      'REFUND_TOO_MUCH',
    );
    const again = await paysAll(world);
    expect((await world.read('paymentOrders', again))?.amount).toBe(40);
    expect(await world.read('bills', billId)).toMatchObject({ state: 'paid', credited: 300 });
  });

  test('of two bills of one payment: each is open again for its own', async () => {
    const fee = await publishBill(world, { amount: 300, lines: [200, 100] });
    const power = await publishBill(world, { amount: 80, purpose: 'electricity' });
    const orderId = await paysAll(world);
    const lines = [
      { billId: fee, line: 1, amount: 150 },
      { billId: power, line: 1, amount: 30 },
    ];
    granted(await refund({ orderId, lines }));
    const open = (await account()).openBills as { billId: string; owed: unknown }[];
    expect(new Map(open.map(({ billId, owed }) => [billId, owed]))).toEqual(
      new Map([
        [
          fee,
          [
            { no: 1, owed: 150 },
            { no: 2, owed: 0 },
          ],
        ],
        [power, [{ no: 1, owed: 30 }]],
      ]),
    );
  });

  test('and adjusts the bill: it stays paid, for less', async () => {
    const billId = await publishBill(world, { amount: 300, lines: [200, 100] });
    const orderId = await paysAll(world);
    granted(await refund({ orderId, lines: [{ billId, line: 1, amount: 50 }], afterwards: 'adjust' }));
    expect((await account()).openBills).toEqual([]);
    expect(await world.read('bills', billId)).toMatchObject({ amount: 250, state: 'paid', credited: 250 });
  });

  test('money first, then prepayment, then vouchers: a voucher returns unless it has expired', async () => {
    const billId = await publishBill(world, { amount: 1000 });
    const voucher = { homeId, amount: 300, expiresOn: '2026-11-11', reason: '节能挑战赛' };
    granted(await world.ask('finance', 'payments.grantVoucher', voucher));
    const orderId = await paysAll(world);
    granted(await refund({ orderId, lines: [{ billId, line: 1, amount: 800 }] }));
    expect((await world.all('refunds'))[0]).toMatchObject({ amount: 700 });
    expect((await account()).vouchers).toMatchObject([{ rest: 100, expiresOn: '2026-11-11' }]);
    world.advance(2 * day);
    granted(await refund({ orderId, lines: [{ billId, line: 1, amount: 200 }] }));
    await world.tick();
    expect((await account()).vouchers).toEqual([]);
    expect((await account()).openBills).toMatchObject([{ owed: [{ no: 1, owed: 1000 }] }]);
  });

  test('of what was prepaid, no more than is left', async () => {
    const advance = granted(await world.ask('owner', 'payments.prepay', { homeId, amount: 500 }));
    openWallet(world, 'owner', advance);
    granted(await world.ask('owner', 'payments.confirmPayment', { orderId: advance.orderId }));
    const ask = (amount: number) =>
      world.ask('finance', 'payments.refundPrepaid', { orderId: advance.orderId, amount, reason: '退房' });
    const receiptFor = async (who: 'finance' | 'owner') =>
      granted(await world.ask(who, 'payments.receipt', { orderId: advance.orderId }));
    expect(await receiptFor('finance')).toMatchObject({ toPrepaid: 500, prepaidLeft: 500 });
    expect((await receiptFor('owner')).prepaidLeft).toBeUndefined();
    expect(codeOf(await ask(501))).toBe('REFUND_TOO_MUCH');
    const { refunds, prepaidLeft } = granted(await ask(200));
    expect([refunds.map(({ fromPrepaid }) => fromPrepaid), prepaidLeft]).toEqual([[200], 300]);
    expect((await account()).prepaid).toEqual([{ partyId: ownerParty, amount: fen(300) }]);
    expect(codeOf(await ask(301))).toBe('REFUND_TOO_MUCH');
    // What a bill used up cannot be given back.
    await publishBill(world, { amount: 180 });
    granted(await tap(world, 'owner'));
    expect(await receiptFor('finance')).toMatchObject({ prepaidLeft: 120 });
    expect(codeOf(await ask(121))).toBe('REFUND_TOO_MUCH');
  });

  test('while somebody pays the rest of it, finance waits', async () => {
    const billId = await publishBill(world, { amount: 300 });
    const orderId = await paysAll(world);
    granted(await refund({ orderId, lines: [{ billId, line: 1, amount: 40 }] }));
    granted(await tap(world, 'family'));
    expect(codeOf(await refund({ orderId, lines: [{ billId, line: 1, amount: 40 }] }))).toBe('SOMEBODY_PAYS');
  });

  test('an issued invoice is to be taken back by a red one', async () => {
    const billId = await publishBill(world, { amount: 300 });
    const orderId = await paysAll(world);
    const title = { kind: 'person' as const, name: '王女士' };
    const { invoiceId } = granted(await world.ask('owner', 'invoicing.ask', { orderId, title }));
    const fileId = 'cloud://e.b/invoices/yunqi/1.pdf';
    const issue = { invoiceId, number: '12345678', fileId, expectedAmount: 300 };
    granted(await world.ask('finance', 'invoicing.issue', issue));
    granted(await refund({ orderId, lines: [{ billId, line: 1, amount: 40 }] }));
    const receipt = granted(await world.ask('owner', 'payments.receipt', { orderId }));
    expect(receipt.invoice).toMatchObject({ invoiceId, state: 'toBeRedFlushed' });
  });
});
