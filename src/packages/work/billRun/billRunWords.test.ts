import { month } from '../../../../types/day';
import { fen } from '../../../../types/money';
import { isAtWork, percentOf, publishQuestion, rowLine, startableMonths, stuckWords } from './billRunWords';

test.each([
  [0, 1_200, 0],
  [599, 1_200, 49],
  [1_200, 1_200, 100],
  [1_201, 1_200, 100],
  [0, 0, 100],
])('%i of %i homes are %i%%', (homesDone, homes, percent) => {
  expect(percentOf({ homesDone, homes })).toBe(percent);
});

test('a row says what stands out and what was last time', () => {
  expect(rowLine({ itemName: '电费', outlier: 'muchMore', lastAmount: fen(10_000) })).toBe(
    '电费，比上期多很多，上期 ¥100.00',
  );
  expect(rowLine({ itemName: '电费', unbillable: '没有抄表读数。' })).toBe('电费，没有抄表读数。');
});

test('before publishing it is said how much, and what is left out', () => {
  const run = { month: month('2026-10'), bills: 2, sum: fen(30_000), unbillable: 0 };
  expect(publishQuestion(run)).toBe('2026年10月 2 笔账单，合计 ¥300.00。发布后业主马上能看到并缴费。');
  expect(publishQuestion({ ...run, unbillable: 3 })).toMatch('3 笔没能出账');
});

test('the cloud is at work while it drafts and publishes', () => {
  const states = ['drafting', 'drafted', 'publishing', 'published'] as const;
  expect(states.map((state) => isAtWork({ state }))).toEqual([true, false, true, false]);
});

test('next month is the latest to begin', () => {
  expect(startableMonths(month('2026-12'))).toEqual(['2027-01', '2026-12', '2026-11', '2026-10']);
});

test('a run that was given up says what trying again does', () => {
  expect(stuckWords('publishing')).toMatchObject({ title: '发布停下了' });
  expect(stuckWords('publishing').sentence).toContain('已经发布的不会重复');
  expect(stuckWords('drafting').sentence).toContain('草稿不会重复');
});
