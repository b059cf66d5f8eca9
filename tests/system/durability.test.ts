import { killRounds } from './process/killRounds';

test('killed under load five times, the cloud has lost nothing that it acknowledged and holds no half transaction', async () => {
  const report = await killRounds(5, 1);
  expect(report.faults).toEqual([]);
  expect(report.acknowledgedAdds).toBeGreaterThan(4);
  expect(report.acknowledgedTransactions).toBeGreaterThan(4);
  expect(report.acknowledgedUpdates).toBeGreaterThan(4);
}, 600_000);
