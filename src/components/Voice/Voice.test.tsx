import { secondsWords } from './Voice';

test('a length is said as on a player', () => {
  expect([1, 12, 60].map(secondsWords)).toEqual(['0:01', '0:12', '1:00']);
});
