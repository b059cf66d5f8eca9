import { day, type Instant } from '../../../types/day';
import { fen, noFen } from '../../../types/money';
import { limits } from '../../kernel/limits';
import { asOf, creditedBy, freedOf, heldBy, stillAsFrozen, withPrepaid } from './account';
import { account, now, open, ordered, today } from './testing/samples';

const voucher = { voucherId: 'v1', rest: fen(300), expiresOn: day('2026-12-31') };
const full = account({
  openBills: [open('b1', [700, 300])],
  vouchers: [voucher],
  prepaid: [{ partyId: 'wang', amount: fen(200) }],
});

describe('a live order in its home account', () => {
  test('reserves its vouchers and makes room without a trace', () => {
    const order = ordered(full);
    const held = heldBy(full, order);
    expect(held.liveOrder).toMatchObject({ orderId: 'order1', payerOpenid: 'o-wang' });
    expect(held.vouchers).toEqual([{ ...voucher, reservedBy: 'order1' }]);
    expect(freedOf(held, 'order1')).toEqual(full);
    expect(freedOf(held, 'another')).toEqual(held);
  });

  test('past its time it holds nothing any more', () => {
    const held = heldBy(full, ordered(full));
    const end = (now + limits.orderLife) as Instant;
    expect(asOf(held, (end - 1) as Instant)).toBe(held);
    expect(asOf(held, end)).toEqual(full);
  });
});

describe('may money that came be credited', () => {
  const order = ordered(full);

  test('where all is as it was frozen, whoever merely reserves it', () => {
    expect(stillAsFrozen(full, order, today)).toBe(true);
    expect(stillAsFrozen(heldBy(full, ordered(full, { id: 'later' })), order, today)).toBe(true);
    const asked = { ...full, openBills: [open('b1', [700, 300], { isQuestioned: true })] };
    expect(stillAsFrozen(asked, order, today)).toBe(true);
  });

  test.each([
    ['the bill is gone', { openBills: [] }],
    ['it owes less', { openBills: [open('b1', [700, 200])] }],
    ['it owes more', { openBills: [open('b1', [700, 301])] }],
    ['somebody else owes it', { openBills: [open('b1', [700, 300], { liablePartyId: 'zhao' })] }],
    ['the voucher is used', { vouchers: [{ ...voucher, rest: fen(299) }] }],
    ['the voucher is gone', { vouchers: [] }],
    ['the prepayment is used', { prepaid: [{ partyId: 'wang', amount: fen(199) }] }],
  ])('not where %s', (_name, part) => {
    expect(stillAsFrozen({ ...full, ...part }, order, today)).toBe(false);
  });

  test.each([
    [700, true],
    [701, false],
  ])('prepaying 300 of at most 1000 over a balance of %i: %s', (amount, isCredited) => {
    const advance = { choice: { bills: [], amount: noFen }, toPrepaid: fen(300), prepaidMost: fen(1000) };
    const before = { ...full, prepaid: [{ partyId: 'wang', amount: fen(amount) }] };
    expect(stillAsFrozen(before, { ...advance, partyId: 'wang' }, today)).toBe(isCredited);
    expect(stillAsFrozen(before, { ...advance, partyId: 'zhao' }, today)).toBe(true);
  });

  test('not where its late fee was paid meanwhile', () => {
    const lateFee = { perMillionPerDay: 500, graceDays: 0, capPermille: 1000 };
    const late = account({ openBills: [open('b1', [100_000], { dueOn: day('2026-10-31'), lateFee })] });
    const frozen = ordered(late);
    expect(frozen.choice.bills[0]?.lateFee).toBe(500);
    expect(stillAsFrozen(late, frozen, today)).toBe(true);
    const [bill] = late.openBills;
    const paid = { ...late, openBills: bill ? [{ ...bill, lateFeePaid: fen(500) }] : [] };
    expect(stillAsFrozen(paid, frozen, today)).toBe(false);
  });
});

describe('crediting', () => {
  test('closes the bill, uses vouchers first, then prepayment, then money, line by line', () => {
    const order = ordered(full);
    expect(order.amount).toBe(500);
    const { account: after, credits } = creditedBy(heldBy(full, order), order, today);
    expect(after).toMatchObject({ openBills: [], vouchers: [], prepaid: [] });
    expect(after.liveOrder).toBeUndefined();
    expect(credits).toEqual([
      { billId: 'b1', line: 1, vouchers: [{ voucherId: 'v1', amount: 300 }], prepaid: 200, money: 200 },
      { billId: 'b1', line: 2, vouchers: [], prepaid: 0, money: 300 },
    ]);
  });

  test('a part leaves the rest open, with what was paid and when', () => {
    const order = ordered(full, {
      choice: {
        bills: [
          {
            billId: 'b1',
            liablePartyId: 'wang',
            principal: fen(800),
            lateFee: noFen,
            vouchers: [],
            prepaid: noFen,
            money: fen(800),
          },
        ],
        amount: fen(800),
      },
    });
    const { account: after } = creditedBy(full, order, today);
    expect(after.openBills).toMatchObject([
      {
        credits: [{ on: today, amount: 800 }],
        owed: [
          { no: 1, owed: 0 },
          { no: 2, owed: 200 },
        ],
      },
    ]);
    expect(after.vouchers).toEqual([voucher]);
  });

  test('what is paid in advance becomes prepayment of the party it was paid for', () => {
    const order = ordered(full, { toPrepaid: fen(900), choice: { bills: [], amount: noFen } });
    expect(creditedBy(full, order, today).account.prepaid).toEqual([{ partyId: 'wang', amount: 1100 }]);
  });

  test('never what is not there', () => {
    const order = ordered(full);
    expect(() => creditedBy({ ...full, openBills: [] }, order, today)).toThrow('b1 is not open');
    expect(() => creditedBy({ ...full, prepaid: [] }, order, today)).toThrow('prepaid less');
    expect(() => withPrepaid(full, 'wang', fen(-201))).toThrow('prepaid less');
  });
});
