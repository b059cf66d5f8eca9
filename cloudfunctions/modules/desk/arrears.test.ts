import { addDays, day, month } from '../../../types/day';
import { fen } from '../../../types/money';
import { period } from '../../../types/period';
import type { HomeAccount, OpenBill } from '../charging';
import { ageOf, noArrears, withAccounts } from './arrears';

const today = day('2026-11-10');

test.each([
  [0, 'notDue'],
  [1, 'to30'],
  [30, 'to30'],
  [31, 'to90'],
  [90, 'to90'],
  [91, 'to365'],
  [365, 'to365'],
  [366, 'beyond'],
  [-5, 'notDue'],
] as const)('%i days overdue is %s', (days, age) => {
  expect(ageOf(addDays(today, -days), today)).toBe(age);
});

function account(...bills: readonly [dueOn: string, amount: number, credited: number][]): HomeAccount {
  const openBills = bills.map(
    ([dueOn, amount, credited], index): OpenBill => ({
      billId: `a${index}·2026-10·1`,
      itemName: '物业费',
      purpose: 'propertyFee',
      period: period(month('2026-10'), 1),
      liablePartyId: 'r1',
      dueOn: day(dueOn),
      amount: fen(amount),
      credits: credited > 0 ? [{ on: today, amount: fen(credited) }] : [],
      owed: [{ no: 1, owed: fen(amount - credited) }],
      lateFeePaid: fen(0),
      isQuestioned: false,
    }),
  );
  return { _id: 'h1', version: 1, communityId: 'yunqi', openBills, prepaid: [], vouchers: [] };
}

test('what is left of open bills, by age; a home counts once in each', () => {
  const ages = withAccounts(
    noArrears,
    [
      account(['2026-11-30', 10_000, 0], ['2026-10-31', 5_000, 1_000], ['2026-10-25', 700, 0]),
      account(['2026-10-31', 300, 0]),
      account(),
    ],
    today,
  );
  expect(ages).toEqual({
    ...noArrears,
    notDue: { amount: 10_000, homes: 1 },
    to30: { amount: 5_000, homes: 2 },
  });
});
