import { reasonLine, settledOptions } from './notReachedWords';

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
