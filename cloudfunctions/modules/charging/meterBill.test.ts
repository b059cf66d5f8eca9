import fc from 'fast-check';
import { addDays, addMonths, day, month } from '../../../types/day';
import { quantity, rate } from '../../../types/money';
import { period } from '../../../types/period';
import { type BillSource, makeBill } from './bill';
import { sumOfLines } from './billLine';
import { takenByTier } from './meterCharges';
import type { Meter, Reading } from './meterUse';
import { electricity, meter, meterOfMarch, ownersMeter, read, zhejiang } from './testing/samples';
import type { UnbillableReason } from './unbillable';

const seeded = { seed: 20260106, numRuns: 200 };

function made(source: BillSource) {
  const billing = makeBill(source);
  if (billing.kind !== 'made') throw new Error(JSON.stringify(billing));
  return billing.bill;
}

function unitsAndAmounts(source: BillSource) {
  return made(source).lines.map((line) => [line.kind === 'charge' && line.quantity.units, line.amount]);
}

describe('a tiered meter', () => {
  test('213 kWh × 0.538 + 78 × 0.588 = 114.59 + 45.86 = 160.45', () => {
    const source = {
      ...meterOfMarch,
      meter: meter(read('2026-03-01', 1000), 2547, read('2026-04-01', 1291)),
    };
    expect(unitsAndAmounts(source)).toEqual([
      [213, 11459],
      [78, 4586],
    ]);
    const bill = made(source);
    expect(bill.amount).toBe(16045);
    expect(bill.dueOn).toBe('2026-04-30');
    expect(bill.position).toEqual({
      reading: read('2026-04-01', 1291),
      cycleStart: '2026-01-01',
      usedInCycle: 2838,
    });
  });

  test('reaches the third tier, and a bill of no use says so', () => {
    const third = meter(read('2026-03-01', 0), 4799, read('2026-03-31', 3));
    expect(unitsAndAmounts({ ...meterOfMarch, meter: third })).toEqual([
      [1, 59],
      [2, 168],
    ]);
    const still = meter(read('2026-03-01', 5), 0, read('2026-03-31', 5));
    expect(unitsAndAmounts({ ...meterOfMarch, meter: still })).toEqual([[0, 0]]);
  });

  test("the tariff's year begins anew: use across its border is split at a reading, else by days", () => {
    const january = { ...meterOfMarch, period: period(month('2026-01'), 1) };
    const byDays = meter(read('2025-12-22', 0), 2755, read('2026-01-11', 20));
    expect(unitsAndAmounts({ ...january, meter: byDays })).toEqual([
      [5, 269],
      [5, 294],
      [10, 538],
    ]);
    const byReading = { ...byDays, readings: [read('2026-01-01', 3), read('2026-01-11', 20)] };
    expect(unitsAndAmounts({ ...january, meter: byReading })).toEqual([
      [3, 161],
      [17, 915],
    ]);
    expect(made({ ...january, meter: byReading }).position).toMatchObject({
      cycleStart: '2026-01-01',
      usedInCycle: 17,
    });
  });

  test('a new price in the middle keeps the use of the year', () => {
    const raised = {
      from: day('2026-03-16'),
      basis: '新价',
      price: { ...zhejiang, tiers: [{ upTo: 2760, price: rate(6, 1) }, { price: rate(1, 0) }] },
    };
    const item = { ...electricity, tariffs: [...electricity.tariffs, raised] };
    const source = {
      ...meterOfMarch,
      item,
      meter: meter(read('2026-03-01', 0), 2740, read('2026-03-31', 30)),
    };
    expect(unitsAndAmounts(source)).toEqual([
      [15, 807],
      [5, 300],
      [10, 1000],
    ]);
  });

  test('what is charged on all use is a line of its own (污水处理费), in 1/100 m³', () => {
    const water = {
      ...zhejiang,
      tiers: [{ price: rate(24, 1) }],
      extras: [{ name: '污水处理费', price: rate(11, 1) }],
    };
    const item = {
      ...electricity,
      meterDecimals: 2,
      tariffs: [{ from: day('2020-01-01'), basis: '水价', price: water }],
    };
    const source = {
      ...meterOfMarch,
      item,
      meter: meter(read('2026-03-01', 100), 0, read('2026-04-01', 1350)),
    };
    const bill = made(source);
    expect(bill.lines.map(({ amount }) => amount)).toEqual([3000, 1375]);
    expect(bill.lines[0]).toMatchObject({ quantity: quantity(1250, 2) });
  });

  test('a replaced meter counts the old one to its end and the new one from its start', () => {
    const swapped: Reading = {
      ...read('2026-03-10', 7, 'B200'),
      replaced: { serial: 'A100', lastValue: 1050 },
    };
    const source = {
      ...meterOfMarch,
      meter: meter(read('2026-03-01', 1000), 0, read('2026-04-01', 57, 'B200'), swapped),
    };
    expect(unitsAndAmounts(source)).toEqual([[100, 5380]]);
  });

  test('a month without a reading is left to the next, which takes all of it', () => {
    const source = { ...meterOfMarch, meter: meter(read('2026-02-01', 0), 0, read('2026-04-01', 200)) };
    const february = { ...source, period: period(month('2026-02'), 1) };
    expect(makeBill(february)).toEqual({ kind: 'unbillable', reason: 'readingMissing' });
    expect(made(source)).toMatchObject({ amount: 10760, range: { from: '2026-02-01', to: '2026-03-31' } });
  });

  test('who moves in pays from the hand-over reading, in the tier the meter has reached', () => {
    const assignment = { ...ownersMeter, from: day('2026-03-15') };
    const readings = [read('2026-03-15', 2760), read('2026-04-01', 2770)];
    const source = { ...meterOfMarch, assignment, meter: meter(read('2026-03-01', 2700), 2700, ...readings) };
    expect(unitsAndAmounts(source)).toEqual([[10, 588]]);
    expect(made(source).position?.usedInCycle).toBe(2770);
  });
});

