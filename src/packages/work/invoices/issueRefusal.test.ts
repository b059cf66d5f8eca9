import { issueRefusal } from './issueRefusal';

test('an amount that shrank is said, with what it is now', () => {
  const shrunk = { code: 'AMOUNT_CHANGED', sentence: '应缴金额有变化', details: { amount: 6_000 } } as const;
  expect(issueRefusal(shrunk)).toContain('开票金额现在是 ¥60.00');
});

test('any other refusal is said in its own sentence', () => {
  expect(issueRefusal({ code: 'BUSY', sentence: '请过几秒再试一次。' })).toBe('请过几秒再试一次。');
  expect(issueRefusal(undefined)).toBeUndefined();
});
