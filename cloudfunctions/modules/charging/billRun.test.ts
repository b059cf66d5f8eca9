import * as fc from 'fast-check';
import { day, type Instant, month, startOfDay } from '../../../types/day';
import { fen, noFen } from '../../../types/money';
import {
  addTallies,
  type BillRun,
  beginPublishing,
  beginRun,
  drafted,
  monthBilledAt,
  nextBillingAt,
  noTally,
  publishingItself,
  tallyOf,
} from './billRun';

const now = (startOfDay(day('2026-11-10')) + 9 * 3_600_000) as Instant;
const asked = { communityId: 'c1', month: month('2026-10'), homes: 3, isFirst: true, isStuck: false };

function run(part: Partial<BillRun> = {}): BillRun {
  const begun = beginRun(undefined, asked, now);
  if (!begun.ok || begun.value === 'running') throw new Error('not begun');
  return { ...begun.value, version: 1, ...part };
}

describe('a run begins', () => {
  test('under an id that follows from community and month', () => {
    expect(run()).toMatchObject({ _id: 'c1·2026-10', state: 'drafting', round: 1, bills: 0, sum: 0 });
  });

  test('next month at the latest', () => {
    expect(beginRun(undefined, { ...asked, month: month('2026-12') }, now).ok).toBe(true);
    const late = beginRun(undefined, { ...asked, month: month('2027-01') }, now);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'BILL_RUN_TOO_EARLY' } });
  });

  test.each(['drafting', 'publishing'] as const)('%s: it is answered as it is', (state) => {
    expect(beginRun(run({ state }), asked, now)).toEqual({ ok: true, value: 'running' });
  });

  test('anew where its job was given up', () => {
    const again = beginRun(run({ bills: 3 }), { ...asked, isStuck: true }, now);
    expect(again).toMatchObject({ ok: true, value: { state: 'drafting', round: 2, bills: 0 } });
    const publishing = beginRun(run({ state: 'publishing' }), { ...asked, isStuck: true }, now);
    expect(publishing).toEqual({ ok: true, value: 'running' });
  });

  test('anew while something is left to be billed, counting from nothing', () => {
    const again = beginRun(run({ state: 'published', unbillable: 1, bills: 5 }), asked, now);
    expect(again).toMatchObject({
      ok: true,
      value: { state: 'drafting', round: 2, bills: 0, isFirst: true },
    });
    const whole = beginRun(run({ state: 'published' }), asked, now);
    expect(whole).toMatchObject({ ok: false, refusal: { code: 'BILL_RUN_EXISTS' } });
  });

  test('to publish itself a day later only where wanted, and not any more once somebody takes that back', () => {
    const waiting = drafted(run(), now, true);
    expect(waiting).toMatchObject({ state: 'drafted', publishesAt: now + 86_400_000 });
    expect(publishingItself(waiting, now, false)).not.toHaveProperty('publishesAt');
    expect(drafted(run(), now, false)).not.toHaveProperty('publishesAt');
  });

  test('to be published from drafted only', () => {
    expect(beginPublishing(run())).toMatchObject({ ok: false, refusal: { code: 'BILL_RUN_NOT_READY' } });
    const begun = beginPublishing(drafted(run(), now, true));
    expect(begun).toMatchObject({ ok: true, value: { state: 'publishing' } });
    expect(begun.ok && begun.value).not.toHaveProperty('publishesAt');
    expect(beginPublishing(run({ state: 'published' }))).toEqual({ ok: true, value: 'running' });
  });
});

describe('the billing day', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`) as Instant;

  test.each([
    ['2026-11-10T09:00', 12, '2026-11-12T02:00'],
    ['2026-11-12T02:00', 12, '2026-12-12T02:00'],
    ['2026-11-12T01:59', 12, '2026-11-12T02:00'],
    ['2026-12-31T23:59', 1, '2027-01-01T02:00'],
    ['2026-02-10T09:00', 31, '2026-02-28T02:00'],
    ['2028-02-10T09:00', 31, '2028-02-29T02:00'],
    ['2026-01-31T03:00', 31, '2026-02-28T02:00'],
  ])('from %s, day %i: %s', (from, billingDay, expected) => {
    expect(nextBillingAt({ day: billingDay }, at(`${from}:00`))).toBe(at(`${expected}:00`));
  });

  test('W21: two in the morning in China is the day before elsewhere, and bills China’s month', () => {
    const first = at('2027-01-01T02:00:00');
    expect(monthBilledAt({ of: 'lastMonth' }, first)).toBe('2026-12');
    expect(monthBilledAt({ of: 'thisMonth' }, first)).toBe('2027-01');
  });
});

describe('what a run comes to', () => {
  const bills = fc.array(
    fc.record({
      chargeItemId: fc.constantFrom('a', 'b', 'c'),
      itemName: fc.constant('item'),
      amount: fc.integer({ min: 0, max: 1_000_000 }).map(fen),
    }),
    { maxLength: 20 },
  );

  test('is the same however it is cut into slices, and nothing once all is taken out', () => {
    fc.assert(
      fc.property(bills, fc.nat(20), (all, at) => {
        const cut = addTallies(tallyOf(all.slice(0, at)), tallyOf(all.slice(at)));
        expect(cut).toEqual(tallyOf(all));
        const back = addTallies(cut, tallyOf(all, -1));
        expect({ ...back, items: [] }).toEqual(noTally);
        expect(back.items).toEqual([]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('sums by item', () => {
    const made = [1, 2, 3].map((amount) => ({ chargeItemId: 'a', itemName: '物业费', amount: fen(amount) }));
    expect(tallyOf(made)).toMatchObject({ bills: 3, sum: 6, items: [{ bills: 3, sum: 6 }] });
    expect(tallyOf([])).toEqual({ ...noTally, sum: noFen });
  });
});
