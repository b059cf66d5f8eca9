import fc from 'fast-check';
import { day } from '../../../types/day';
import { addFen, fen, noFen, sumFen } from '../../../types/money';
import { choosePayment, outstanding, owedOn, payableBills } from './choosePayment';
import { spreadMoney, toTakeFrom, usedBeside } from './spreadMoney';
import { anyHome, home, open, terms, today, voucher, wang } from './testing/openHome';

const seeded = { seed: 20260109, numRuns: 300 };
const wangs = (amount: number) => ({ partyId: 'wang', amount: fen(amount) });

describe('whatever a home owes', () => {
  test('money at the counter is spread to the last fen, the rest is prepaid; no bill is closed that leaves a late fee', () => {
    fc.assert(
      fc.property(anyHome, fc.nat(3_000_000), (account, amount) => {
        const open = payableBills(account, wang);
        const { bills: paid, toPrepaid, inPart, stillOwed } = spreadMoney(account, wangs(amount), today);
        expect(sumFen([...paid.map(({ money }) => money), toPrepaid])).toBe(amount);
        for (const { billId, principal, lateFee, vouchers, prepaid, money } of paid) {
          const bill = open.find((one) => one.billId === billId);
          if (!bill) throw new Error('not open');
          const used = sumFen(vouchers.map((voucher) => voucher.amount));
          expect(sumFen([used, prepaid, money])).toBe(addFen(principal, lateFee));
          expect(used).toBeLessThanOrEqual(principal);
          expect(principal).toBeLessThanOrEqual(outstanding(bill));
          if (principal > 0) expect(addFen(outstanding(bill), lateFee)).toBe(owedOn(bill, today));
        }
        const all = sumFen(open.map((bill) => owedOn(bill, today)));
        const settled = sumFen(paid.map(({ principal, lateFee }) => addFen(principal, lateFee)));
        expect(addFen(settled, stillOwed)).toBe(all);
        if (toPrepaid > 0) expect(stillOwed).toBe(0);
        const whole = paid.filter(({ billId }) => !inPart.includes(billId)).map(({ billId }) => billId);
        expect(
          open.filter(({ billId }) => whole.includes(billId)).map((bill) => owedOn(bill, today)),
        ).toEqual(
          paid
            .filter(({ billId }) => whole.includes(billId))
            .map((bill) => addFen(bill.principal, bill.lateFee)),
        );
        return undefined;
      }),
      seeded,
    );
  });

  test('at the counter vouchers and prepayment pay as in the app: exactly that much money pays all', () => {
    fc.assert(
      fc.property(anyHome, fc.nat(500_000), (account, more) => {
        const choosing = choosePayment(account, { payer: { ...wang, openid: '' }, today });
        const choice = choosing.kind === 'chosen' ? choosing.choice : { bills: [], amount: noFen };
        const spread = spreadMoney(account, wangs(choice.amount + more), today);
        expect(spread).toEqual({ bills: choice.bills, toPrepaid: more, inPart: [], stillOwed: 0 });
        expect(toTakeFrom(account, 'wang', today)).toBe(choice.amount);
        if (choice.amount > 0)
          expect(spreadMoney(account, wangs(choice.amount - 1), today).stillOwed).toBeGreaterThan(0);
        return undefined;
      }),
      seeded,
    );
  });
});

test('money at the counter pays the late fee first, so that no paid bill leaves one behind (民法典 561)', () => {
  const late = home([open('b1', 100_000, { dueOn: day('2026-06-05'), lateFee: terms })]);
  const { bills: paid, toPrepaid, inPart, stillOwed } = spreadMoney(late, wangs(100_000), today);
  expect(paid).toMatchObject([{ billId: 'b1', lateFee: 500, principal: 99_500, money: 100_000 }]);
  expect(inPart).toEqual(['b1']);
  expect([toPrepaid, stillOwed]).toEqual([0, 500]);
});

describe('a voucher at the counter', () => {
  const late = open('b1', 100_000, { dueOn: day('2026-06-05'), lateFee: terms });
  const held = { vouchers: [voucher('v', 200_000, '2026-12-31')] };

  test.each([
    ['waits while the late fee is not paid in full', 499, { lateFee: 499, principal: 0, vouchers: [] }],
    [
      'closes the bill with the money for its late fee',
      500,
      { lateFee: 500, principal: 100_000, money: 500 },
    ],
  ])('%s', (_name, amount, part) => {
    expect(spreadMoney(home([late], held), wangs(amount), today).bills).toMatchObject([part]);
  });

  test('leaves only the late fee of its bill to be taken', () => {
    expect(toTakeFrom(home([late], held), 'wang', today)).toBe(500);
  });

  test('goes on the next fee without late fee, also where no money is taken', () => {
    const next = open('b2', 3_000);
    const { bills, stillOwed } = spreadMoney(home([late, next], held), wangs(0), today);
    expect(bills).toMatchObject([{ billId: 'b2', principal: 3_000, money: 0 }]);
    expect(usedBeside(bills)).toEqual({ vouchers: 3_000, prepaid: 0 });
    expect(stillOwed).toBe(100_500);
  });
});
