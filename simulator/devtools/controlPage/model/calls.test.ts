import type { Call } from '../live/entities';
import { callRows, isTroubled, lastMinute } from './calls';

const call = (fields: Partial<Call>): Call => ({
  id: 1,
  at: 0,
  kind: 'gateway',
  who: 'o1',
  what: 'call api',
  milliseconds: 10,
  outcome: 'ok',
  ...fields,
});

test('a call from a phone is one row, with what the function printed', () => {
  const rows = callRows([
    call({ id: 1, kind: 'function', what: 'api', requestId: 'r1', isCold: true, lines: ['hello'] }),
    call({ id: 2, requestId: 'r1', milliseconds: 12 }),
  ]);
  expect(rows).toEqual([
    {
      ...call({ id: 2, requestId: 'r1', what: 'api', milliseconds: 12, isCold: true, lines: ['hello'] }),
      full: 'api',
    },
  ]);
});

test('a function that nobody else notes keeps its row', () => {
  const rows = callRows([call({ kind: 'function', what: 'api', requestId: 'r1' })]);
  expect(rows.map(({ what }) => what)).toEqual(['api']);
});

test('an action stands for its function, whose name is kept', () => {
  const entries = ['call api payments.seeHome', 'watch feeds', 'call api', 'database collection.get'];
  const rows = callRows(entries.map((what, id) => call({ id, what })));
  expect(rows.map(({ what }) => what)).toEqual(['payments.seeHome', 'watch feeds', 'api', 'collection.get']);
  expect(rows[0]?.full).toBe('api payments.seeHome');
});

test('what was refused, failed or slow is troubled', () => {
  expect(isTroubled(call({}))).toBe(false);
  expect(isTroubled(call({ outcome: 'refused' }))).toBe(true);
  expect(isTroubled(call({ outcome: 'failed' }))).toBe(true);
  expect(isTroubled(call({ milliseconds: 1000 }))).toBe(true);
});

test('the last minute counts by business time', () => {
  const rows = [0, 1, 2, 3].map((index) => call({ at: index * 30_000, milliseconds: index }));
  expect(lastMinute(rows, 90_000)).toEqual({ count: 2, p95: 3 });
  expect(lastMinute([], 0)).toEqual({ count: 0, p95: 0 });
});

test('P95 leaves out the slowest twentieth', () => {
  const rows = Array.from({ length: 100 }, (_, index) => call({ at: 1, milliseconds: index + 1 }));
  expect(lastMinute(rows, 2).p95).toBe(95);
});
