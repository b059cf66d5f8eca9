import fc from 'fast-check';
import { day, type Instant } from '../../../types/day';
import { addFen, type Fen, fen, noFen, sumFen } from '../../../types/money';
import { againstLiveOrder, choosePayment, compareExpected, payableBills } from './choosePayment';
import type { HomeAccount, PaymentChoice } from './homeAccount';
import { afterRefund, allocateRefund, creditLines, creditSum } from './splitPayment';
import { anyHome, home, open, terms, today, voucher, wang } from './testing/openHome';

const seeded = { seed: 20260109, numRuns: 300 };

function chosen(
  account: HomeAccount,
  part: { billIds?: readonly string[]; payer?: typeof wang } = {},
): PaymentChoice {
  const choosing = choosePayment(account, { payer: wang, today, ...part });
  if (choosing.kind !== 'chosen') throw new Error(choosing.reason);
  return choosing.choice;
}

describe('what one tap pays', () => {
  test('all that is open for this person, the longest due first; nothing of a predecessor, nothing questioned', () => {
    const account = home([
      open('b3', 300),
      open('b1', 100, { dueOn: day('2026-05-25') }),
      open('old', 9999, { liablePartyId: 'zhao' }),
      open('asked', 500, { isQuestioned: true }),
      open('b2', 200, { credits: [{ on: day('2026-06-01'), amount: fen(50) }] }),
    ]);
    const choice = chosen(account);
    expect(choice.bills.map(({ billId, money }) => [billId, money])).toEqual([
      ['b1', 100],
      ['b2', 150],
      ['b3', 300],
    ]);
    expect(choice.amount).toBe(550);
  });

  test.each([['old'], ['asked'], ['unknown']])(
    'a bill that is not open for this person cannot be chosen: %s',
    (billId) => {
      const account = home([
        open('b1', 100),
        open('old', 9999, { liablePartyId: 'zhao' }),
        open('asked', 500, { isQuestioned: true }),
      ]);
      const wish = { payer: wang, today, billIds: ['b1', billId] };
      expect(choosePayment(account, wish)).toEqual({ kind: 'refused', reason: 'billNotOpen' });
      expect(choosePayment(home([]), { payer: wang, today })).toEqual({
        kind: 'refused',
        reason: 'nothingDue',
      });
      expect(chosen(account, { billIds: ['b1', 'b1'] }).amount).toBe(100);
    },
  );

  test('vouchers go on property fees only, the soonest to expire first, never an expired or reserved one', () => {
    const account = home([open('fee', 1000), open('power', 1000, { purpose: 'electricity' })], {
      vouchers: [
        voucher('late', 400, '2026-12-31'),
        voucher('today', 300, '2026-06-15'),
        voucher('gone', 500, '2026-06-14'),
        voucher('held', 500, '2026-06-16', 'o9'),
        voucher('big', 800, '2027-01-01'),
      ],
    });
    const choice = chosen(account);
    expect(choice.bills[0]?.vouchers).toEqual([
      { voucherId: 'today', amount: 300 },
      { voucherId: 'late', amount: 400 },
      { voucherId: 'big', amount: 300 },
    ]);
    expect(choice.bills[1]?.vouchers).toEqual([]);
    expect(choice.amount).toBe(1000);
  });

  test('what a party has prepaid pays for that party alone', () => {
    const account = home([open('b1', 1000), open('b2', 500, { liablePartyId: 'zhao' })], {
      prepaid: [
        { partyId: 'wang', amount: fen(400) },
        { partyId: 'zhao', amount: fen(9999) },
      ],
    });
    expect(chosen(account).amount).toBe(600);
    const both = { openid: 'x', partyIds: ['wang', 'zhao'] };
    expect(chosen(account, { payer: both }).amount).toBe(600);
  });

  test('late fee of the day is frozen in, and no voucher pays it', () => {
    const account = home([open('b1', 100_000, { dueOn: day('2026-06-05'), lateFee: terms })], {
      vouchers: [voucher('v', 200_000, '2026-12-31')],
    });
    expect(chosen(account)).toMatchObject({
      amount: 500,
      bills: [{ principal: 100_000, lateFee: 500, money: 500 }],
    });
  });

  test('W5: the amount somebody saw is compared, never used', () => {
    const choice = chosen(home([open('b1', 100)]));
    expect(compareExpected(choice, fen(100))).toEqual({ kind: 'same' });
    expect(compareExpected(choice, fen(1))).toEqual({ kind: 'amountChanged', amount: 100 });
  });
});

describe("a home's one live order", () => {
  const account = home([open('b1', 100), open('b2', 200)], {
    vouchers: [voucher('v', 50, '2026-12-31', 'o1')],
  });
  const liveOrder = { orderId: 'o1', payerOpenid: wang.openid, expiresAt: 1000 as Instant };
  const soon = 999 as Instant;

  test('the same payer and choice get the same order, voucher and all; another choice supersedes it', () => {
    const fresh = chosen({ ...account, vouchers: [voucher('v', 50, '2026-12-31')] });
    const live = { ...liveOrder, choice: fresh };
    const again = chosen({ ...account, liveOrder: live });
    expect(againstLiveOrder(live, wang, again, soon)).toEqual({ kind: 'same', orderId: 'o1' });
    const other = chosen({ ...account, liveOrder: live }, { billIds: ['b2'] });
    expect(againstLiveOrder(live, wang, other, soon)).toEqual({ kind: 'supersede', orderId: 'o1' });
    expect(againstLiveOrder(undefined, wang, other, soon)).toEqual({ kind: 'free' });
  });

  test('another payer is told until when, and never gets its voucher', () => {
    const live = { ...liveOrder, choice: chosen(account) };
    const li = { openid: 'openid-li', partyIds: ['wang'] };
    const choice = chosen({ ...account, liveOrder: live }, { payer: li });
    expect(choice.amount).toBe(300);
    const told = { kind: 'other', payerOpenid: wang.openid, until: 1000 };
    expect(againstLiveOrder(live, li, choice, soon)).toEqual(told);
    expect(againstLiveOrder(live, li, choice, 1000 as Instant)).toEqual({ kind: 'supersede', orderId: 'o1' });
  });
});

