import { oneOf, readOptions, seedsOf, wholeNumber } from '../../../tools/options';
import { blindVersionCheck } from '../stage/blindCheck';
import { type SimulationResult, simulate } from './simulate';

/** Lines before a violation. */
const shown = 60;

const options = {
  /** `7`, or all of `101-140` one after the other. */
  seed: { type: 'string', default: '1' },
  /** Of each seed. */
  steps: { type: 'string', default: '5000' },
  /** Prints every line of the trace in which this word stands, of words with commas between them; otherwise the last ones. */
  about: { type: 'string' },
  /** Prints what phones were told, and how often. */
  heard: { type: 'boolean', default: false },
  /** `blind`: versions are not compared, to see that it is found. */
  sabotage: { type: 'string' },
} as const;

interface Wanted {
  readonly about?: string;
  readonly heard: boolean;
}

/** `npm run -s simulate:payments -- --seed N --steps N`: the last line says how many steps and violations; 1 where there are any. */
export async function runSimulation(words: readonly string[]): Promise<number> {
  const values = readOptions(words, options);
  const steps = wholeNumber('steps', values.steps, 1);
  const seeds = seedsOf(values.seed);
  const sabotage = oneOf('sabotage', values.sabotage, ['blind']);
  // The system's environment is slow to read, and the SDK reads it at every request.
  process.env = { ...process.env };
  const total = { steps: 0, violations: 0 };
  for (const seed of seeds) {
    const began = process.cpuUsage();
    const distort = sabotage === 'blind' ? { distort: blindVersionCheck() } : {};
    const result = await simulate({ seed, steps, ...distort });
    const { user, system } = process.cpuUsage(began);
    tell(seed, result, values, (user + system) / 1_000_000);
    total.steps += result.steps;
    total.violations += result.violations.length;
  }
  print(JSON.stringify(total));
  return total.violations === 0 ? 0 : 1;
}

function tell(seed: number, result: SimulationResult, { about, heard }: Wanted, cpuSeconds: number): void {
  const { violations, trace, heard: told, ...figures } = result;
  if (heard) for (const [what, times] of Object.entries(told).sort()) print(`${times} × ${what}`);
  const lines = about ? trace.about(about.split(',')) : violations.length > 0 ? trace.last(shown) : [];
  for (const line of lines) print(line);
  if (violations.length > 0) print(`seed ${seed}, after ${result.steps} steps:`);
  for (const { law, what } of violations) print(`VIOLATED: ${law}: ${what}`);
  const { digest, ...rest } = figures;
  print(
    JSON.stringify({
      seed,
      violations: violations.length,
      ...rest,
      digest: digest.slice(0, 16),
      cpuSeconds: Math.round(cpuSeconds * 10) / 10,
    }),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
