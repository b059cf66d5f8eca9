import type { OutputOf } from '../../../types/contract';
import { atEveryOperation } from './killed';
import { openWallet, proveBooks, publishBill, startPaidWorld } from './money';
import { type Document, granted, openidOf, type World } from './world';

const homeId = 'yunqi-1201';
const minute = 60_000;

type Start = OutputOf<'payments.payOpenBills'>;

/**
 * Law 4: a function may die between any two of its operations; whoever comes next goes on where it stands. Kills at every `stride`th
 * operation, the first included.
 */
export function killedPayments(stride: number): void {
  let world: World;
  let billId: string;
  let round = 0;

  beforeAll(async () => {
    world = await startPaidWorld();
  });
  afterAll(() => world?.stop());

  const spent = (person: string) => world.cloud.rooms.pay.control.balance(openidOf(person));
  /** Lives on, minute by minute, until there is nothing more to look after. */
  const settled = async () => {
    for (let minutes = 0; minutes < 30 && (await world.all('due')).length > 0; minutes += 1) {
      await world.cloud.context.agenda.advance(world.ports.now() + minute);
      await world.tick();
    }
  };
  const bill = async () => {
    billId = await publishBill(world, { amount: 1000 + round, lines: [900, 100 + round] });
    round += 1;
  };
  const pay = (person: string, requestId: string) =>
    world.ask(person, 'payments.payOpenBills', { homeId, expectedAmount: 999 + round }, requestId);
  const confirm = (person: string, orderId: string) =>
    world.ask(person, 'payments.confirmPayment', { orderId });
  const ordersOf = async (state: string) =>
    (await world.all('paymentOrders')).filter((order) => order.state === state);

  /** Nothing is left to be done, nothing is owed twice or lost. */
  async function proveSettled(): Promise<void> {
    await proveBooks(world);
    expect(await world.all('due')).toEqual([]);
    expect(await world.read('bills', billId)).toMatchObject({ state: 'paid', credited: 999 + round });
    const account = (await world.read('homeAccounts', homeId)) as Document;
    expect(account.openBills).toEqual([]);
    expect(account.liveOrder).toBeUndefined();
    for (const state of ['creating', 'live', 'superseded']) expect(await ordersOf(state)).toEqual([]);
    const journals = (await world.all('journals')).filter(({ lines }) =>
      (lines as { billId?: string; account: string; amount: number }[]).some(
        (line) => line.billId === billId && line.account === 'receivable' && line.amount < 0,
      ),
    );
    expect(journals).toHaveLength(1);
  }

  test('the tap: the same request asked again opens one wallet for one order', async () => {
    let before = 0;
    const killed = await atEveryOperation(world, stride, {
      before: async () => {
        await bill();
        before = spent('owner');
      },
      work: () => pay('owner', `tap-request-${round}`),
      after: async () => {
        const start: Start = granted(await pay('owner', `tap-request-${round}`));
        expect(openWallet(world, 'owner', start)).toBe('requestPayment:ok');
        expect(granted(await confirm('owner', start.orderId)).outcome).toBe('paid');
        await settled();
        expect(before - spent('owner')).toBe(999 + round);
        await proveSettled();
        await forget();
      },
    });
    expect(killed).toBeGreaterThan(10);
  });

  test('the confirmation: the tick finishes what it began', async () => {
    let start: Start;
    const killed = await atEveryOperation(world, stride, {
      before: async () => {
        await bill();
        start = granted(await pay('owner', `wallet-request-${round}`));
        openWallet(world, 'owner', start);
      },
      work: () => confirm('owner', start.orderId),
      after: async () => {
        await settled();
        expect(granted(await confirm('owner', start.orderId)).outcome).toBe('paid');
        await proveSettled();
        await forget();
      },
    });
    expect(killed).toBeGreaterThan(10);
  });

  test('the tick that sends late money back: the next one does, once', async () => {
    let before = 0;
    const killed = await atEveryOperation(world, stride, {
      before: async () => {
        await bill();
        const late = granted(await pay('owner', `late-request-${round}`));
        granted(await world.ask('owner', 'payments.cancelOrder', { orderId: late.orderId }));
        const start = granted(await pay('family', `good-request-${round}`));
        openWallet(world, 'family', start);
        granted(await confirm('family', start.orderId));
        before = spent('owner');
        openWallet(world, 'owner', late);
      },
      work: () => world.tick(),
      after: async () => {
        await settled();
        expect(spent('owner')).toBe(before);
        const refunds = await world.all('refunds');
        expect(refunds.map(({ state }) => state)).toEqual(['done']);
        await proveSettled();
        await forget();
      },
    });
    expect(killed).toBeGreaterThan(20);
  });

  test("finance's refund: asked again it is the same one, and the money is back once", async () => {
    let orderId = '';
    let before = 0;
    const refund = () =>
      world.ask(
        'finance',
        'payments.refund',
        {
          orderId,
          lines: [{ billId, line: 1, amount: 900 }],
          afterwards: 'adjust',
          reason: '多收',
        },
        `refund-request-${round}`,
      );
    const killed = await atEveryOperation(world, stride, {
      before: async () => {
        await bill();
        const start = granted(await pay('owner', `paid-request-${round}`));
        orderId = start.orderId;
        openWallet(world, 'owner', start);
        granted(await confirm('owner', orderId));
        before = spent('owner');
      },
      work: refund,
      after: async () => {
        granted(await refund());
        await settled();
        expect(spent('owner') - before).toBe(900);
        expect((await world.all('refunds')).map(({ state }) => state)).toEqual(['done']);
        await proveBooks(world);
        expect(await world.read('bills', billId)).toMatchObject({ state: 'paid', amount: 99 + round });
        await forget();
      },
    });
    expect(killed).toBeGreaterThan(20);
  });

  /** What has been settled makes room, so that every round looks at its own. */
  async function forget(): Promise<void> {
    for (const name of ['paymentOrders', 'refunds', 'journals'])
      for (const { _id } of await world.all(name)) await world.remove(name, _id);
  }
}
