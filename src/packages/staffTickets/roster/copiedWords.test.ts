import type { Day } from '../../../../types/day';
import { copiedWords } from './copiedWords';

const today = '2026-11-17' as Day;
const nothing = { copied: 0, takenAway: 0, left: [], overlapping: [], begun: [], waiting: 0 };

test('what was planned is counted, and whom it leaves out is named', () => {
  expect(copiedWords({ ...nothing, copied: 12 }, today)).toEqual({ title: '照上周排了 12 个班', lines: [] });
  const overlapping = [{ name: '何伟', day: '2026-11-23' as Day }];
  const begun = [{ name: '李娟', day: today }];
  expect(
    copiedWords({ ...nothing, copied: 3, left: ['张建国', '李明'], overlapping, begun, waiting: 5 }, today)
      .lines,
  ).toEqual([
    '还有 5 人正在排，过一两分钟下拉刷新。',
    '已经不在岗位上，没有排：张建国，李明。',
    '已经到上班时间，那一天没有动：李娟 11月17日 周二。要改请点开那一天。',
    '和旁边的班时间重叠，没有排：何伟 11月23日 周一。请点开那一天排。',
  ]);
});

test('nothing new is said as such, unless somebody is still to come', () => {
  expect(copiedWords(nothing, today).title).toBe('没有要新排的班');
  expect(copiedWords({ ...nothing, waiting: 2 }, today).title).toBe('照上周排了 0 个班');
});

test('what was taken away is counted, also where nothing was planned', () => {
  expect(copiedWords({ ...nothing, takenAway: 2 }, today).title).toBe('上周休息，取消了 2 个班');
  expect(copiedWords({ ...nothing, copied: 3, takenAway: 1 }, today).title).toBe(
    '照上周排了 3 个班，取消了 1 个',
  );
});
