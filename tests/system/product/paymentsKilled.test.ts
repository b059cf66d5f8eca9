import { killedPayments } from './killedPayments';
import { startPaidWorld } from './money';

jest.setTimeout(240_000);

// Every one of them: tests/long.
test.each(killedPayments)('killed at every seventh operation: %s', async (_name, scenario) => {
  const world = await startPaidWorld();
  try {
    expect(await scenario(world, 7)).toBeGreaterThan(10);
  } finally {
    await world.stop();
  }
});
