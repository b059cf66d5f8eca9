import { SetDataGauge } from './setDataFigures';

const record = (at: number, bytes = 100, duration = 3) => ({ at, bytes, duration });

test('counts the heaviest call, the busiest second and the course', () => {
  const gauge = new SetDataGauge();
  gauge.take([record(1000, 100), record(1500, 300), record(9000, 200, 7)], 100_000);
  const figures = gauge.figures(100_000);
  expect(figures).toMatchObject({ count: 3, mostBytes: 300, mostPerSecond: 2, latestDuration: 7 });
  expect(figures.course).toHaveLength(30);
  expect(figures.course.at(-1)).toBe(200);
  expect(figures.course.at(-4)).toBe(300);
  expect(figures.course.at(-5)).toBe(100);
});

test('counts a record once however often it is listed', () => {
  const gauge = new SetDataGauge();
  gauge.take([record(1000)], 50_000);
  gauge.take([record(1000), record(2000)], 51_000);
  expect(gauge.figures(51_000).count).toBe(2);
});

test('forgets what is older than a minute', () => {
  const gauge = new SetDataGauge();
  gauge.take([record(1000, 5000)], 10_000);
  expect(gauge.figures(69_000).mostBytes).toBe(5000);
  expect(gauge.figures(71_000)).toMatchObject({ count: 0, mostBytes: 0, mostPerSecond: 0 });
});

test('a phone loaded anew begins again without losing the minute before', () => {
  const gauge = new SetDataGauge();
  gauge.take([record(9000)], 10_000);
  gauge.restart();
  gauge.take([record(40)], 12_000);
  expect(gauge.figures(12_000).count).toBe(2);
});

test('nothing yet is nothing', () => {
  expect(new SetDataGauge().figures(0)).toEqual({
    count: 0,
    mostBytes: 0,
    mostPerSecond: 0,
    course: new Array(30).fill(0),
  });
});
