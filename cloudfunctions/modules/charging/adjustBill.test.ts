import { fen } from '../../../types/money';
import { adjustBill } from './adjustBill';
import { type Bill, makeBill } from './bill';
import { feeOfJanuary } from './testing/samples';

const billing = makeBill(feeOfJanuary);
if (billing.kind !== 'made') throw new Error('no bill');
const bill: Bill = { ...billing.bill, version: 1 };
const less = { against: 1, amount: fen(-101), reason: '面积更正' };

describe('adjusting a bill', () => {
  test('adds a line with its reason; the bill stays the sum of its lines', () => {
    expect(adjustBill(bill, less)).toMatchObject({
      kind: 'adjusted',
      line: { no: 2, against: 1, amount: -101, basis: '面积更正' },
      bill: { amount: 17000 },
    });
  });

  test.each([
    ['noSuchLine', { ...less, against: 2 }],
    ['nothingAdjusted', { ...less, amount: fen(0) }],
    ['reasonMissing', { ...less, reason: ' ' }],
    ['belowNothing', { ...less, amount: fen(-17102) }],
  ])('refuses: %s', (reason, adjustment) => {
    expect(adjustBill(bill, adjustment)).toEqual({ kind: 'refused', reason });
  });
});
