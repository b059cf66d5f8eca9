import type { DispatchCandidate, DispatchWhy } from '../../../../types/contract/ticketWork';
import { linesOf } from './whyWords';

const zhang: DispatchCandidate = {
  ...{ staffId: 'zhang', name: '张建国', standing: 'given', hasSkill: true, isInArea: true },
  ...{ walkMinutes: 3.4, openEmergencies: 0, open: 3, score: 91.6 },
};
const he: DispatchCandidate = {
  ...{ staffId: 'he', name: '何伟', standing: 'unfit', hasSkill: false, isInArea: false },
  ...{ walkMinutes: 9, openEmergencies: 1, open: 5, reason: '不会水暖' },
};
const why = { skill: '水暖', place: '3栋', candidates: [zhang, he] } as unknown as DispatchWhy;

test('each line compares all, a rejected one has the reason in the place of a score', () => {
  expect(linesOf(why)).toEqual([
    { name: '会水暖', cells: [true, false] },
    { name: '负责3栋', cells: [true, false] },
    { name: '走到现场', cells: ['4 分钟', '9 分钟'] },
    { name: '手上急单', cells: ['没有', '1 单'] },
    { name: '全部工单', cells: ['3 单', '5 单'] },
    { name: '总分', cells: ['92', '不会水暖'], isTotal: true },
  ]);
});

test('at most three are compared side by side', () => {
  const many: DispatchWhy = { ...why, candidates: [zhang, he, he, he] };
  expect(linesOf(many)[0]?.cells).toHaveLength(3);
});
