import { appointmentText, nextDue } from './agenda';

test.each([
  [{ kind: 'timer', key: 'timer:ticker:slaTick' }, '定时器 slaTick'],
  [{ kind: 'pay.notice', key: 'pay.notice:3' }, '支付结果通知'],
  [{ kind: 'pay.refund', key: null }, '退款到账'],
  [{ kind: 'something.new', key: null }, 'something.new'],
])('%j is %s', (appointment, text) => {
  expect(appointmentText(appointment)).toBe(text);
});

test('a timer is due next only when nothing else is', () => {
  const [tick, notice] = [{ key: 'timer:job:everyMinute' }, { key: 'notice:1' }];
  expect(nextDue([tick, notice])).toBe(notice);
  expect(nextDue([tick])).toBe(tick);
  expect(nextDue([{ key: null }, tick])).toEqual({ key: null });
  expect(nextDue([])).toBeUndefined();
});
