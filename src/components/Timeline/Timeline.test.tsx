import { markup, words } from '../testing/markup';
import { Timeline } from './Timeline';

test('steps stand in the order given, newest first, with their own times', () => {
  const steps = [
    { title: '退款到账', state: 'next' as const },
    { title: '已退回', time: '今天 9:05', line: '原路退回', state: 'now' as const },
  ];
  expect(words(<Timeline steps={steps} />)).toBe('退款到账 已退回 今天 9:05 原路退回');
  expect(markup(<Timeline steps={steps} />)).toContain('timeline__step--next');
});
