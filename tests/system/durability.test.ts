import { killRounds } from './process/killRounds';

test('killed under load five times, the cloud has lost nothing that it acknowledged and holds no half transaction', async () => {
  const report = await killRounds(5, 1);
  expect(report.faults).toEqual([]);
  expect(report.acknowledgedAdds).toBeGreaterThan(50);
  expect(report.acknowledgedTransactions).toBeGreaterThan(20);
  expect(report.acknowledgedUpdates).toBeGreaterThan(50);
}, 120_000);
