import fc from 'fast-check';
import { refusalOf } from './machine';
import { fundsOf } from './moneyStore';
import { merchant, minute, TestCloud } from './testCloud';
import type { WalletChoice } from './wallet';

const people = ['oAnna00000000000000000000001', 'oBen000000000000000000000002'] as const;
const numbers = ['A1', 'A2', 'A3'] as const;
const starting = 2500;

type Step =
  | { readonly do: 'order'; readonly no: number; readonly who: number; readonly fee: number }
  | { readonly do: 'sheet'; readonly no: number; readonly choice: WalletChoice }
  | { readonly do: 'close'; readonly no: number }
  | { readonly do: 'refund'; readonly no: number; readonly refund: number; readonly fee: number }
  | { readonly do: 'withdraw'; readonly fee: number }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'fault'; readonly fault: number };

const faults = [
  ['pay.notice', 'lost'],
  ['pay.notice', 'duplicate'],
  ['pay.notice', 'reorder'],
  ['pay.notice', 'late'],
  ['pay.notice', 'unanswered'],
  ['pay.unifiedOrder', 'paid-early'],
  ['pay.unifiedOrder', 'answer-lost'],
  ['pay.refund', 'answer-lost'],
  ['pay.refund', 'change'],
  ['pay.refund', 'closed'],
  ['pay.wallet', 'slow'],
  ['pay.wallet', 'error'],
  ['pay.query', 'error'],
] as const;

const no = fc.nat({ max: numbers.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      no,
      who: fc.nat({ max: 1 }),
      fee: fc.constantFrom(700, 1000),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sheet' as const),
      no,
      choice: fc.constantFrom<WalletChoice>('pay', 'pay', 'pay', 'cancel', 'wrongPassword'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), no }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      no,
      refund: fc.nat({ max: 3 }),
      fee: fc.constantFrom(100, 350, 1000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('withdraw' as const), fee: fc.constantFrom(500, 900) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(0, 1, 6, 300) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.nat({ max: faults.length - 1 }) }),
  },
);

class Run {
  readonly cloud = new TestCloud();
  private readonly last = new Map<number, { who: number; ordered: Record<string, unknown> }>();
  private withdrawn = 0;
  private readonly liars: unknown[] = [];

  constructor() {
    this.cloud.pay.control.setOptions({ startingBalance: starting });
    for (const person of people) this.cloud.pay.control.balance(person);
    this.cloud.answer = ({ event }) => {
      this.listen(event);
      return this.cloud.told.length % 3 === 0 ? undefined : { errcode: 0 };
    };
  }

  async take(one: Step): Promise<void> {
    const { cloud } = this;
    if (one.do === 'order') {
      const who = people[one.who] ?? people[0];
      const ordered = await cloud.order(numbers[one.no] ?? 'A1', { total_fee: one.fee }, who);
      this.last.set(one.no, { who: one.who, ordered });
    }
    const opened = 'no' in one ? this.last.get(one.no) : undefined;
    if (one.do === 'sheet' && opened) cloud.sheet(opened.ordered, one.choice, people[opened.who]);
    if (one.do === 'close') await cloud.close(numbers[one.no] ?? 'A1');
    if (one.do === 'refund') {
      const total = Number((await cloud.query(numbers[one.no] ?? 'A1')).total_fee ?? 1000);
      await cloud.refund(numbers[one.no] ?? 'A1', `R${one.no}${one.refund}`, one.fee, { total_fee: total });
    }
    if (one.do === 'withdraw') this.withdraw(one.fee);
    if (one.do === 'pass') await cloud.pass(one.minutes * minute);
    if (one.do === 'fault') {
      const [point, kind] = faults[one.fault] ?? faults[0];
      cloud.fault(point, kind, { times: 1, ms: 90_000 });
    }
  }

  /** No fen appears or disappears, whatever happened. */
  check(): void {
    const { control } = this.cloud.pay;
    expect(this.liars).toEqual([]);
    const orders = control.orders();
    const refunds = orders.flatMap((order) => control.order(order.subMchId, order.outTradeNo).refunds);
    const total = (fens: readonly number[]) => fens.reduce((sum, fen) => sum + fen, 0);
    const paid = total(orders.filter((order) => order.paidAt !== null).map((order) => order.totalFee));
    const returned = total(refunds.filter((one) => one.status === 'SUCCESS').map((one) => one.fee));
    const underWay = total(
      refunds.filter((one) => one.status === 'PROCESSING' || one.status === 'CHANGE').map((one) => one.fee),
    );
    const inWallets = total(control.balances().map((wallet) => wallet.balance));
    expect(people.length * starting - inWallets).toBe(paid - returned);
    const [shop] = control.merchants();
    const funds = shop ? fundsOf(shop) : 0;
    expect(funds).toBe(paid - returned - underWay - this.withdrawn);
    expect(funds).toBeGreaterThanOrEqual(0);
    for (const { openid, balance } of control.balances()) {
      expect(balance).toBeGreaterThanOrEqual(0);
      expect(total(control.entries(openid).map((entry) => entry.fen))).toBe(balance);
    }
    for (const order of orders) {
      const parts = refunds.filter((one) => one.orderId === order.id && one.status !== 'REFUNDCLOSE');
      expect(total(parts.map((one) => one.fee))).toBeLessThanOrEqual(
        order.paidAt === null ? 0 : order.totalFee,
      );
    }
  }

  /** In the end nothing is under way: every payment has been told, and its function has accepted or been given up on. */
  async finish(): Promise<void> {
    this.cloud.context.faults.clear();
    await this.cloud.pass(3 * 24 * 60 * minute);
    this.check();
    const { control } = this.cloud.pay;
    expect(control.notices().filter((notice) => notice.state === 'pending')).toEqual([]);
    for (const order of control.orders()) {
      const told = control
        .order(order.subMchId, order.outTradeNo)
        .notices.filter(({ kind }) => kind === 'pay');
      expect(told).toHaveLength(order.paidAt === null ? 0 : 1);
    }
    await this.cloud.stop();
  }

  /** A payment is told only when it has been made, a refund only when it has ended. */
  private listen(event: Readonly<Record<string, unknown>>): void {
    const { order, refunds } = this.cloud.pay.control.order(merchant, String(event.outTradeNo));
    const refund = refunds.find((one) => one.outRefundNo === event.outRefundNo);
    const isTrue =
      event.outRefundNo === undefined
        ? refusalOf(order.state)?.code === 'ORDERPAID' && order.transactionId === event.transactionId
        : refund?.status === event.refundStatus && refund?.fee === event.refundFee;
    if (!isTrue) this.liars.push(event);
  }

  private withdraw(fee: number): void {
    const [shop] = this.cloud.pay.control.merchants();
    if (!shop || fundsOf(shop) < fee) return;
    this.cloud.pay.control.withdraw(merchant, fee);
    this.withdrawn += fee;
  }
}

test('whatever people do and whatever fails, no fen is lost or made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const run = new Run();
      for (const one of steps) {
        await run.take(one);
        run.check();
      }
      await run.finish();
    }),
    { seed: 20261110, numRuns: 60 },
  );
}, 60_000);
