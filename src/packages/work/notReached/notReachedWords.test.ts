import { missedLine, reasonLine, settledOptions } from './notReachedWords';

test('why it did not reach, and that it was read meanwhile', () => {
  expect(reasonLine({ reason: 'noAccount', isSeen: false })).toBe('还没有绑定微信');
  expect(reasonLine({ reason: 'noConsent', isSeen: true })).toBe('没有订阅提醒，已在小程序里看过');
});

test('every way of settling can be chosen', () => {
  expect(settledOptions.map(({ value }) => value).sort()).toEqual([
    'called',
    'noNeed',
    'slip',
    'texted',
    'visited',
  ]);
});

test('a row says why it was not reached, and afterwards who has told it and how', () => {
  const at = Date.parse('2026-11-23T14:20:00+08:00');
  const missed = {
    notReachedId: 'm',
    subject: 'bill',
    title: '本期账单出来了',
    body: '',
    at,
    reason: 'refused',
    isSeen: false,
  } as const;
  expect(missedLine(missed, at)).toBe('微信不让再发，今天 14:20');
  expect(missedLine({ ...missed, settled: { how: 'visited', by: '周敏', at } }, at)).toBe(
    '周敏上了门，今天 14:20',
  );
});
