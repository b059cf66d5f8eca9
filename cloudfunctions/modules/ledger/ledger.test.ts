import fc from 'fast-check';
import { day, type Instant } from '../../../types/day';
import { type Fen, fen, noFen, sumFen } from '../../../types/money';
import { accounts } from './account';
import {
  balance,
  type Journal,
  type JournalKind,
  type JournalLine,
  journalId,
  posting,
  totalOf,
  trialBalance,
} from './journal';
import * as ledger from './linesFor';

const seeded = { seed: 20260108, numRuns: 200 };
let count = 0;

function post(kind: JournalKind, lines: readonly JournalLine[]): Journal {
  count += 1;
  const at = 1_767_200_000_000 as Instant;
  const id = String(count);
  const draft = { communityId: 'c1', kind, at, day: day('2026-01-01'), source: `bills/${id}`, lines };
  return { version: 1, ...posting({ _id: journalId(kind, id), ...draft }) };
}

const bill = {
  homeId: 'h1',
  billId: 'b1',
  partyId: 'wang',
  purpose: 'propertyFee',
  lines: [
    { no: 1, amount: fen(17101) },
    { no: 2, against: 1, amount: fen(-101) },
    { no: 3, amount: fen(500) },
  ],
} as const;
const wechat = { channel: 'wechat', orderId: 'o1' } as const;
const about = { homeId: 'h1', partyId: 'wang', orderId: 'o1' };

const amounts = fc.integer({ min: 1, max: 10_000_000 }).map((amount) => fen(amount));
const credit = fc.record({
  billId: fc.constantFrom('b1', 'b2'),
  line: fc.constantFrom(1, 3, 'lateFee' as const),
  amount: amounts,
});
const credits = fc.array(credit, { minLength: 1, maxLength: 5 });

/** Every kind of posting there is, with any amounts. */
const anyLines: fc.Arbitrary<readonly JournalLine[]> = fc.oneof(
  fc.constant(ledger.linesForBill(bill)),
  fc
    .tuple(
      fc.constantFrom('wechat' as const, 'cash' as const, 'card' as const, 'transfer' as const),
      credits,
      amounts,
    )
    .map(([channel, lines, toPrepaid]) =>
      ledger.linesForPayment({
        ...about,
        place: { channel, orderId: 'o1', holder: 'li' },
        credits: lines,
        toPrepaid,
      }),
    ),
  amounts.map((toPrepaid) => ledger.linesForPayment({ ...about, place: wechat, credits: [], toPrepaid })),
  credits.map((lines) => ledger.linesForPrepaidUse({ ...about, credits: lines })),
  credits.map((lines) => ledger.linesForPrepaidReturn({ ...about, credits: lines })),
  amounts.map((amount) => ledger.linesForVoucherGrant({ homeId: 'h1', voucherId: 'v1', amount })),
  amounts.map((amount) => ledger.linesForOpeningVoucher({ homeId: 'h1', voucherId: 'v1', amount })),
  amounts.map((amount) => ledger.linesForVoucherExpiry({ homeId: 'h1', voucherId: 'v1', amount })),
  credits.map((lines) => ledger.linesForVoucherUse({ ...about, voucherId: 'v1', credits: lines })),
  fc
    .tuple(credits, fc.constantFrom('valid' as const, 'expired' as const))
    .map(([lines, standing]) =>
      ledger.linesForVoucherReturn({ ...about, voucherId: 'v1', credits: lines }, standing),
    ),
  fc
    .tuple(credits, amounts)
    .map(([lines, fromPrepaid]) =>
      ledger.linesForRefund({ ...about, refundId: 'r1', credits: lines, fromPrepaid }),
    ),
  amounts.map((amount) => ledger.linesForRefundPaid({ homeId: 'h1', refundId: 'r1', place: wechat, amount })),
  amounts.map((amount) => ledger.linesForUnclaimed('h1', wechat, amount)),
  amounts.map((amount) => ledger.linesForUnclaimedRefund('h1', { orderId: 'o1', refundId: 'r1' }, amount)),
  fc
    .tuple(amounts, amounts)
    .map(([onBooks, counted]) => ledger.linesForHandOver({ holder: 'li', onBooks, counted })),
  fc
    .tuple(amounts, amounts)
    .map(([amount, prepaid]) =>
      ledger.linesForOpening({ ...about, arrears: [{ billId: 'b1', line: 1, amount }], prepaid }),
    ),
);

