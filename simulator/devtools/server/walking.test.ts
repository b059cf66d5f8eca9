import type { Position, Walk } from '../walk/walk';
import { Walking } from './walking';

const walk: Walk = {
  name: 'a',
  points: [
    { latitude: 30, longitude: 120, accuracy: 8, at: 0 },
    { latitude: 30, longitude: 120.1, accuracy: 8, at: 10_000 },
  ],
};

let now = 0;
let places: Position[] = [];
const move = async (place: Position) => void places.push(place);

beforeEach(() => {
  jest.useFakeTimers();
  now = 5000;
  places = [];
});
afterEach(() => jest.useRealTimers());

const pass = (business: number) => {
  now += business;
  return jest.advanceTimersByTimeAsync(1000);
};

test('walks by business time and ends at the end', async () => {
  const walking = new Walking({ now: async () => now, move });
  await walking.begin(walk);
  expect(walking.isOn).toBe(true);
  await pass(5000);
  await pass(0);
  await pass(6000);
  expect(places.map(({ longitude }) => Number(longitude.toFixed(3)))).toEqual([120, 120.05, 120.05, 120.1]);
  expect(walking.isOn).toBe(false);
  await pass(1000);
  expect(places).toHaveLength(4);
});

test('stops where it is', async () => {
  const walking = new Walking({ now: async () => now, move });
  await walking.begin(walk);
  walking.stop();
  await pass(5000);
  expect(places).toHaveLength(1);
});

test('a phone that takes no position does not begin', async () => {
  const refuse = () => Promise.reject(new Error('no'));
  const walking = new Walking({ now: async () => now, move: refuse });
  await expect(walking.begin(walk)).rejects.toThrow('no');
  expect(walking.isOn).toBe(false);
});

test('a step that fails is missed, the next one counts', async () => {
  let fails = false;
  const moody = (place: Position) => (fails ? Promise.reject(new Error('busy')) : move(place));
  const walking = new Walking({ now: async () => now, move: moody });
  await walking.begin(walk);
  fails = true;
  await pass(1000);
  fails = false;
  await pass(1000);
  expect(places.map(({ longitude }) => Number(longitude.toFixed(3)))).toEqual([120, 120.02]);
  walking.stop();
});
