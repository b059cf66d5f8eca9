import { loadBars } from './loadBars';

test('an hour is full at sixty minutes, whoever it is of', () => {
  const hours = [
    { done: 30, planned: 15 },
    { done: 60, planned: 20 },
    { done: 0, planned: 0 },
  ];
  expect(loadBars({ hours }, 12)).toEqual([
    { hour: 12, done: 50, planned: 25, isOver: false },
    { hour: 13, done: 100, planned: 0, isOver: true },
    { hour: 14, done: 0, planned: 0, isOver: false },
  ]);
});
