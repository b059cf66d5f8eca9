import { killRounds } from '../system/process/killRounds';

test('killed under load fifty times, the cloud has lost nothing that it acknowledged and holds no half transaction', async () => {
  const report = await killRounds(50, 2);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report.faults).toEqual([]);
  expect(report.acknowledgedTransactions).toBeGreaterThan(50);
}, 900_000);
