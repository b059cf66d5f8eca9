import { quantity, rate } from '../../../types/money';
import { type BillSource, makeBill } from './bill';
import { electricity, feeOfJanuary, meter, meterOfMarch, read, zhejiang } from './testing/samples';
import { tierUse } from './tierUse';

function billOf(source: BillSource) {
  const billing = makeBill(source);
  if (billing.kind !== 'made') throw new Error(JSON.stringify(billing));
  return billing.bill;
}

const march = meter(read('2026-03-01', 1000), 2547, read('2026-04-01', 1291));

test('the year so far and this bill, against every limit', () => {
  expect(tierUse(billOf({ ...meterOfMarch, meter: march }), electricity)).toEqual({
    cycle: 'year',
    before: quantity(2547, 0),
    used: quantity(291, 0),
    limits: [quantity(2760, 0), quantity(4800, 0)],
    unit: '度',
  });
});

test('what is charged on all use besides is counted once', () => {
  const extras = [{ name: '附加费', price: rate(1100, 4) }];
  const price = { ...zhejiang, extras };
  const item = { ...electricity, tariffs: electricity.tariffs.map((tariff) => ({ ...tariff, price })) };
  expect(tierUse(billOf({ ...meterOfMarch, item, meter: march }), item)).toMatchObject({
    used: { units: 291 },
  });
});

test('across the border of a year only the use of the new year counts', () => {
  const january = meter(read('2025-12-22', 0), 2755, read('2026-01-11', 20));
  const source = { ...meterOfMarch, period: { first: '2026-01', months: 1 }, meter: january } as BillSource;
  expect(tierUse(billOf(source), electricity)).toMatchObject({ before: { units: 0 }, used: { units: 10 } });
});

test('no meter, or one price for all use: nothing to show', () => {
  expect(tierUse(billOf(feeOfJanuary), feeOfJanuary.item)).toBeUndefined();
  const price = { ...zhejiang, tiers: zhejiang.tiers.slice(-1) };
  const item = { ...electricity, tariffs: electricity.tariffs.map((tariff) => ({ ...tariff, price })) };
  expect(tierUse(billOf({ ...meterOfMarch, item, meter: march }), item)).toBeUndefined();
});
