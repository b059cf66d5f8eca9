import { day, month } from '../../../types/day';
import { fen } from '../../../types/money';
import { emptyAccount, type HomeAccount, type OpenBill } from '../charging';
import { homesOwing, lowestBuilding } from './toCall';

const building = (name: string, permille: number, billed = 100) => ({
  building: name,
  billed: fen(billed),
  paid: fen(0),
  permille,
});

test('the lowest building stands out; one that was billed nothing does not', () => {
  expect(lowestBuilding([building('1栋', 700), building('8栋', 711), building('9栋', 0, 0)])).toBe('1栋');
  expect(lowestBuilding([building('1栋', 750)])).toBeUndefined();
});

const open = (more: object) =>
  ({
    billId: 'b',
    period: { first: month('2026-11'), months: 1 },
    amount: fen(100),
    credits: [],
    isQuestioned: false,
    ...more,
  }) as unknown as OpenBill;
const home = (id: string, ...openBills: readonly OpenBill[]): HomeAccount => ({
  ...emptyAccount(id, 'yunqi'),
  openBills,
});

test('homes are counted once, for this month, where something is owed and nobody asks about it', () => {
  const homes = [
    home('h1', open({}), open({ billId: 'c' })),
    home('h2', open({ isQuestioned: true })),
    home('h3', open({ period: { first: month('2026-10'), months: 1 } })),
    home('h4', open({ credits: [{ on: day('2026-11-02'), amount: fen(100) }] })),
    home('h5', open({ credits: [{ on: day('2026-11-02'), amount: fen(99) }] })),
    home('h6'),
  ];
  expect(homesOwing(homes, month('2026-11'))).toBe(2);
});
