import fc from 'fast-check';
import { day, type Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import type { BillPayment, BillRefund } from '../../platform/pay/port';
import { actionsFor, type Case, caseId, openedCase, resolved, takenOn } from './case';
import { type Books, type OurOrder, type OurRefund, reconcile } from './reconcile';

const at = Date.parse('2026-11-09T12:00:00+08:00') as Instant;
const order = (orderId: string, amount: number): OurOrder => ({
  orderId,
  homeId: 'h1',
  place: '3栋2单元1201',
  amount: fen(amount),
});
const paid = (outTradeNo: string, amount: number, transactionId = `t${outTradeNo}`): BillPayment => ({
  kind: 'payment',
  merchantId: 'm1',
  outTradeNo,
  transactionId,
  payerOpenid: 'o1',
  amount: fen(amount),
  at,
});
const back = (outRefundNo: string, amount: number, state: BillRefund['state'] = 'done'): BillRefund => ({
  kind: 'refund',
  merchantId: 'm1',
  outTradeNo: 'N1',
  transactionId: 'tN1',
  payerOpenid: 'o1',
  outRefundNo,
  refundId: `w${outRefundNo}`,
  amount: fen(amount),
  state,
  at,
});
const refund = (refundId: string, amount: number, isDone = true): OurRefund => ({
  refundId,
  orderId: 'N1',
  amount: fen(amount),
  isDone,
});

function books(
  orders: readonly OurOrder[],
  refunds: readonly OurRefund[] = [],
  more: Partial<Books> = {},
): Books {
  return {
    communityId: 'yunqi',
    merchantId: 'm1',
    day: day('2026-11-09'),
    orders: new Map(orders.map((one) => [one.orderId, one])),
    receivedThatDay: orders.map(({ orderId }) => orderId),
    bookedTransactions: new Set(orders.map(({ orderId }) => `t${orderId}`)),
    refunds: new Map(refunds.map((one) => [one.refundId, one])),
    refundsExpected: [],
    refundsSeenBefore: [],
    ...more,
  };
}

test('a day on which both agree has no difference', () => {
  expect(reconcile([paid('N1', 100), back('R1', 40)], books([order('N1', 100)], [refund('R1', 40)]))).toEqual(
    {
      matched: 2,
      differences: [],
      received: 100,
      refunded: 40,
    },
  );
});

test.each([
  ['unknownOrder', [paid('N9', 100)], books([])],
  ['paidThereOnly', [paid('N1', 100)], books([order('N1', 100)], [], { bookedTransactions: new Set() })],
  ['paidThereOnly', [paid('N1', 100), paid('N1', 100, 'second')], books([order('N1', 100)])],
  ['amountDiffers', [paid('N1', 90)], books([order('N1', 100)])],
  ['paidHereOnly', [], books([order('N1', 100)])],
  ['refundThereOnly', [back('R1', 40)], books([])],
  ['refundAmountDiffers', [back('R1', 40)], books([], [refund('R1', 50)])],
  ['refundStuck', [back('R1', 40, 'failed')], books([], [refund('R1', 40)])],
  ['refundHereOnly', [], books([], [refund('R1', 40)], { refundsExpected: ['R1'] })],
] as const)('%s', (cause, rows, ours) => {
  const { differences } = reconcile(rows, ours);
  expect(differences.map((one) => one.cause)).toEqual([cause]);
  expect(differences[0]).toMatchObject({ communityId: 'yunqi', merchantId: 'm1', day: '2026-11-09' });
});

test.each([
  ['it stood in the bill of the day before', { refundsExpected: ['R1'], refundsSeenBefore: ['R1'] }, true],
  ['it is not done here either', { refundsExpected: ['R1'] }, false],
] as const)('a refund that this bill lacks is no difference: %s', (_name, more, isDone) => {
  expect(reconcile([], books([], [refund('R1', 40, isDone)], more)).differences).toEqual([]);
});

test('every row agrees or is a difference, and the same difference is one case', () => {
  const row = fc.record({ no: fc.integer({ min: 1, max: 6 }), amount: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ no }) => no }), fc.array(row), (theirs, ours) => {
      const known = ours.map(({ no, amount }) => order(`N${no}`, amount));
      const rows = theirs.map(({ no, amount }) => paid(`N${no}`, amount));
      const { matched, differences, received } = reconcile(rows, books(known));
      const fromRows = differences.filter(({ cause }) => cause !== 'paidHereOnly');
      expect(matched + fromRows.length).toBe(rows.length);
      expect(received).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
      expect(reconcile(rows, books(known)).differences.map(caseId)).toEqual(differences.map(caseId));
    }),
    { seed: 20261123, numRuns: 200 },
  );
});

function open(cause: Case['cause']): Case {
  const difference = { communityId: 'yunqi', cause, day: day('2026-11-09'), orderId: 'N1' };
  return { ...openedCase(difference, at), version: 1 };
}

test('a case is taken on, resolved once, and only by what can be done about it', () => {
  const note = { note: '已在商户平台核实', at, by: 's1' };
  expect(takenOn(open('paidHereOnly'), 's1')).toMatchObject({ value: { ownerId: 's1' } });
  for (const cause of Object.keys(actionsFor) as Case['cause'][])
    for (const action of ['credit', 'refund', 'explain'] as const) {
      const outcome = resolved(open(cause), { action, ...note });
      if (actionsFor[cause].includes(action)) expect(outcome).toMatchObject({ value: { state: 'resolved' } });
      else expect(outcome).toMatchObject({ refusal: { code: 'CASE_ACTION_NOT_POSSIBLE' } });
    }
  const done = { ...open('paidHereOnly'), state: 'resolved' } as const;
  expect(resolved(done, { action: 'explain', ...note })).toMatchObject({
    refusal: { code: 'CASE_ALREADY_RESOLVED' },
  });
  expect(takenOn(done, 's1')).toMatchObject({ refusal: { code: 'CASE_ALREADY_RESOLVED' } });
});
