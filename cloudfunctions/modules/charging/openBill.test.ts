import { day } from '../../../types/day';
import { fen, noFen, sumFen } from '../../../types/money';
import { type Bill, makeBill } from './bill';
import { billAsItStands } from './billAsItStands';
import { openBillOf } from './openBill';
import { feeOfJanuary } from './testing/samples';

function published(): Bill {
  const made = makeBill(feeOfJanuary);
  if (made.kind !== 'made') throw new Error(made.kind);
  return { ...made.bill, version: 1, state: 'published' };
}

describe('a bill in its home account', () => {
  const bill = published();
  const account = (...openBills: ReturnType<typeof openBillOf>[]) => ({ openBills });

  test('owes its lines, net, and less what was paid of them', () => {
    const fresh = openBillOf(bill);
    expect(sumFen(fresh.owed.map(({ owed }) => owed))).toBe(bill.amount);
    const byLine = new Map([[1, fen(100)]]);
    const credits = [{ on: day('2026-01-09'), amount: fen(100) }];
    const paid = openBillOf(bill, { credits, lateFeePaid: fen(3), byLine });
    expect(sumFen(paid.owed.map(({ owed }) => owed))).toBe(bill.amount - 100);
    expect(paid.lateFeePaid).toBe(3);
  });

  test('stands as the account says: published, partly paid, questioned, paid', () => {
    const open = openBillOf(bill);
    const credits = [{ on: day('2026-01-09'), amount: fen(100) }];
    expect(billAsItStands(bill, account(open))).toEqual({ state: 'published', credited: noFen });
    expect(billAsItStands(bill, account({ ...open, credits }))).toEqual({
      state: 'partlyPaid',
      credited: 100,
    });
    expect(billAsItStands(bill, account({ ...open, isQuestioned: true })).state).toBe('questioned');
    expect(billAsItStands(bill, account())).toEqual({ state: 'paid', credited: bill.amount });
  });

  test.each(['draft', 'void', 'reissued'] as const)('%s is its own word', (state) => {
    expect(billAsItStands({ ...bill, state }, undefined)).toEqual({ state, credited: noFen });
  });
});
