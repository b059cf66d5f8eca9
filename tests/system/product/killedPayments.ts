import { atEveryOperation } from './killed';
import { openWallet, proveBooks, publishBill } from './money';
import { type Document, granted, openidOf, type World } from './world';

const homeId = 'yunqi-1201';
const minute = 60_000;

/** A home with one bill a round, and what its people do with it. */
class Rounds {
  billId = '';
  private round = 0;

  constructor(readonly world: World) {}

  /** What the bill of this round costs: another amount each time. */
  get amount(): number {
    return 999 + this.round;
  }

  async begin(): Promise<void> {
    this.round += 1;
    this.billId = await publishBill(this.world, { amount: this.amount, lines: [900, this.amount - 900] });
  }

  /** Every round's requests are other ones; within a round the same name is the same request. */
  requestId(name: string): string {
    return `${name}-request-${this.round}`;
  }

  async pay(person: string, name = 'pay') {
    const wish = { homeId, expectedAmount: this.amount };
    return granted(await this.world.ask(person, 'payments.payOpenBills', wish, this.requestId(name)));
  }

  async confirm(person: string, orderId: string) {
    return granted(await this.world.ask(person, 'payments.confirmPayment', { orderId })).outcome;
  }

  async paid(person: string, name = 'pay'): Promise<string> {
    const start = await this.pay(person, name);
    expect(openWallet(this.world, person, start)).toBe('requestPayment:ok');
    expect(await this.confirm(person, start.orderId)).toBe('paid');
    return start.orderId;
  }

  balance(person: string): number {
    return this.world.cloud.rooms.pay.control.balance(openidOf(person));
  }

  /** Lives on, minute by minute, until there is nothing more to look after. */
  async untilQuiet(): Promise<void> {
    for (let minutes = 0; minutes < 30 && (await this.world.all('due')).length > 0; minutes += 1) {
      await this.world.cloud.context.agenda.advance(this.world.ports.now() + minute);
      await this.world.tick();
    }
    expect(await this.world.all('due')).toEqual([]);
    await proveBooks(this.world);
  }

  /** The bill is paid once, nothing is owed or live any more. */
  async provePaid(): Promise<void> {
    const { world, billId, amount } = this;
    expect(await world.read('bills', billId)).toMatchObject({ state: 'paid', credited: amount });
    const account = (await world.read('homeAccounts', homeId)) as Document;
    expect(account.openBills).toEqual([]);
    expect(account.liveOrder).toBeUndefined();
    const states = (await world.all('paymentOrders')).map(({ state }) => state);
    for (const state of ['creating', 'live', 'superseded']) expect(states).not.toContain(state);
    const credits = (await world.all('journals')).filter(({ lines }) =>
      (lines as { billId?: string; account: string; amount: number }[]).some(
        (line) => line.billId === billId && line.account === 'receivable' && line.amount < 0,
      ),
    );
    expect(credits).toHaveLength(1);
  }

  /** What has been settled makes room, so that every round looks at its own. */
  async forget(): Promise<void> {
    for (const name of ['paymentOrders', 'refunds', 'journals'])
      for (const { _id } of await this.world.all(name)) await this.world.remove(name, _id);
  }
}

/** Gives how many operations there were to be killed at. */
export type Scenario = (world: World, stride: number) => Promise<number>;

const tap: Scenario = (world, stride) => {
  const rounds = new Rounds(world);
  let before = 0;
  return atEveryOperation(world, stride, {
    before: async () => {
      await rounds.begin();
      before = rounds.balance('owner');
    },
    work: () => rounds.pay('owner'),
    after: async () => {
      await rounds.paid('owner');
      await rounds.untilQuiet();
      expect(before - rounds.balance('owner')).toBe(rounds.amount);
      await rounds.provePaid();
      await rounds.forget();
    },
  });
};

const confirmation: Scenario = (world, stride) => {
  const rounds = new Rounds(world);
  let orderId = '';
  return atEveryOperation(world, stride, {
    before: async () => {
      await rounds.begin();
      const start = await rounds.pay('owner');
      orderId = start.orderId;
      openWallet(world, 'owner', start);
    },
    work: () => rounds.confirm('owner', orderId),
    after: async () => {
      await rounds.untilQuiet();
      expect(await rounds.confirm('owner', orderId)).toBe('paid');
      await rounds.provePaid();
      await rounds.forget();
    },
  });
};

const lateMoney: Scenario = (world, stride) => {
  const rounds = new Rounds(world);
  let before = 0;
  return atEveryOperation(world, stride, {
    before: async () => {
      await rounds.begin();
      const late = await rounds.pay('owner', 'late');
      granted(await world.ask('owner', 'payments.cancelOrder', { orderId: late.orderId }));
      await rounds.paid('family');
      before = rounds.balance('owner');
      openWallet(world, 'owner', late);
    },
    work: () => world.tick(),
    after: async () => {
      await rounds.untilQuiet();
      expect(rounds.balance('owner')).toBe(before);
      expect((await world.all('refunds')).map(({ state }) => state)).toEqual(['done']);
      await rounds.provePaid();
      await rounds.forget();
    },
  });
};

const refund: Scenario = (world, stride) => {
  const rounds = new Rounds(world);
  let orderId = '';
  let before = 0;
  const ask = () => {
    const lines = [{ billId: rounds.billId, line: 1, amount: 900 }];
    const wish = { orderId, lines, afterwards: 'adjust' as const, reason: '多收' };
    return world.ask('finance', 'payments.refund', wish, rounds.requestId('refund'));
  };
  return atEveryOperation(world, stride, {
    before: async () => {
      await rounds.begin();
      orderId = await rounds.paid('owner');
      before = rounds.balance('owner');
    },
    work: ask,
    after: async () => {
      granted(await ask());
      await rounds.untilQuiet();
      expect(rounds.balance('owner') - before).toBe(900);
      expect((await world.all('refunds')).map(({ state }) => state)).toEqual(['done']);
      const left = { state: 'paid', amount: rounds.amount - 900 };
      expect(await world.read('bills', rounds.billId)).toMatchObject(left);
      await rounds.forget();
    },
  });
};

/**
 * Law 4: a function may die between any two of its operations; whoever comes next goes on where it stands. Each kills at every `stride`th
 * operation, the first included.
 */
export const killedPayments: readonly (readonly [name: string, scenario: Scenario])[] = [
  ['the tap: the same request asked again opens one wallet for one order', tap],
  ['the confirmation: the tick finishes what it began', confirmation],
  ['the tick that sends late money back: the next one does, once', lateMoney],
  ["finance's refund: asked again it is the same one, and the money is back once", refund],
];
