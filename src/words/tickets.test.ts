import { problems, ticketStates } from '../../types/ticket';
import { leftWords, lengthWords, problemNames, stateChip, waitWords } from './tickets';

const minute = 60_000;

test.each([
  [12 * minute, '12 分'],
  [11.2 * minute, '12 分'],
  [72 * minute, '1 时 12 分'],
  [120 * minute, '2 时'],
  [51 * 60 * minute, '2 天 3 时'],
  [48 * 60 * minute, '2 天'],
  [0, '0 分'],
  [-24 * minute, '超 24 分'],
  [-72 * minute, '超 1 时 12 分'],
])('%d ms until a deadline is %s', (left, words) => {
  expect(leftWords(1_700_000_000_000 + left, 1_700_000_000_000)).toBe(words);
});

test.each([
  [15, '15 分钟'],
  [60, '1 小时'],
  [90, '1 小时 30 分钟'],
  [1440, '24 小时'],
  [4320, '3 天'],
])('%d minutes are promised as %s', (minutes, words) => {
  expect(lengthWords(minutes)).toBe(words);
});

test('no two problems and no two states are said alike', () => {
  expect(new Set(Object.values(problemNames)).size).toBe(problems.length);
  expect(new Set(ticketStates.map((state) => stateChip(state).text)).size).toBe(ticketStates.length);
});

test('what waits says for what', () => {
  expect(waitWords('network')).toBe('有网络后自动发出');
  expect(waitWords('service')).toBe('系统恢复后自动发出');
  expect(waitWords(undefined)).toBe('稍后自动发出');
});
