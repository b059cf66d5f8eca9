import fc from 'fast-check';
import { day, type Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import {
  counterChannels,
  differenceOf,
  handOver,
  handOverIdOf,
  newTill,
  received,
  type Till,
  withTaken,
} from './till';

const now = Date.parse('2026-11-10T17:30:00+08:00') as Instant;
const when = { now, today: day('2026-11-10') };
const empty: Till = { ...newTill('s1', 'yunqi'), version: 1 };
const by = { openid: 'oCashier', name: '李敏', counted: fen(30_000) };

function handed(till: Till, counted = 30_000) {
  const outcome = handOver(till, { ...by, counted: fen(counted) }, when);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

test('what was taken is handed over, and the next payment goes with the next hand-over', () => {
  const till = withTaken(withTaken(empty, 'cash', fen(30_000)), 'card', fen(12_345));
  const { till: next, handOver: record } = handed(till);
  expect(record).toMatchObject({ _id: handOverIdOf(till), state: 'handedOver', counted: 30_000 });
  expect(record.taken).toMatchObject({
    cash: { amount: 30_000, count: 1 },
    card: { amount: 12_345, count: 1 },
  });
  expect(next).toMatchObject({ number: 2, version: 1, taken: { cash: { amount: 0, count: 0 } } });
  expect(handOverIdOf(next)).not.toBe(record._id);
});

test('cash that is missing or too much stands out to the fen', () => {
  const till = withTaken(empty, 'cash', fen(30_000));
  expect(differenceOf(handed(till, 29_999).handOver)).toBe(-1);
  expect(differenceOf(handed(till, 30_001).handOver)).toBe(1);
  expect(differenceOf(handed(till).handOver)).toBe(0);
});

test('an empty till is not handed over', () => {
  expect(handOver(empty, by, when)).toMatchObject({ refusal: { code: 'NO_CASH_TO_HAND_OVER' } });
});

test('received once, by somebody else', () => {
  const record = { ...handed(withTaken(empty, 'cash', fen(1))).handOver, version: 1 };
  const own = { refusal: { code: 'HAND_OVER_OWN' } };
  expect(received(record, { openid: 'oCashier', name: '李敏', at: now }, 'another')).toMatchObject(own);
  // The same person, with another WeChat account.
  expect(received(record, { openid: 'oSecondAccount', name: '李敏', at: now }, record.staffId)).toMatchObject(
    own,
  );
  const done = received(record, { openid: 'oFinance', name: '周会计', at: now }, 'finance');
  if (!done.ok) throw new Error(done.refusal.code);
  expect(done.value.state).toBe('received');
  expect(received(done.value, { openid: 'oFinance', name: '周会计', at: now }, 'finance')).toMatchObject({
    refusal: { code: 'HAND_OVER_ALREADY_RECEIVED' },
  });
});

test('the till holds exactly what was put in, whatever the order', () => {
  const payment = fc.record({
    channel: fc.constantFrom(...counterChannels),
    amount: fc.integer({ min: 1, max: 9_999 }),
  });
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 30 }), (payments) => {
      const till = payments.reduce((sum, { channel, amount }) => withTaken(sum, channel, fen(amount)), empty);
      for (const channel of counterChannels) {
        const own = payments.filter((one) => one.channel === channel);
        expect(till.taken[channel]).toEqual({
          amount: own.reduce((sum, { amount }) => sum + amount, 0),
          count: own.length,
        });
      }
    }),
    { seed: 20261123, numRuns: 200 },
  );
});
