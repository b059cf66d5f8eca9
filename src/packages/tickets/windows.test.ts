import { windowsFrom, windowWords } from './windows';

const at = (text: string) => Date.parse(`${text}+08:00`);

test('only parts of a day that have not begun are offered', () => {
  const now = at('2026-11-16T14:05');
  const offered = windowsFrom(now).map((window) => windowWords(window, now));
  expect(offered.slice(0, 3)).toEqual([
    '今天晚上（18:00–20:00）',
    '明天上午（9:00–12:00）',
    '明天下午（14:00–18:00）',
  ]);
  expect(offered.length).toBe(7);
  expect(windowsFrom(now).every(({ from, to }) => from > now && to > from)).toBe(true);
});

test('another time is said by its hours', () => {
  const window = { from: at('2026-11-18T10:30'), to: at('2026-11-18T11:30') };
  expect(windowWords(window, at('2026-11-16T14:05'))).toBe('11月18日 10:30–11:30');
});
