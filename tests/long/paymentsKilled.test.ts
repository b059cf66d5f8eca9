import { killedPayments } from '../system/product/killedPayments';
import { startPaidWorld } from '../system/product/money';

jest.setTimeout(900_000);

test.each(killedPayments)('killed at every single operation: %s', async (_name, scenario) => {
  const world = await startPaidWorld();
  try {
    expect(await scenario(world, 1)).toBeGreaterThan(10);
  } finally {
    await world.stop();
  }
});