describe('what cannot be billed says why (W3)', () => {
  const from = read('2026-03-01', 1000);
  const leaving = { ...ownersMeter, to: day('2026-03-20') };
  const coming = { ...ownersMeter, from: day('2026-03-15') };
  const good = meter(from, 0, read('2026-04-01', 1100));
  const cases: readonly (readonly [UnbillableReason, Partial<BillSource>])[] = [
    ['subjectMissing', { meter: undefined }],
    ['readingMissing', { meter: meter(from, 0) }],
    ['readingMissing', { meter: meter(from, 0, read('2026-04-02', 1100)) }],
    ['readingNegative', { meter: meter(from, 0, read('2026-04-01', -5)) }],
    ['readingNegative', { meter: meter(from, 0, read('2026-04-01', 1000.5)) }],
    ['readingBelowLast', { meter: meter(from, 0, read('2026-04-01', 999)) }],
    ['readingBelowLast', { meter: meter(from, 0, read('2026-03-15', 1200), read('2026-04-01', 1100)) }],
    ['readingOutOfOrder', { meter: meter(from, 0, read('2026-03-15', 1200), read('2026-03-15', 1100)) }],
    ['meterReplaced', { meter: meter(from, 0, read('2026-04-01', 20, 'B200')) }],
    ['handoverReadingMissing', { meter: good, assignment: coming }],
    ['handoverReadingMissing', { meter: meter(from, 0, read('2026-03-10', 1010)), assignment: leaving }],
    ['tariffMissing', { meter: good, item: { ...electricity, tariffs: [] } }],
    [
      'priceNotForMethod',
      {
        meter: good,
        item: {
          ...electricity,
          tariffs: [{ from: day('2020-01-01'), basis: '', price: { kind: 'flat', price: rate(1, 0) } }],
        },
      },
    ],
    [
      'assignmentUnsound',
      {
        meter: good,
        assignment: {
          ...ownersMeter,
          exceptions: [{ kind: 'ownPrice', price: rate(1, 0), from: day('2020-01-01'), reason: '加价' }],
        },
      },
    ],
  ];
  test.each(cases)('%s', (reason, part) => {
    expect(makeBill({ ...meterOfMarch, ...part })).toMatchObject({ kind: 'unbillable', reason });
  });
});

describe('tiers', () => {
  test('all use falls into some tier, once, whatever was used before', () => {
    const use = fc.integer({ min: 0, max: 9000 });
    fc.assert(
      fc.property(use, use, (before, used) => {
        const taken = takenByTier([2760, 4800, undefined], before, used);
        expect(taken.reduce((sum, { units }) => sum + units, 0)).toBe(used);
        expect(taken.length).toBeGreaterThan(0);
      }),
      seeded,
    );
  });

  test('bills chained month by month count every unit once, however the readings fall and in whatever order', () => {
    const steps = fc.array(fc.record({ days: fc.integer({ min: 1, max: 40 }), use: fc.nat(900) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(steps, (walked) => {
        let last = read('2025-12-31', 0);
        const readings = walked.map(({ days, use }) => {
          last = { ...last, day: addDays(last.day, days), value: last.value + use };
          return last;
        });
        let state: Meter = meter(read('2025-12-31', 0), 0, ...[...readings].reverse());
        let billed = 0;
        for (let months = 0; months < 30; months++) {
          const first = addMonths(month('2025-12'), months);
          const billing = makeBill({ ...meterOfMarch, period: period(first, 1), meter: state });
          if (billing.kind !== 'made') continue;
          for (const line of billing.bill.lines) if (line.kind === 'charge') billed += line.quantity.units;
          expect(sumOfLines(billing.bill.lines)).toBe(billing.bill.amount);
          state = { ...state, position: billing.bill.position as NonNullable<typeof billing.bill.position> };
        }
        expect(billed).toBe(last.value);
      }),
      seeded,
    );
  });
});
