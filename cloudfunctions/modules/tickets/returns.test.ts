import { isReturned, mendedLately, repeatVisits } from './returns';
import type { Ticket } from './ticket';
import { at, hour, morning, sample } from './work/testing/samples';

const days = 24 * hour;
const rating = (stars: number, words: readonly string[]) => ({ stars, words, photos: [], at: morning });

test.each<[string, Partial<Ticket>, boolean, number]>([
  ['held', {}, false, 0],
  ['went back', { comebacks: 2 }, true, 2],
  ['rated poorly as not repaired', { rating: rating(2, ['来得太晚', '没修好']) }, true, 0],
  ['rated poorly for something else', { rating: rating(1, ['态度不好']) }, false, 0],
  ['a repeat of the same', { mendedLately: ['door', 'leak'] }, true, 1],
  ['after something else was repaired', { mendedLately: ['door'] }, false, 0],
  ['a repeat that went back', { mendedLately: ['leak'], comebacks: 1 }, true, 2],
])('%s', (_name, more, isBack, visits) => {
  expect([isReturned(sample(more)), repeatVisits(sample(more))]).toEqual([isBack, visits]);
});

test('mended lately is a repair that is done, and was reported at most thirty days ago', () => {
  const earlier = (more: Partial<Ticket>) => sample({ state: 'rated', ...more });
  const now = at(30 * days);
  expect(mendedLately([earlier({})], now)).toEqual(['leak']);
  expect(
    mendedLately([earlier({}), earlier({ state: 'closed' }), earlier({ problem: 'door' })], now),
  ).toEqual(['leak', 'door']);
  // Reported anew the day after, while the first still waits for the signature.
  expect(mendedLately([earlier({ state: 'finished' })], at(days))).toEqual(['leak']);
  expect(mendedLately([earlier({})], at(30 * days + 1))).toEqual([]);
  expect(mendedLately([earlier({ state: 'cancelled' }), earlier({ state: 'working' })], now)).toEqual([]);
  expect(mendedLately([earlier({ type: 'complaint' })], now)).toEqual([]);
});
