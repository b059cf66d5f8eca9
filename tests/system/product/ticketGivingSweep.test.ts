import { planOfSweep, sweep } from './sweep';

jest.setTimeout(240_000);

test('the tick reads what is due, however many tickets are open', async () => {
  const few = await sweep(5);
  const many = await sweep(2000);
  expect([few.told, many.told]).toEqual([5, 5]);
  expect(many.operations).toBe(few.operations);
});

test('what is due is read from its index, in its order, and nothing beside it', async () => {
  expect(await planOfSweep()).toEqual({ index: 'at', order: 'index', isExact: true });
});
