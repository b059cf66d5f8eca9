import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { loadSdk } from '../tests/contract/harness/local';
import type { Database, Doc, Sdk } from '../tests/contract/harness/sdk';
import { CloudProcess } from '../tests/system/process/cloudProcess';

export const billCount = 100_000;
export const coldStarts = 7;

/** A bill as a property product keeps it, about 330 bytes. */
export function bill(n: number): Doc {
  const month = `2026-${String((n % 12) + 1).padStart(2, '0')}`;
  return {
    _id: `bill${String(n).padStart(6, '0')}`,
    household: `3-${n % 40}-${n % 2000}`,
    item: ['物业费', '水费', '公摊电费', '停车费'][n % 4],
    month,
    amount: 1000 + (n % 9973),
    status: n % 3 === 0 ? 'open' : 'paid',
    due: 1_760_000_000_000 + n * 60_000,
    note: 'x'.repeat(100),
  };
}

const databaseFile = {
  collections: [
    {
      name: 'bills',
      indexes: [
        {
          name: 'status_due',
          keys: [
            { field: 'status', direction: '1' },
            { field: 'due', direction: '1' },
          ],
        },
        { name: 'household', keys: [{ field: 'household', direction: '1' }] },
      ],
    },
    { name: 'notes' },
    { name: 'counters' },
  ],
};

/** A function as the product ships it: one file with the SDK in it. */
const code = `const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async (event) => ({ n: event.n, openid: cloud.getWXContext().OPENID });`;

/** A cloud in its own process, its state on disk, with a database and functions to measure. */
export class Setting {
  readonly cloud: Sdk;
  readonly db: Database;

  private constructor(
    readonly process: CloudProcess,
    private readonly folder: string,
  ) {
    Object.assign(globalThis.process.env, process.ready.env);
    this.cloud = loadSdk();
    this.cloud.init({ env: this.cloud.DYNAMIC_CURRENT_ENV });
    this.db = this.cloud.database();
  }

  static async open(): Promise<Setting> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    await writeDist(join(folder, 'dist'));
    const words = ['--port', '0', '--state', join(folder, 'state'), '--dist', join(folder, 'dist')];
    return new Setting(await CloudProcess.start(words), folder);
  }

  async fill(): Promise<void> {
    const bills = this.db.collection('bills');
    for (let from = 0; from < billCount; from += 1000)
      await bills.add({ data: Array.from({ length: 1000 }, (_unused, n) => bill(from + n)) });
    await this.db.collection('counters').add({ data: { _id: 'one', n: 0 } });
  }

  async close(): Promise<void> {
    await this.process.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function writeDist(dist: string): Promise<void> {
  const first = join(dist, 'cloudfunctions', 'warm');
  mkdirSync(first, { recursive: true });
  writeFileSync(join(dist, 'database.json'), JSON.stringify(databaseFile));
  writeFileSync(join(first, 'config.json'), JSON.stringify({ timeout: 20 }));
  await build({
    stdin: { contents: code, resolveDir: resolve(__dirname, '..') },
    outfile: join(first, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
  });
  for (let n = 0; n < coldStarts; n += 1)
    cpSync(first, join(dist, 'cloudfunctions', `cold${n}`), { recursive: true });
}
