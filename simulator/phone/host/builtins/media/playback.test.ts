import { clockText, Playback } from './playback';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

function recorded(duration = 1) {
  const told: string[] = [];
  const playback = new Playback(() => duration, {
    tell: (event) => told.push(event),
    changed: () => undefined,
  });
  return { playback, told };
}

test('it plays to its end and tells where it is every quarter of a second', () => {
  const { playback, told } = recorded(1);
  playback.play();
  jest.advanceTimersByTime(2000);
  expect(told).toEqual(['play', 'timeupdate', 'timeupdate', 'timeupdate', 'timeupdate', 'ended']);
  expect(playback.isPlaying).toBe(false);
});

test('it stands where it was paused, and stopping leads back to the beginning', () => {
  const { playback, told } = recorded(10);
  playback.play();
  jest.advanceTimersByTime(500);
  playback.pause();
  jest.advanceTimersByTime(5000);
  expect(playback.time).toBeCloseTo(0.5, 3);
  playback.stop();
  expect(playback.time).toBe(0);
  expect(told.at(-1)).toBe('pause');
});

test('twice as fast takes half the time, and a jump stays within the film', () => {
  const { playback } = recorded(10);
  playback.rate = 2;
  playback.play();
  jest.advanceTimersByTime(1000);
  expect(playback.time).toBeCloseTo(2, 3);
  playback.seek(99);
  expect(playback.time).toBe(10);
  playback.seek(-1);
  expect(playback.time).toBe(0);
  playback.halt();
});

test('a loop begins anew', () => {
  const { playback, told } = recorded(0.5);
  playback.loop = true;
  playback.play();
  jest.advanceTimersByTime(750);
  expect(told.slice(-3)).toEqual(['ended', 'play', 'timeupdate']);
  playback.halt();
});

test('playing twice is playing once', () => {
  const { playback, told } = recorded();
  playback.play();
  playback.play();
  expect(told).toEqual(['play']);
  playback.halt();
});

test('times are written in minutes and seconds', () => {
  expect(clockText(65.9)).toBe('1:05');
});
