import { figuresOf } from './setDataFigures';

const record = (at: number, bytes = 10) => ({ at, bytes, duration: bytes / 10, component: 'p', keys: [] });

test('no call, no figures', () => {
  expect(figuresOf([])).toEqual({ calls: 0, largest: 0, perSecond: 0, slowest: 0 });
});

test('the busiest second counts, wherever it begins', () => {
  const figures = figuresOf([
    record(0),
    record(900),
    record(1500),
    record(1850, 40),
    record(1899),
    record(5000),
  ]);
  expect(figures).toEqual({ calls: 6, largest: 40, perSecond: 4, slowest: 4 });
});
