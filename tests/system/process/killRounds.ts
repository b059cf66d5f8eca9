import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RandomStream } from '../../../simulator/cloud/core/random';
import { createDist, loadSdk } from '../../contract/harness/local';
import { CloudProcess } from './cloudProcess';
import { Ledger } from './load';

export interface KillReport {
  readonly rounds: number;
  readonly faults: readonly string[];
  readonly acknowledgedAdds: number;
  readonly acknowledgedTransactions: number;
  readonly acknowledgedUpdates: number;
}

/** Kills a loaded cloud again and again, each time at another instant, and looks at what is left after each. */
export async function killRounds(rounds: number, seed: number): Promise<KillReport> {
  const random = new RandomStream(seed);
  const state = mkdtempSync(join(tmpdir(), 'contract-state-'));
  const dist = createDist();
  let cloud = await CloudProcess.start(['--port', '0', '--state', state, '--dist', dist]);
  const again = ['--port', cloud.port, '--state', state, '--dist', dist];
  Object.assign(process.env, cloud.ready.env);
  // Three seconds after a request that the kill cut off, the SDK complains of its slowness.
  console.warn = () => undefined;
  const sdk = loadSdk();
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  const ledger = new Ledger(sdk.database());
  const faults: string[] = [];
  try {
    await ledger.prepare();
    for (let round = 0; round < rounds; round += 1) {
      const running = ledger.run();
      await new Promise((resolve) => setTimeout(resolve, 150 + random.below(450)));
      await cloud.kill();
      await running;
      cloud = await CloudProcess.start(again);
      faults.push(...(await ledger.faults()).map((fault) => `round ${round}: ${fault}`));
    }
  } finally {
    ledger.stop();
    await cloud.stop();
    for (const folder of [state, dist]) rmSync(folder, { recursive: true, force: true });
  }
  const sum = (list: readonly { acknowledged: number }[]) =>
    list.reduce((all, { acknowledged }) => all + acknowledged, 0);
  return {
    rounds,
    faults,
    acknowledgedAdds: ledger.added.length,
    acknowledgedTransactions: sum(ledger.pairs),
    acknowledgedUpdates: sum(ledger.counters),
  };
}
