import fc from 'fast-check';
import { addDays, startOfDay } from '../../../types/day';
import { fen, noFen } from '../../../types/money';
import { allocateRefund, creditSum } from '../charging';
import type { Voucher } from './order';
import { postPayment } from './posting';
import { decidedRefund, expiriesAgain, orderAfter, refundLines, withPursesBack } from './refunding';
import { account, now, open, ordered, today } from './testing/samples';

const seeded = { seed: 20261124, numRuns: 200 };
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

const voucher: Voucher = {
  ...{ _id: 'v1', version: 1, communityId: 'c1', homeId: 'h1', reason: '节能挑战赛' },
  ...{ amount: fen(300), expiresOn: today, grantedAt: now },
};
const before = account({
  openBills: [open('b1', [700, 300])],
  vouchers: [{ voucherId: 'v1', rest: fen(300), expiresOn: today }],
  prepaid: [{ partyId: 'wang', amount: fen(200) }],
});
const posted = postPayment(ordered(before), before, { at: now, transactionId: 't1' });

function takenBack(wishes: readonly { billId: string; line: number; amount: ReturnType<typeof fen> }[]) {
  const allocated = allocateRefund(posted.order.credits ?? [], wishes);
  if (allocated.kind === 'refused') throw new Error(allocated.reason);
  return { lines: allocated.lines, fromPrepaid: noFen };
}

const decided = (taken: ReturnType<typeof takenBack>, order = posted.order, on = today) => {
  const about = { refundId: 'R1', vouchers: [voucher], today: on };
  const journalLines = refundLines(order, taken, about);
  return decidedRefund(order, { ...taken, journalLines }, { id: 'R1', reason: '多收', by: 'o-finance', now });
};

describe('money that finance gives back', () => {
  test('whatever of it: the journal balances, and what is left and what went back are what was paid', () => {
    const part = fc.record({ one: fc.integer({ min: 1, max: 700 }), two: fc.integer({ min: 1, max: 300 }) });
    fc.assert(
      fc.property(part, ({ one, two }) => {
        const taken = takenBack([
          { billId: 'b1', line: 1, amount: fen(one) },
          { billId: 'b1', line: 2, amount: fen(two) },
        ]);
        const { refund, journals } = decided(taken);
        expect(sum(journals.flatMap(({ lines }) => lines.map(({ amount }) => amount)))).toBe(0);
        const left = orderAfter(posted.order, taken, 'R1');
        expect(sum((left.credits ?? []).map(creditSum))).toBe(1000 - one - two);
        expect(refund.amount).toBe(sum(taken.lines.map(({ money }) => money)));
        const back = withPursesBack(
          posted.account,
          { order: posted.order, lines: taken.lines, vouchers: [voucher] },
          today,
        );
        const purses =
          sum(back.prepaid.map(({ amount }) => amount)) + sum(back.vouchers.map(({ rest }) => rest));
        expect(refund.amount + purses).toBe(one + two);
      }),
      seeded,
    );
  });

  test('a voucher that has expired is not given back; its journal says so', () => {
    const taken = takenBack([{ billId: 'b1', line: 1, amount: fen(700) }]);
    const tomorrow = addDays(today, 1);
    const purses = { order: posted.order, lines: taken.lines, vouchers: [voucher] };
    expect(withPursesBack(posted.account, purses, tomorrow).vouchers).toEqual([]);
    const [journal] = decided(taken, posted.order, tomorrow).journals;
    const onVouchers = journal?.lines.filter((each) => each.account === 'vouchersOut') ?? [];
    expect(sum(onVouchers.map(({ amount }) => amount))).toBe(0);
    expect(journal?.lines.some((each) => each.account === 'voucherCost' && each.amount === -300)).toBe(true);
  });

  test('a voucher that comes back on its last day is looked after once more, as that day ends', () => {
    const { lines } = takenBack([{ billId: 'b1', line: 1, amount: fen(700) }]);
    const at = startOfDay(addDays(today, 1));
    expect(expiriesAgain(lines, [voucher], today)).toEqual([{ kind: 'voucherExpiry', key: 'v1', at }]);
    expect(expiriesAgain(lines, [{ ...voucher, expiresOn: addDays(today, 1) }], today)).toEqual([]);
    expect(expiriesAgain(lines, [{ ...voucher, _id: 'v2' }], today)).toEqual([]);
  });

  test('through WeChat it waits for WeChat; of the counter it is paid by the bank at once', () => {
    const taken = takenBack([{ billId: 'b1', line: 2, amount: fen(300) }]);
    expect(decided(taken).refund).toMatchObject({ state: 'creating', amount: 300 });
    expect(decided(taken).journals.map(({ kind }) => kind)).toEqual(['refund']);
    const { ask: _none, ...atCounter } = posted.order;
    const cash = decided(taken, { ...atCounter, channel: 'cash' });
    expect(cash.refund).toMatchObject({ state: 'done', doneAt: now });
    expect(cash.journals.map(({ kind }) => kind)).toEqual(['refund', 'refundPaid']);
    expect(cash.journals[1]?.lines).toContainEqual(
      expect.objectContaining({ account: 'bank', amount: -300 }),
    );
  });
});
