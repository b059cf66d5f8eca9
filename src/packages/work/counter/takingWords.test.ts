import { month } from '../../../../types/day';
import { fen, noFen } from '../../../../types/money';
import { period } from '../../../../types/period';
import { takingFacts, takingLabel } from './takingWords';

const fee = {
  billId: 'b1',
  itemName: '物业费',
  purpose: 'propertyFee',
  period: period(month('2026-11'), 1),
  principal: fen(10_000),
  lateFee: fen(50),
  vouchers: fen(3_000),
  prepaid: fen(500),
  money: fen(6_550),
} as const;

test('bills with what is paid of them, then what is taken off, left over and still owed', () => {
  const preview = { bills: [fee], vouchers: fen(3_000), prepaid: fen(500), amount: fen(6_550) };
  const about = { toPrepaid: noFen, stillOwed: fen(120) };
  expect(takingFacts({ ...preview, ...about })).toEqual([
    { name: '物业费 2026年11月', value: '¥100.50' },
    { name: '抵扣券', value: '−¥30.00' },
    { name: '预存抵扣', value: '−¥5.00' },
    { name: '收后还欠', value: '¥1.20' },
  ]);
});

test('the button says how much money is taken', () => {
  expect(
    [undefined, 0, 1_250].map((amount) => takingLabel(amount === undefined ? amount : fen(amount))),
  ).toEqual(['收款', '用预存和抵扣券缴清', '收 ¥12.50']);
});
