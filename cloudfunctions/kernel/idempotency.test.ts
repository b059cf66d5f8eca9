import type { Instant } from '../../types/day';
import { refused } from '../../types/refusal';
import { fingerprint, type RequestRecord, recall, requestRecordId } from './idempotency';

const record: RequestRecord = {
  _id: 'o·a·r',
  version: 1,
  at: 0 as Instant,
  fingerprint: fingerprint({ a: 1 }),
  made: { id: 'x' },
};

test('inputs that say the same look the same', () => {
  expect(fingerprint({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(fingerprint({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
});

test.each([
  [{ a: 1 }, { a: '1' }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: 1 }, { b: 1 }],
  [{ a: null }, {}],
  [{ a: 'b,c' }, { a: 'b', c: 'c' }],
])('inputs that differ look different: %j %j', (one, other) => {
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

test('the key keeps persons, actions and ids apart', () => {
  expect(requestRecordId({ openid: 'o', action: 'a.b', requestId: 'r' })).toBe('o·a.b·r');
});

test('remembers what was made, or the refusal that left a trace; other input is another request', () => {
  expect(recall(record, fingerprint({ a: 1 }))).toEqual({ ok: true, value: { id: 'x' } });
  expect(recall(record, fingerprint({ a: 2 }))).toEqual(refused('REQUEST_ID_REUSED'));
  const outcome = refused('BINDING_NOT_MATCHED', { left: 3 });
  if (outcome.ok) throw new Error('granted');
  const { refusal } = outcome;
  expect(recall({ ...record, made: undefined, refusal }, record.fingerprint)).toEqual(outcome);
});
