import fc from 'fast-check';
import { day, type Instant } from '../../../types/day';
import { type Fen, fen, noFen } from '../../../types/money';
import { creditSum, type HomeAccount } from '../charging';
import type { Journal } from '../ledger';
import { moneyGoesBack, postPayment } from './posting';
import { account, chosen, now, open, ordered, today } from './testing/samples';

const seeded = { seed: 20261123, numRuns: 300 };
const transactionId = '4200001234';
const paid = { at: now, transactionId };

const amount = fc.integer({ min: 0, max: 50_000 });
const line = fc.integer({ min: 1, max: 50_000 });
const bill = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  party: fc.constantFrom('wang', 'li'),
  purpose: fc.constantFrom('propertyFee' as const, 'electricity' as const),
  isLate: fc.boolean(),
});

const home: fc.Arbitrary<HomeAccount> = fc
  .record({
    bills: fc.array(bill, { minLength: 1, maxLength: 6 }),
    vouchers: fc.array(amount, { maxLength: 3 }),
    wang: amount,
    li: amount,
  })
  .map(({ bills, vouchers, wang, li }) =>
    account({
      openBills: bills.map(({ lines, party, purpose, isLate }, index) =>
        open(`b${index}`, lines, {
          liablePartyId: party,
          purpose,
          ...(isLate
            ? { dueOn: day('2026-09-30'), lateFee: { perMillionPerDay: 500, graceDays: 5, capPermille: 300 } }
            : {}),
        }),
      ),
      vouchers: vouchers
        .filter((rest) => rest > 0)
        .map((rest, index) => ({ voucherId: `v${index}`, rest: fen(rest), expiresOn: today })),
      prepaid: [
        { partyId: 'wang', amount: fen(wang) },
        { partyId: 'li', amount: fen(li) },
      ].filter((each) => each.amount > 0),
    }),
  );

const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
const onAccount = ({ lines }: Omit<Journal, 'version'>, name: string) =>
  sum(lines.filter((each) => each.account === name).map((each) => each.amount));

describe('posting a payment', () => {
  test('whatever is owed and held: it balances, every fen is somewhere, and the account says the same', () => {
    fc.assert(
      fc.property(home, (before) => {
        const order = ordered(before, { choice: chosen(before, ['wang', 'li']) });
        const { order: after, account: left, journal } = postPayment(order, before, paid);
        const { bills } = order.choice;
        expect(sum(journal.lines.map((each) => each.amount))).toBe(0);
        expect(onAccount(journal, 'wechatPay')).toBe(order.amount);
        expect(0 - onAccount(journal, 'receivable')).toBe(sum(bills.map(({ principal }) => principal)));
        expect(0 - onAccount(journal, 'lateFee')).toBe(sum(bills.map(({ lateFee }) => lateFee)));
        expect(sum((after.credits ?? []).map(creditSum))).toBe(
          sum(bills.map(({ principal, lateFee }) => principal + lateFee)),
        );
        const held = (of: HomeAccount) => sum(of.prepaid.map((each) => each.amount));
        expect(onAccount(journal, 'prepaid')).toBe(held(before) - held(left));
        const worth = (of: HomeAccount) => sum(of.vouchers.map(({ rest }) => rest));
        expect(onAccount(journal, 'vouchersOut')).toBe(worth(before) - worth(left));
        expect(left.openBills).toEqual([]);
      }),
      seeded,
    );
  });

  test('counts for the day the channel took it, under an id that cannot be there twice', () => {
    const before = account({ openBills: [open('b1', [100])] });
    const night = Date.parse('2026-11-30T23:59:59+08:00') as Instant;
    const { order, journal } = postPayment(ordered(before), before, { at: night, transactionId });
    expect(journal).toMatchObject({ _id: 'payment·order1', day: '2026-11-30', at: night });
    expect(order).toMatchObject({ state: 'paid', paidAt: night, transactionId });
  });

  test('without money nothing is booked on WeChat Pay', () => {
    const vouchers = [{ voucherId: 'v', rest: fen(100), expiresOn: today }];
    const before = account({ openBills: [open('b1', [100])], vouchers });
    const order = ordered(before);
    expect(order).toMatchObject({ channel: 'prepaid', amount: 0 });
    expect(order.ask).toBeUndefined();
    const { journal } = postPayment(order, before, { at: now });
    expect(journal.lines.map((each) => each.account).sort()).toEqual(['receivable', 'vouchersOut']);
  });

  test('cash lies in the hands of who took it', () => {
    const before = account({ openBills: [open('b1', [100])] });
    const takenBy = { staffId: 's1', openid: 'o-s1', name: '李敏' };
    const { journal } = postPayment({ ...ordered(before), channel: 'cash', takenBy }, before, { at: now });
    expect(journal.lines).toContainEqual(expect.objectContaining({ account: 'cashInHand', holder: 's1' }));
  });
});

test('money that cannot be credited is kept apart and owed to its payer, in full', () => {
  const order = ordered(account({ openBills: [open('b1', [100])] }));
  const back = moneyGoesBack(order, paid, { id: 'B1', cause: 'late', now });
  expect(back.refund).toMatchObject({
    amount: 100,
    total: 100,
    state: 'creating',
    payerOpenid: 'o-wang',
    lines: [],
  });
  const total = (name: string) => sum(back.journals.map((journal) => onAccount(journal, name)));
  expect([total('wechatPay'), total('unclaimed'), total('refundsDue')]).toEqual([100, noFen as Fen, -100]);
});
