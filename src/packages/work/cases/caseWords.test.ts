import { day } from '../../../../types/day';
import { fen } from '../../../../types/money';
import { caseLine, dayWords, differenceOf } from './caseWords';

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

const compared = {
  day: day('2026-11-09'),
  state: 'done',
  rows: 12,
  matched: 12,
  differences: 0,
  received: fen(900),
  refunded: fen(0),
} as const;

test.each([
  [undefined, { title: '还没有对过账', line: '每天 10:30 核对前一天的微信账单。', isFailed: false }],
  [compared, { title: '2026年11月9日', line: '微信账单 12 笔，全部一致', isFailed: false }],
  [
    { ...compared, matched: 10, differences: 2 },
    { title: '2026年11月9日', line: '微信账单 12 笔，10 笔一致，2 笔有差异', isFailed: false },
  ],
  [
    { ...compared, state: 'waiting' as const },
    { title: '2026年11月9日', line: '在等微信的账单，稍后自动核对', isFailed: false },
  ],
  [
    { ...compared, state: 'failed' as const, failure: '三天没有取到微信账单，请到商户平台核对' },
    { title: '2026年11月9日', line: '三天没有取到微信账单，请到商户平台核对', isFailed: true },
  ],
])('how the last day went: %#', (last, said) => {
  expect(dayWords(last)).toEqual(said);
});
