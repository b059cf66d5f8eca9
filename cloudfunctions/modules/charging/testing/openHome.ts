import fc from 'fast-check';
import { addDays, addMonths, day, month } from '../../../../types/day';
import { fen, noFen } from '../../../../types/money';
import { period } from '../../../../types/period';
import type { HomeAccount, OpenBill } from '../homeAccount';

/** What tests of paying pay: bills, vouchers and homes by hand, and any home at all. */

export const today = day('2026-06-15');
export const wang = { openid: 'openid-wang', partyIds: ['wang'] };
export const terms = { perMillionPerDay: 500, graceDays: 0, capPermille: 1000 };

export function open(billId: string, amount: number, part: Partial<OpenBill> = {}): OpenBill {
  return {
    billId,
    itemName: '物业费',
    purpose: 'propertyFee',
    period: period(month('2026-06'), 1),
    liablePartyId: 'wang',
    dueOn: day('2026-06-25'),
    amount: fen(amount),
    credits: [],
    owed: [{ no: 1, owed: fen(amount) }],
    lateFeePaid: noFen,
    isQuestioned: false,
    ...part,
  };
}

export function home(openBills: readonly OpenBill[], part: Partial<HomeAccount> = {}): HomeAccount {
  return { _id: 'h1', version: 1, communityId: 'c1', openBills, prepaid: [], vouchers: [], ...part };
}

export const voucher = (voucherId: string, rest: number, expiresOn: string, reservedBy?: string) => ({
  voucherId,
  rest: fen(rest),
  expiresOn: day(expiresOn),
  ...(reservedBy ? { reservedBy } : {}),
});

const anyBill = fc.record({
  billId: fc.integer({ min: 1, max: 99 }).map((n) => `b${n}`),
  amount: fc.integer({ min: 0, max: 1_000_000 }),
  paid: fc.integer({ min: 0, max: 500_000 }),
  purpose: fc.constantFrom('propertyFee' as const, 'water' as const),
  party: fc.constantFrom('wang', 'li', 'zhao'),
  due: fc.integer({ min: -400, max: 60 }),
  late: fc.boolean(),
});
export const anyHome = fc
  .record({
    bills: fc.uniqueArray(anyBill, { selector: ({ billId }) => billId, maxLength: 8 }),
    vouchers: fc.array(
      fc.record({ rest: fc.nat(300_000), days: fc.integer({ min: -5, max: 50 }), held: fc.boolean() }),
      {
        maxLength: 4,
      },
    ),
    prepaid: fc.tuple(fc.nat(600_000), fc.nat(600_000)),
  })
  .map(({ bills, vouchers, prepaid }) =>
    home(
      bills.map((bill) =>
        open(bill.billId, bill.amount, {
          purpose: bill.purpose,
          liablePartyId: bill.party,
          dueOn: addDays(today, bill.due),
          period: period(addMonths(month('2026-06'), -(bill.amount % 5)), 1),
          credits: bill.paid > 0 ? [{ on: addDays(today, -3), amount: fen(bill.paid) }] : [],
          ...(bill.late ? { lateFee: terms } : {}),
        }),
      ),
      {
        vouchers: vouchers.map(({ rest, days, held }, index) =>
          voucher(`v${index}`, rest, addDays(today, days), held ? 'o9' : undefined),
        ),
        prepaid: [
          { partyId: 'wang', amount: fen(prepaid[0]) },
          { partyId: 'li', amount: fen(prepaid[1]) },
        ],
      },
    ),
  );
