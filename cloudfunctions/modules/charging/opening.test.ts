import { day, type Instant, month } from '../../../types/day';
import { fen } from '../../../types/money';
import { period } from '../../../types/period';
import {
  accountWithOpening,
  type OpeningArrear,
  openingBalanceJournal,
  openingBill,
  openingBillJournal,
} from './opening';

const now = Date.parse('2026-11-10T09:00:00+08:00') as Instant;
const arrear: OpeningArrear = {
  homeId: 'h1',
  communityId: 'c1',
  chargeItemId: 'c1·wuye',
  itemName: '物业费',
  purpose: 'propertyFee',
  payeeId: 'p1',
  liablePartyId: 'wang',
  period: period(month('2026-01'), 3),
  amount: fen(51_417),
  dueOn: day('2026-03-31'),
};

describe('what the old books say', () => {
  test('is a published bill of one line, the same whenever it is brought in', () => {
    const bill = openingBill(arrear);
    expect(bill).toEqual(openingBill(arrear));
    expect(bill).toMatchObject({
      _id: 'opening·h1·c1·wuye·wang·2026-01·1',
      state: 'published',
      origin: 'opening',
      amount: 51_417,
      range: { from: '2026-01-01', to: '2026-03-31' },
      lines: [{ no: 1, amount: 51_417, basis: '期初欠费' }],
    });
    expect(() => openingBill({ ...arrear, amount: fen(0) })).toThrow();
  });

  test('is posted against 期初余额, never as income', () => {
    const { document } = openingBillJournal(openingBill(arrear), now);
    expect(document).toMatchObject({
      _id: 'opening·opening·h1·c1·wuye·wang·2026-01·1',
      kind: 'opening',
      day: '2026-11-10',
      lines: [
        { account: 'receivable', amount: 51_417, lineNo: 1 },
        { account: 'opening', amount: -51_417 },
      ],
    });
    const balance = { homeId: 'h1', communityId: 'c1', partyId: 'wang', amount: fen(30_000) };
    expect(openingBalanceJournal(balance, now).document).toMatchObject({
      _id: 'opening·h1·wang',
      lines: [
        { account: 'opening', amount: 30_000 },
        { account: 'prepaid', amount: -30_000 },
      ],
    });
  });

  test('stands in the home’s account once, however often it is brought in', () => {
    const balance = { homeId: 'h1', communityId: 'c1', partyId: 'wang', amount: fen(30_000) };
    const opening = { homeId: 'h1', communityId: 'c1', bills: [openingBill(arrear)], balances: [balance] };
    const first = { ...accountWithOpening(undefined, opening), version: 1 };
    expect(first.openBills).toMatchObject([{ amount: 51_417, owed: [{ no: 1, owed: 51_417 }] }]);
    expect(first.prepaid).toEqual([{ partyId: 'wang', amount: 30_000 }]);
    expect(accountWithOpening(first, opening)).toEqual(first);
  });
});
