// npm run evidence: every emulated behaviour with why we believe in it; `-- --guesses` lists only what is to be checked on a
// real account.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../simulator/cloud/core/evidence';

const simulator = join(__dirname, '..', 'simulator');
const onlyGuesses = process.argv.includes('--guesses');

/** Rooms with an evidence file, by name. */
function rooms(): [string, readonly Evidence[]][] {
  return readdirSync(simulator, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('evidence.ts') && path !== join('cloud', 'core', 'evidence.ts'))
    .sort()
    .map((path) => {
      const { evidence } = require(join(simulator, path)) as { evidence: readonly Evidence[] };
      return [path.replace(/[\\/]evidence\.ts$/, ''), evidence];
    });
}

let counted = { document: 0, measured: 0, guess: 0 };
for (const [room, list] of rooms()) {
  process.stdout.write(`\n${room}\n`);
  for (const { behaviour, kind, source } of list) {
    counted = { ...counted, [kind]: counted[kind] + 1 };
    if (!onlyGuesses || kind === 'guess')
      process.stdout.write(`  ${kind.padEnd(8)}  ${behaviour}  [${source}]\n`);
  }
}
const { document, measured, guess } = counted;
process.stdout.write(`\n${document} from documents, ${measured} measured, ${guess} guesses\n`);
