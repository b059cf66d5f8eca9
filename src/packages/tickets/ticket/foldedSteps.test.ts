import { folded, portion } from './foldedSteps';

const steps = Array.from({ length: 300 }, (_, index) => index);

test('a usual course is drawn whole', () => {
  expect(folded(steps.slice(0, portion), 0)).toEqual({
    ...{ newest: steps.slice(0, portion), older: [], left: 0 },
  });
  expect(folded([], 0)).toEqual({ newest: [], older: [], left: 0 });
});

test('of a long one the newest; older ones portion by portion, none lost or twice', () => {
  expect(folded(steps, 0)).toEqual({ newest: steps.slice(0, portion), older: [], left: 300 - portion });
  for (let opened = 0; opened < 20; opened += 1) {
    const { newest, older, left } = folded(steps, opened);
    const drawn = [...newest, ...older.flat()];
    expect(drawn).toEqual(steps.slice(0, drawn.length));
    expect(drawn.length + left).toBe(300);
    expect(Math.max(...older.map(({ length }) => length), 0)).toBeLessThanOrEqual(portion);
  }
  expect(folded(steps, 14).left).toBe(0);
});
