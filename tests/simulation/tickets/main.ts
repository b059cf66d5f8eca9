import { parseArgs } from 'node:util';
import { blindVersionCheck } from '../stage/blindCheck';
import { simulate } from './simulate';

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

/** `npm run -s simulate:tickets -- --seed N --steps N`: the last line says how many steps and violations; 1 where there are any. */
export async function runSimulation(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options });
  const steps = Number(values.steps);
  if (!Number.isSafeInteger(steps) || steps < 1) throw new Error('--steps is a whole number');
  // The system's environment is slow to read, and the SDK reads it at every request.
  process.env = { ...process.env };
  const total = { steps: 0, violations: 0 };
  for (const seed of seedsOf(values.seed)) {
    const distort = values.sabotage === 'blind' ? { distort: blindVersionCheck() } : {};
    const result = await simulate({ seed, steps, ...distort });
    const { violations, trace, heard, digest, ...figures } = result;
    if (values.heard) for (const [what, times] of Object.entries(heard).sort()) print(`${times} × ${what}`);
    const lines = values.about
      ? trace.about(values.about.split(','))
      : violations.length > 0
        ? trace.last(shown)
        : [];
    for (const line of lines) print(line);
    for (const { law, what } of violations) print(`VIOLATED: ${law}: ${what}`);
    print(JSON.stringify({ seed, violations: violations.length, ...figures, digest: digest.slice(0, 16) }));
    total.steps += result.steps;
    total.violations += violations.length;
  }
  print(JSON.stringify(total));
  return total.violations === 0 ? 0 : 1;
}

function seedsOf(text: string): readonly number[] {
  const [first, last = first] = text.split('-').map(Number);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last))
    throw new Error('--seed is a whole number, or two with a - between them');
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