describe('postings', () => {
  test.each([
    ['out of balance', [fen(100), fen(-99)]],
    ['a line of nothing', [fen(0), fen(0)]],
    ['has 1 lines', [fen(100)]],
    ['has 0 lines', []],
    ['no amount in fen', [0.5 as Fen, -0.5 as Fen]],
  ])('are refused: %s', (words, lines) => {
    const made = lines.map((amount) => ({ account: 'bank' as const, amount }));
    expect(() => post('payment', made)).toThrow(words);
  });

  test('whatever is posted, and however much of it, the trial balance is zero', () => {
    fc.assert(
      fc.property(fc.array(anyLines, { maxLength: 40 }), (all) => {
        const journals = all.map((lines) => post('payment', lines));
        expect(sumFen(trialBalance(journals).values())).toBe(0);
      }),
      seeded,
    );
  });

  test('every total is the sum of the lines it opens to, and all accounts together open to every line', () => {
    fc.assert(
      fc.property(fc.array(anyLines, { maxLength: 20 }), (all) => {
        const journals = all.map((lines) => post('payment', lines));
        let opened = 0;
        for (const account of Object.keys(accounts) as (keyof typeof accounts)[]) {
          const total = totalOf(journals, { account });
          expect(total.amount).toBe(trialBalance(journals).get(account) ?? noFen);
          expect(balance(total.lines.map(({ line }) => line))).toBe(total.amount);
          opened += total.lines.length;
        }
        expect(opened).toBe(all.flat().length);
      }),
      seeded,
    );
  });
});

describe('a bill and its money', () => {
  const published = post('bill', ledger.linesForBill(bill));

  test('what is owed is by line, reductions taken in; what is earned is by printed line', () => {
    expect(totalOf([published], { account: 'receivable', billId: 'b1', lineNo: 1 }).amount).toBe(17000);
    expect(totalOf([published], { account: 'propertyFee', lineNo: 2 }).amount).toBe(101);
    expect(totalOf([published], { account: 'propertyFee' }).amount).toBe(-17500);
  });

  test('voucher, prepayment and money close it together; a late fee is earned apart', () => {
    const owner = { ...about, credits: [{ billId: 'b1', line: 1, amount: fen(2000) }] };
    const paid = post('payment', [
      ...ledger.linesForVoucherUse({ ...owner, voucherId: 'v1' }),
      ...ledger.linesForPrepaidUse({ ...owner, credits: [{ billId: 'b1', line: 1, amount: fen(5000) }] }),
      ...ledger.linesForPayment({
        ...owner,
        place: wechat,
        credits: [
          { billId: 'b1', line: 1, amount: fen(10_000) },
          { billId: 'b1', line: 3, amount: fen(500) },
          { billId: 'b1', line: 'lateFee', amount: fen(33) },
        ],
        toPrepaid: noFen,
      }),
    ]);
    const balances = trialBalance([published, paid]);
    expect(Object.fromEntries(balances)).toEqual({
      receivable: 0,
      propertyFee: -17500,
      vouchersOut: 2000,
      prepaid: 5000,
      wechatPay: 10_533,
      lateFee: -33,
    });
  });

  test('a refund is owed until the channel confirms it', () => {
    const credits = [{ billId: 'b1', line: 3, amount: fen(500) }];
    const decided = post(
      'refund',
      ledger.linesForRefund({ ...about, refundId: 'r1', credits, fromPrepaid: noFen }),
    );
    expect(totalOf([decided], { account: 'refundsDue', refundId: 'r1' }).amount).toBe(-500);
    expect(totalOf([decided], { account: 'receivable', billId: 'b1', lineNo: 3 }).amount).toBe(500);
    const amount = fen(500);
    const back = post(
      'refundPaid',
      ledger.linesForRefundPaid({ homeId: 'h1', refundId: 'r1', place: wechat, amount }),
    );
    expect(totalOf([decided, back], { account: 'refundsDue' }).amount).toBe(0);
  });

  test('an expired voucher is not given back', () => {
    const use = { ...about, voucherId: 'v1', credits: [{ billId: 'b1', line: 1, amount: fen(2000) }] };
    const lines = ledger.linesForVoucherReturn(use, 'expired');
    expect(totalOf([post('refund', lines)], { account: 'vouchersOut' }).amount).toBe(0);
    expect(totalOf([post('refund', lines)], { account: 'receivable' }).amount).toBe(2000);
  });

  test('cash is always in somebody’s hands, and a hand-over empties them to the fen', () => {
    const cash = { channel: 'cash', orderId: 'o2' } as const;
    const money = { ...about, credits: [], toPrepaid: fen(1000) };
    expect(() => ledger.linesForPayment({ ...money, place: cash })).toThrow('nobody');
    const taken = post('payment', ledger.linesForPayment({ ...money, place: { ...cash, holder: 'li' } }));
    const given = { holder: 'li', onBooks: fen(1000), counted: fen(990) };
    const handedOver = post('handOver', ledger.linesForHandOver(given));
    expect(totalOf([taken], { account: 'cashInHand', holder: 'li' }).amount).toBe(1000);
    expect(totalOf([taken, handedOver], { account: 'cashInHand', holder: 'li' }).amount).toBe(0);
    expect(totalOf([taken, handedOver], { account: 'cashDifference' }).amount).toBe(10);
  });
});
