import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabase } from './testDatabase';

const writer = join(__dirname, 'durabilityWriter.ts');
const indexed = [{ name: 'n', keys: [{ field: 'n', direction: '1' }] }];

interface Acknowledged {
  readonly id: string;
  readonly left: number;
}

/** Lets a process write until it has acknowledged `count` rounds, and kills it there and then. */
function writeUntilKilled(stateFolder: string, count: number): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, stateFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > count) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', () => {
      const complete = output.split('\n').slice(0, -1);
      resolve(complete.map((line) => JSON.parse(line) as Acknowledged));
    });
  });
}

describe('a killed database', () => {
  it('has lost nothing it acknowledged and kept no half transaction', async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), 'nuanlin-kill-'));
    const written = new Set<string>();
    try {
      for (const count of [1, 40, 150]) {
        const acknowledged = await writeUntilKilled(stateFolder, count);
        expect(acknowledged.length).toBeGreaterThanOrEqual(count);
        for (const { id } of acknowledged) written.add(id);
        const database = new TestDatabase({
          stateFolder,
          database: { collections: [{ name: 'things', indexes: indexed }] },
        });
        const left = Number((await database.get('things', 'left'))?.balance);
        const right = Number((await database.get('things', 'right'))?.balance);
        expect(left + right).toBe(2000);
        expect(left).toBeLessThanOrEqual(acknowledged[acknowledged.length - 1]!.left);
        const kept = new Set((await database.find('things', { n: 1 })).map(({ _id }) => String(_id)));
        for (const id of written) expect(kept).toContain(id);
        expect((await database.find('things', {})).length).toBe(kept.size + 2);
        database.close();
      }
    } finally {
      rmSync(stateFolder, { recursive: true, force: true });
    }
  }, 60_000);
});
