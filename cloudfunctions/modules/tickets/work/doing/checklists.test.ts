import { problems } from '../../../../../types/ticket';
import { checklistOf, isSeen } from './checklists';

describe('the door-step checklist', () => {
  test.each(problems)('%s: short, no item twice, in words the phone can show on one line', (problem) => {
    for (const isAtHome of [true, false]) {
      const items = checklistOf(problem, isAtHome);
      expect(new Set(items).size).toBe(items.length);
      expect(items.length).toBeGreaterThanOrEqual(4);
      expect(items.length).toBeLessThanOrEqual(6);
      for (const item of items) {
        expect(item.length).toBeLessThanOrEqual(16);
        expect(item).not.toMatch(/[!！。]/);
      }
    }
  });

  test('at a home one knocks and covers the floor, in the open one keeps people away', () => {
    expect(checklistOf('leak', true)).toEqual([
      '工装整齐，工牌在胸前',
      '敲门，说明来意',
      '穿鞋套，铺地垫',
      '关入户总阀，给业主看',
      '修好后通水 3 分钟，不渗',
      '收拾干净，带走垃圾',
    ]);
    expect(checklistOf('leak', false)).toContain('放好提示牌，请人绕行');
    expect(checklistOf('leak', false)).not.toContain('穿鞋套，铺地垫');
  });

  test('what nobody can see needs no photos', () => {
    expect([isSeen('burst'), isSeen('lift'), isSeen('noise'), isSeen('fee')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