const couple = { openid: 'openid-wang', partyIds: ['wang', 'li'] };

describe('whatever a home owes', () => {
  test('nothing is negative, every sum is exact, nothing is used twice or above what there is', () => {
    fc.assert(
      fc.property(anyHome, (account) => {
        const choosing = choosePayment(account, { payer: couple, today });
        if (choosing.kind === 'refused') return expect(payableBills(account, couple)).toEqual([]);
        const { bills, amount } = choosing.choice;
        const used = new Map<string, Fen>();
        for (const bill of bills) {
          const vouchers = sumFen(bill.vouchers.map((one) => one.amount));
          for (const part of [bill.principal, bill.lateFee, vouchers, bill.prepaid, bill.money]) {
            expect(part).toBeGreaterThanOrEqual(0);
          }
          expect(sumFen([vouchers, bill.prepaid, bill.money])).toBe(addFen(bill.principal, bill.lateFee));
          expect(vouchers).toBeLessThanOrEqual(bill.principal);
          const purses = [
            ...bill.vouchers.map((one) => [one.voucherId, one.amount] as const),
            [bill.liablePartyId, bill.prepaid] as const,
          ];
          for (const [purse, taken] of purses) used.set(purse, addFen(used.get(purse) ?? noFen, taken));
        }
        for (const { voucherId, rest, expiresOn, reservedBy } of account.vouchers) {
          const free = reservedBy === undefined && expiresOn >= today;
          expect(used.get(voucherId) ?? 0).toBeLessThanOrEqual(free ? rest : 0);
        }
        for (const { partyId, amount: balance } of account.prepaid) {
          expect(used.get(partyId) ?? 0).toBeLessThanOrEqual(balance);
        }
        expect(sumFen(bills.map(({ money }) => money))).toBe(amount);
        return undefined;
      }),
      seeded,
    );
  });

  test('the order in which bills, vouchers and balances lie does not matter', () => {
    fc.assert(
      fc.property(anyHome, (account) => {
        const turned = {
          ...account,
          openBills: [...account.openBills].reverse(),
          vouchers: [...account.vouchers].reverse(),
          prepaid: [...account.prepaid].reverse(),
        };
        const wish = { payer: couple, today };
        expect(choosePayment(turned, wish)).toEqual(choosePayment(account, wish));
      }),
      seeded,
    );
  });

  test('its lines are credited exactly; refunds give back no more than that, vouchers never as money', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyHome, cuts, fc.integer({ min: 1, max: 100 }), (account, weights, percent) => {
        const choosing = choosePayment(account, { payer: couple, today });
        if (choosing.kind === 'refused') return;
        for (const bill of choosing.choice.bills) {
          const each = Math.floor(bill.principal / weights.length);
          const lines = weights.map((_, index) => ({
            no: index + 1,
            owed: fen(index === 0 ? bill.principal - each * (weights.length - 1) : each),
          }));
          const credits = creditLines(bill, [...lines].reverse());
          expect(sumFen(credits.map(creditSum))).toBe(addFen(bill.principal, bill.lateFee));
          expect(sumFen(credits.map(({ money }) => money))).toBe(bill.money);
          for (const credit of credits) {
            if (credit.line === 'lateFee') expect(credit.vouchers).toEqual([]);
            const amount = fen(Math.ceil((creditSum(credit) * percent) / 100));
            const refund = allocateRefund(credits, [{ billId: credit.billId, line: credit.line, amount }]);
            if (refund.kind !== 'refund') throw new Error(refund.reason);
            const [back] = refund.lines;
            if (!back) throw new Error('nothing back');
            expect(creditSum(back)).toBe(amount);
            expect(refund.money).toBeLessThanOrEqual(credit.money);
            expect(addFen(creditSum(afterRefund(credit, back)), amount)).toBe(creditSum(credit));
          }
        }
      }),
      seeded,
    );
  });
});

describe('refusals of splitting', () => {
  const [bill] = chosen(home([open('b1', 100)])).bills;
  if (!bill) throw new Error('no bill');
  const credits = creditLines(bill, [{ no: 1, owed: fen(100) }]);

  test('a bill is never paid more than its lines owe, nor other than exactly', () => {
    expect(() => creditLines(bill, [{ no: 1, owed: fen(99) }])).toThrow('more than its lines owe');
    expect(() => creditLines({ ...bill, money: fen(101) }, [{ no: 1, owed: fen(100) }])).toThrow(
      'not paid exactly',
    );
  });

  test.each([
    ['nothingNamed', []],
    ['namedTwice', [50, 50]],
    ['moreThanPaid', [101]],
    ['moreThanPaid', [0]],
    ['moreThanPaid', [-1]],
  ])('%s', (reason, list) => {
    const wishes = list.map((amount) => ({ billId: 'b1', line: 1, amount: fen(amount) }));
    expect(allocateRefund(credits, wishes)).toEqual({ kind: 'refused', reason });
  });

  test('a line that was not paid gives nothing back', () => {
    const wish = { billId: 'b2', line: 1, amount: fen(1) };
    expect(allocateRefund(credits, [wish])).toEqual({ kind: 'refused', reason: 'moreThanPaid' });
    const [credit] = credits;
    if (!credit) throw new Error('no credit');
    expect(() => afterRefund(credit, { ...credit, line: 2 })).toThrow('is not');
  });
});
