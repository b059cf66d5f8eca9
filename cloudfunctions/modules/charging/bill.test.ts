import fc from 'fast-check';
import { addDays, day, month } from '../../../types/day';
import { fen, rate } from '../../../types/money';
import { period } from '../../../types/period';
import type { ContractException } from './assignment';
import { type BillSource, billInTheWay, makeBill } from './bill';
import { netByLine, sumOfLines } from './billLine';
import { contract, feeOfJanuary, ownersFee, propertyFee } from './testing/samples';
import type { UnbillableReason } from './unbillable';

const seeded = { seed: 20260105, numRuns: 200 };

function made(source: BillSource) {
  const billing = makeBill(source);
  if (billing.kind !== 'made') throw new Error(JSON.stringify(billing));
  return billing.bill;
}

function withExceptions(...exceptions: readonly ContractException[]): BillSource {
  return { ...feeOfJanuary, assignment: { ...ownersFee, exceptions } };
}

describe('a property fee by area', () => {
  test('shows price, quantity, period and basis, and is due as its item says', () => {
    const bill = made(feeOfJanuary);
    expect(bill).toMatchObject({
      _id: 'h1·wuye·2026-01·1',
      amount: 17101,
      dueOn: '2026-01-25',
      state: 'draft',
      lines: [
        {
          no: 1,
          price: { value: 19150, decimals: 4 },
          quantity: { units: 8930, decimals: 2 },
          unit: '㎡',
          duration: { months: 1 },
          range: { from: '2026-01-01', to: '2026-01-31' },
          basis: '物业服务合同第八条',
        },
      ],
    });
  });

  test('W20: 1.915 元 × 100 ㎡ bills 191.50', () => {
    expect(made({ ...feeOfJanuary, area: 10000 }).amount).toBe(19150);
  });

  test('a quarter is one line, rounded once', () => {
    const bill = made({ ...feeOfJanuary, period: period(month('2026-01'), 3) });
    expect(bill.lines).toHaveLength(1);
    expect(bill.amount).toBe(51303);
  });

  test('a month begun or ended is charged by its days', () => {
    const assignment = { ...ownersFee, from: day('2026-01-15'), to: day('2026-02-10') };
    const bill = made({ ...feeOfJanuary, assignment, period: period(month('2026-01'), 3) });
    expect(bill.lines.map((line) => line.kind === 'charge' && line.duration)).toEqual([
      { days: 17, ofDays: 31 },
      { days: 10, ofDays: 28 },
    ]);
    expect(bill.amount).toBe(9378 + 6107);
    expect(bill.range).toEqual({ from: '2026-01-15', to: '2026-02-10' });
  });

  test('a new price in the middle of a month splits it by days', () => {
    const raised = {
      ...contract,
      from: day('2026-01-11'),
      price: { kind: 'flat', price: rate(25, 1) },
    } as const;
    const item = { ...propertyFee, tariffs: [raised, contract] };
    const bill = made({ ...feeOfJanuary, item, area: 10000, period: period(month('2026-01'), 2) });
    expect(bill.lines.map(({ amount }) => amount)).toEqual([6177, 16935, 25000]);
  });

  test('an own price, a waiver and a vacancy discount hold only where the contract says, and on their days', () => {
    const days = { from: day('2025-01-01'), reason: '补充协议' };
    expect(made(withExceptions({ ...days, kind: 'ownPrice', price: rate(1, 0) })).amount).toBe(8930);
    const waived = made(withExceptions({ ...days, kind: 'waiver', permille: 1000 }));
    expect(waived.lines.map(({ amount }) => amount)).toEqual([17101, -17101]);
    expect(waived.amount).toBe(0);
    const empty = made(withExceptions({ ...days, kind: 'vacancy', permille: 300, from: day('2026-01-17') }));
    expect(empty.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['charge', 8826],
      ['charge', 8275],
      ['reduction', -2483],
    ]);
    expect(netByLine(empty.lines)).toEqual([
      { no: 1, amount: 8826 },
      { no: 2, amount: 5792 },
    ]);
  });

  test('reductions do not add up: the largest counts', () => {
    const days = { from: day('2025-01-01'), reason: '补充协议' };
    const both = withExceptions(
      { ...days, kind: 'vacancy', permille: 700 },
      { ...days, kind: 'waiver', permille: 600 },
    );
    expect(made(both).amount).toBe(17101 - 11971);
  });

  test('outside its days an assignment gets no bill', () => {
    const ended = { ...ownersFee, to: day('2025-12-31') };
    expect(makeBill({ ...feeOfJanuary, assignment: ended })).toEqual({ kind: 'nothing' });
  });
});

