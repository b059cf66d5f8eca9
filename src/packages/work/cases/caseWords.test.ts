import { day } from '../../../../types/day';
import { fen } from '../../../../types/money';
import { caseLine, differenceOf } from './caseWords';

test('what stands between both sides', () => {
  expect(differenceOf({ theirs: fen(900), ours: fen(1_000) })).toBe(-100);
  expect(differenceOf({ theirs: fen(642) })).toBe(642);
  expect(differenceOf({ ours: fen(96) })).toBe(-96);
});

test('where, when and who looks after it', () => {
  expect(caseLine({ place: '3栋1单元704', day: day('2026-11-09'), owner: '周会计' })).toBe(
    '3栋1单元704，2026年11月9日，周会计在处理',
  );
  expect(caseLine({ day: day('2026-11-09') })).toBe('2026年11月9日');
});
