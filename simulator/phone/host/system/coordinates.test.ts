import { gcj02ToWgs84, wgs84ToGcj02 } from './coordinates';

test('Tiananmen stands some hundred metres off on the map', () => {
  const { latitude, longitude } = wgs84ToGcj02({ latitude: 39.907333, longitude: 116.391083 });
  expect(latitude).toBeCloseTo(39.908735, 4);
  expect(longitude).toBeCloseTo(116.397325, 4);
});

test('there and back is the same place to about a metre', () => {
  const there = wgs84ToGcj02({ latitude: 31.2304, longitude: 121.4737 });
  const back = gcj02ToWgs84(there);
  expect(Math.abs(back.latitude - 31.2304)).toBeLessThan(2e-5);
  expect(Math.abs(back.longitude - 121.4737)).toBeLessThan(2e-5);
});

test('outside of China nothing is shifted', () => {
  expect(wgs84ToGcj02({ latitude: 48.8584, longitude: 2.2945 })).toEqual({
    latitude: 48.8584,
    longitude: 2.2945,
  });
});