describe('parking', () => {
  const parking: BillSource = {
    ...feeOfJanuary,
    item: {
      ...propertyFee,
      purpose: 'parking',
      method: 'parking',
      tariffs: [{ ...contract, price: { kind: 'flat', price: rate(300, 0) } }],
    },
    assignment: { ...ownersFee, subject: { kind: 'parkingSpace', id: 's1', name: 'B1-012' }, count: 2 },
  };

  test('is charged per space, and without a space not at all', () => {
    expect(made(parking).amount).toBe(60000);
    const nowhere = { ...parking, assignment: { ...parking.assignment, subject: undefined } };
    expect(makeBill(nowhere)).toEqual({ kind: 'unbillable', reason: 'subjectMissing' });
  });
});

describe('what cannot be billed says why (W3)', () => {
  const gap = { ...propertyFee, tariffs: [{ ...contract, to: day('2026-01-30') }] };
  const cases: readonly (readonly [UnbillableReason, BillSource])[] = [
    ['areaMissing', { ...feeOfJanuary, area: undefined }],
    ['areaMissing', { ...feeOfJanuary, area: 0 }],
    ['tariffMissing', { ...feeOfJanuary, item: gap }],
    ['tariffMissing', { ...feeOfJanuary, item: { ...propertyFee, tariffs: [] } }],
    [
      'assignmentUnsound',
      withExceptions({ kind: 'waiver', permille: 1001, from: day('2020-01-01'), reason: '' }),
    ],
  ];
  test.each(cases)('%s', (reason, source) => {
    expect(makeBill(source)).toMatchObject({ kind: 'unbillable', reason });
  });
});

describe('bills', () => {
  test('running twice gives identical bills; a bill is the sum of its lines; none is negative', () => {
    const exception = fc.record({
      kind: fc.constantFrom('waiver' as const, 'vacancy' as const),
      permille: fc.integer({ min: 1, max: 1000 }),
      from: fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2025-06-01'), days)),
      reason: fc.constant('协议'),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(exception, { maxLength: 3 }),
        (area, price, months, exceptions) => {
          const tariffs = [{ ...contract, price: { kind: 'flat' as const, price: rate(price, 4) } }];
          const source: BillSource = {
            ...feeOfJanuary,
            area,
            item: { ...propertyFee, tariffs },
            assignment: { ...ownersFee, exceptions },
            period: period(month('2025-11'), months),
          };
          const bill = made(source);
          expect(made(source)).toEqual(bill);
          expect(sumOfLines(bill.lines)).toBe(bill.amount);
          expect(fen(netByLine(bill.lines).reduce((sum, { amount }) => sum + amount, 0))).toBe(bill.amount);
          for (const { amount } of netByLine(bill.lines)) expect(amount).toBeGreaterThanOrEqual(0);
        },
      ),
      seeded,
    );
  });

  test('two bills for one month are not made: one that is in force is in the way', () => {
    const bills = [
      { _id: 'a', period: period(month('2026-01'), 3), state: 'published' as const },
      { _id: 'b', period: period(month('2026-04'), 3), state: 'void' as const },
    ];
    expect(billInTheWay(bills, period(month('2026-03'), 1))).toBe('a');
    expect(billInTheWay(bills, period(month('2026-04'), 1))).toBeUndefined();
  });
});
