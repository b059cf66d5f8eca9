import type { DispatchCandidate, DispatchWhy } from '../../../../types/contract/ticketWork';
import { courseWords, foundWords, linesOf } from './whyWords';

const zhang: DispatchCandidate = {
  ...{ staffId: 'zhang', name: '张建国', standing: 'given', hasSkill: true, isInArea: true },
  ...{ walkMinutes: 3.4, openEmergencies: 0, open: 3, arrivalMinutes: 14 },
};
const he: DispatchCandidate = {
  ...{ staffId: 'he', name: '何伟', standing: 'unfit', hasSkill: false, isInArea: false },
  ...{ walkMinutes: 9, openEmergencies: 1, open: 5, reason: '不会水暖' },
};
const why = { skill: '水暖', place: '3栋', candidates: [zhang, he] } as unknown as DispatchWhy;

test('each line compares all, the last two say when they would be there and why not the others', () => {
  expect(linesOf(why)).toEqual([
    { name: '会水暖', cells: [true, false] },
    { name: '负责3栋', cells: [true, false] },
    { name: '走到现场', cells: ['4 分钟', '9 分钟'] },
    { name: '手上急单', cells: ['没有', '1 单'] },
    { name: '全部工单', cells: ['3 单', '5 单'] },
    { name: '预计到门', cells: ['14 分钟', false], isTotal: true },
    { name: '结果', cells: ['派给他', '不会水暖'] },
  ]);
});

test('of whoever could have had it the reason stands below the minutes; an older record knows the walk', () => {
  const ma: DispatchCandidate = {
    ...{ staffId: 'ma', name: '马俊', standing: 'next', hasSkill: true, isInArea: true },
    ...{ walkMinutes: 2.2, openEmergencies: 0, open: 0, reason: '另一张工单更需要这个人' },
  };
  expect(linesOf({ ...why, candidates: [zhang, ma] }).slice(-2)).toEqual([
    { name: '预计到门', cells: ['14 分钟', '3 分钟'], isTotal: true },
    { name: '结果', cells: ['派给他', '另一张工单更需要这个人'] },
  ]);
});

test('minutes of a way that nobody has written down are about so many', () => {
  const guessed = linesOf({ ...why, candidates: [{ ...zhang, isWayGuess: true }, he] });
  expect(guessed[2]?.cells).toEqual(['约 4 分钟', '9 分钟']);
  expect(guessed[5]?.cells).toEqual(['约 14 分钟', false]);
});

test('at most three are compared side by side', () => {
  const many: DispatchWhy = { ...why, candidates: [zhang, he, he, he] };
  expect(linesOf(many)[0]?.cells).toHaveLength(3);
});

test('what it was taken for, and who there was', () => {
  const ticket = { type: 'repair', problem: 'burst', urgency: 'emergency' };
  // Only the first are compared; all are counted.
  expect(foundWords({ ...why, ticket, onDuty: 40, skilled: 11 } as unknown as DispatchWhy)).toBe(
    '识别为爆管，紧急。在岗 40 人里 11 人会水暖。',
  );
  expect(foundWords({ ...why, ticket } as unknown as DispatchWhy)).toBe(
    '识别为爆管，紧急。比较了 2 人，1 人会水暖。',
  );
  expect(foundWords({ ...why, ticket, candidates: [] } as unknown as DispatchWhy)).toContain('没有人在岗');
});

test.each([
  [{ what: 'reported', by: '您' }, '受理'],
  [{ what: 'offer', by: '系统', note: '张建国会水暖。' }, '系统派单'],
  [{ what: 'decline', by: '张师傅', note: '在处理急单' }, '张师傅不接，在处理急单'],
])('%j reads %s', (step, words) => {
  expect(courseWords({ at: 0, ...step })).toBe(words);
});
