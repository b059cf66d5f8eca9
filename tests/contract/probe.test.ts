import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Started, startContractCloud } from './harness/local';
import type { Difference, ProbeResult } from './harness/probe';

let started: Started;
beforeAll(async () => {
  started = await startContractCloud();
}, 240_000);
afterAll(() => started.stop());

test('the probe, as one bundled function, finds no difference in the local cloud', async () => {
  const out = join(started.local.dist, 'cloudfunctions', 'probe');
  const { status, stderr } = spawnSync(process.execPath, ['tools/probe.mjs', '--out', out], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const differences: Difference[] = [];
  let passed = 0;
  let checks = 0;
  let from: number | undefined = 0;
  while (from !== undefined) {
    const data = { probe: 'run', from, milliseconds: 8000 };
    const result = (await started.cloud.callFunction({ name: 'probe', data })).result as ProbeResult;
    differences.push(...result.differences);
    passed += result.passed;
    checks = result.checks;
    from = result.next;
  }
  expect(differences).toEqual([]);
  expect(passed).toBe(checks);
  expect(checks).toBeGreaterThanOrEqual(250);
}, 180_000);

test('the probe names what differs and why', async () => {
  await started.local.control.fault({
    point: 'admin.database.calculateDocument',
    kind: 'error',
    message: 'counting is broken here',
  });
  const data = { probe: 'run', milliseconds: 3000 };
  const { differences } = (await started.cloud.callFunction({ name: 'probe', data })).result as ProbeResult;
  await started.local.control.clearFaults();
  const found = differences.find(({ name }) => name === 'collection.add takes 1,001 documents in one call');
  expect(found?.message).toContain('counting is broken here');
  expect(found?.evidence).toMatch(/^measured: /);
}, 240_000);
