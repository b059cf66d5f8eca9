import { decoded } from './useParameters';

test('parameters are decoded, broken ones left as they are', () => {
  expect(decoded({ place: '3%E6%A0%8B', odd: '%', none: undefined })).toEqual({
    place: '3栋',
    odd: '%',
    none: undefined,
  });
});

test('a printed code carries names and values', () => {
  expect(decoded({ scene: 'h%3Dyunqi-1201%26c%3Dyunqi' })).toEqual({ h: 'yunqi-1201', c: 'yunqi' });
  expect(decoded({ scene: 'plain' })).toEqual({ scene: 'plain' });
});
