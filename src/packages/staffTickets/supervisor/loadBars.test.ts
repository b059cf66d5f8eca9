import { loadBars } from './loadBars';

test('an hour is full at sixty minutes, whoever it is of', () => {
  const hours = [
    { done: 30, planned: 15 },
    { done: 60, planned: 20 },
    { done: 0, planned: 0 },
  ];
  expect(loadBars({ hours })).toEqual([
    { hour: 8, done: 50, planned: 25, isOver: false },
    { hour: 9, done: 100, planned: 0, isOver: true },
    { hour: 10, done: 0, planned: 0, isOver: false },
  ]);
});
