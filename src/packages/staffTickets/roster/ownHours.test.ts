import { clockOf, minuteOf, ownShift } from './ownHours';

test('a time is its minute of the day, and back', () => {
  expect(['00:00', '8:05', '23:59', '明天'].map(minuteOf)).toEqual([0, 485, 1439, undefined]);
  expect([0, 485, 1439, 1920].map(clockOf)).toEqual(['00:00', '08:05', '23:59', '08:00']);
});

test('an end before the beginning is on the next day, and nobody is there longer than 16 hours', () => {
  expect(ownShift(480, 1020)).toEqual({ from: 480, to: 1020 });
  expect(ownShift(1320, 420)).toEqual({ from: 1320, to: 1860 });
  expect(ownShift(1320, 1860)).toEqual({ from: 1320, to: 1860 });
  expect([ownShift(0, 960), ownShift(0, 961), ownShift(480, 480)]).toEqual([
    { from: 0, to: 960 },
    undefined,
    undefined,
  ]);
});
