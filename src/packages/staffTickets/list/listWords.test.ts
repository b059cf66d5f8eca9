import { day } from '../../../../types/day';
import { dayFigures, deskLists, figures } from '../../../../types/ticketFigures';
import { emptyWords, figureName, filterWords, inputOf, type Wanted, wantedOf } from './listWords';

test('a page without a list, or with one that there is not, shows what is open', () => {
  expect([{}, { which: 'nonsense' }, { which: 'late' }].map((one) => wantedOf(one).which)).toEqual([
    ...['open', 'open', 'late'],
  ]);
  expect(inputOf('yunqi', { which: 'missed' })).toEqual({ communityId: 'yunqi', which: 'open' });
});

test('every list has a name of its own and says what would be in it', () => {
  const all: readonly Wanted['which'][] = [...deskLists, ...figures, ...dayFigures];
  // What is done of a month is called as what is done at all.
  expect(new Set(all.map(figureName)).size).toBe(all.length - 1);
  for (const which of all) {
    const { none, line } = emptyWords({ which });
    for (const text of [figureName(which), none, line]) expect(text).toMatch(/^[^!！亲]{2,}$/);
    expect(figureName(which)).not.toContain('undefined');
  }
});

test.each<[Wanted, string]>([
  [{ which: 'problem-leak', month: '2026-11' }, '2026年11月，漏水工单'],
  [{ which: 'done', month: '2026-11', staffId: 'zhang', name: '张建国' }, '2026年11月，张建国，已办完的工单'],
  [{ which: 'late-emergency-respond', month: '2026-11' }, '2026年11月，紧急接单没赶上的'],
  [{ which: 'missed', day: '2026-11-10' }, '今天，有时限没赶上的'],
  [{ which: 'open', building: '3栋' }, '3栋，没办完的工单'],
  [{ which: 'open', building: '' }, '公共区域，没办完的工单'],
])('%j reads %s', (wanted, words) => {
  expect(filterWords(wanted, day('2026-11-10'))).toBe(words);
});

test('what the address says is what the cloud is asked', () => {
  const wanted = wantedOf({ which: 'kept', day: '2026-11-10', name: undefined });
  expect(wanted).toEqual({ which: 'kept', day: '2026-11-10' });
  expect(inputOf('yunqi', wanted)).toEqual({ communityId: 'yunqi', which: 'kept', day: '2026-11-10' });
  expect(inputOf('yunqi', { which: 'open', building: '3栋', month: '2026-11' })).toEqual({
    ...{ communityId: 'yunqi', which: 'open', building: '3栋' },
  });
});
