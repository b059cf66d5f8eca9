import { granted, refused } from '../../types/refusal';
import { type Answer, afterAsking, atFirst, isCutOff } from './answer';
import { isAnswered } from './useChange';

const ready: Answer<number> = { kind: 'ready', value: 1, at: 100, isOld: false };

test('an answer replaces whatever was', () => {
  expect(afterAsking(ready, granted(2), 200)).toEqual({ kind: 'ready', value: 2, at: 200, isOld: false });
});

test('without a network the last answer stays, marked as old, with its own age', () => {
  const old = afterAsking(ready, refused('UNREACHABLE'), 200);
  expect(old).toEqual({ ...ready, isOld: true });
  expect(isCutOff(old)).toBe(true);
});

test('a hiccup of the cloud takes nothing away, nor fills an empty page', () => {
  expect(afterAsking(ready, refused('BUSY'), 200)).toBe(ready);
  expect(afterAsking({ kind: 'waiting' }, refused('INTERNAL'), 200)).toMatchObject({ kind: 'refused' });
});

test('another refusal is shown, not what one may no longer see', () => {
  expect(afterAsking(ready, refused('NOT_ALLOWED'), 200)).toMatchObject({ kind: 'refused' });
  expect(isCutOff(afterAsking(ready, refused('NOT_ALLOWED'), 200))).toBe(false);
});

test('what was kept is shown at once', () => {
  expect(atFirst({ value: 1, at: 100 })).toEqual(ready);
  expect(atFirst(undefined)).toEqual({ kind: 'waiting' });
});

test('only a wish that the cloud has answered is over', () => {
  expect(isAnswered(undefined)).toBe(true);
  expect(isAnswered(refusalOf('BINDING_NOT_MATCHED'))).toBe(true);
  for (const code of ['UNREACHABLE', 'BUSY', 'INTERNAL'] as const) {
    expect(isAnswered(refusalOf(code))).toBe(false);
  }
});

function refusalOf(code: Parameters<typeof refused>[0]) {
  const outcome = refused(code);
  return outcome.ok ? undefined : outcome.refusal;
}
