import { parseArgs } from 'node:util';
import { blindVersionCheck } from '../stage/blindCheck';
import { simulate } from './simulate';

/** Lines before a violation. */
const shown = 60;

/** `npm run -s simulate:payments -- --seed N --steps N`: the last line says how many steps and violations; 1 where there are any. */
export async function runSimulation(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: '5000' },
      /** Prints every line of the trace in which this word stands, of words with commas between them; otherwise the last ones. */
      about: { type: 'string' },
      /** Prints what phones were told, and how often. */
      heard: { type: 'boolean', default: false },
      /** `blind`: versions are not compared, to see that it is found. */
      sabotage: { type: 'string' },
    },
  });
  const [seed, steps] = [Number(values.seed), Number(values.steps)];
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(steps) || steps < 1)
    throw new Error('--seed and --steps are whole numbers');
  const began = process.cpuUsage();
  const result = await simulate({
    seed,
    steps,
    ...(values.sabotage === 'blind' ? { distort: blindVersionCheck() } : {}),
  });
  const { user, system } = process.cpuUsage(began);
  const cpuSeconds = Math.round((user + system) / 100_000) / 10;
  const { violations, trace, heard, ...figures } = result;
  if (values.heard) for (const [what, times] of Object.entries(heard).sort()) print(`${times} × ${what}`);
  if (values.about) for (const line of trace.about(values.about.split(','))) print(line);
  else if (violations.length > 0) {
    for (const line of trace.last(shown)) print(line);
  }
  print(`seed ${seed}, after ${result.steps} steps:`);
  for (const { law, what } of violations) print(`VIOLATED: ${law}: ${what}`);
  print(JSON.stringify({ seed, ...figures, cpuSeconds }));
  print(JSON.stringify({ steps: result.steps, violations: violations.length }));
  return violations.length === 0 ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
