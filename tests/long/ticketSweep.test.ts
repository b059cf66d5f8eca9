import { sweep } from '../system/product/sweep';

test('the tick reads only what is due of 100,000 open tickets', async () => {
  const few = await sweep(5);
  const many = await sweep(100_000);
  process.stdout.write(`${JSON.stringify({ few, many })}\n`);
  expect(many.told).toBe(5);
  expect(many.operations).toBe(few.operations);
}, 900_000);
