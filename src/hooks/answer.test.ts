import { granted, refused } from '../../types/refusal';
import { type Answer, afterAsking, atFirst, missingFor } from './answer';
import { isAnswered } from './useChange';

const ready: Answer<number> = { kind: 'ready', value: 1, at: 100 };

test('an answer replaces whatever was', () => {
  expect(afterAsking(ready, granted(2), 200)).toEqual({ kind: 'ready', value: 2, at: 200 });
});

test('without a network the last answer stays, marked as old, with its own age', () => {
  const old = afterAsking(ready, refused('UNREACHABLE'), 200);
  expect(old).toEqual({ ...ready, missing: 'network' });
  expect(missingFor(old)).toBe('network');
});

test.each(['SERVICE_FAILED', 'INTERNAL'] as const)(
  'where the service fails (%s) it stays too, and is asked again',
  (code) => {
    const old = afterAsking(ready, refused(code), 200);
    expect(old).toEqual({ ...ready, missing: 'service' });
    expect(missingFor(old)).toBe('service');
    expect(missingFor(afterAsking({ kind: 'waiting' }, refused(code), 200))).toBe('service');
    // Whichever is missing now is said, and nothing once it is answered.
    expect(missingFor(afterAsking(old, refused('UNREACHABLE'), 300))).toBe('network');
    expect(missingFor(afterAsking(old, granted(2), 300))).toBeUndefined();
  },
);

test('a crowd takes nothing away, nor fills an empty page', () => {
  expect(afterAsking(ready, refused('BUSY'), 200)).toBe(ready);
  expect(afterAsking({ kind: 'waiting' }, refused('BUSY'), 200)).toMatchObject({ kind: 'refused' });
});

test('another refusal is shown, not what one may no longer see', () => {
  expect(afterAsking(ready, refused('NOT_ALLOWED'), 200)).toMatchObject({ kind: 'refused' });
  expect(missingFor(afterAsking(ready, refused('NOT_ALLOWED'), 200))).toBeUndefined();
});

test('what was kept is shown at once', () => {
  expect(atFirst({ value: 1, at: 100 })).toEqual(ready);
  expect(atFirst(undefined)).toEqual({ kind: 'waiting' });
});

test('only a wish that the cloud has answered is over', () => {
  expect(isAnswered(undefined)).toBe(true);
  expect(isAnswered(refusalOf('BINDING_NOT_MATCHED'))).toBe(true);
  for (const code of ['UNREACHABLE', 'SERVICE_FAILED', 'BUSY', 'INTERNAL'] as const) {
    expect(isAnswered(refusalOf(code))).toBe(false);
  }
});

function refusalOf(code: Parameters<typeof refused>[0]) {
  const outcome = refused(code);
  return outcome.ok ? undefined : outcome.refusal;
}
