import { workRemindersWords } from './workRemindersWords';

test('a colleague whom WeChat cannot tell of work reads so, and nothing once it can for a day', () => {
  expect(workRemindersWords(0)).toContain('微信现在提醒不了您');
  expect(workRemindersWords(3)).toContain('还能提醒您 3 次');
  expect(workRemindersWords(10)).toBeUndefined();
});
