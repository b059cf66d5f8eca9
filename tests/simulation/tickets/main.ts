import { oneOf, readOptions, seedsOf, wholeNumber } from '../../../tools/options';
import { blindVersionCheck } from '../stage/blindCheck';
import type { Distort } from '../stage/stage';
import { stageEnvironment } from '../stage/stageCloud';
import type { Violation } from './laws/law';
import { simulate } from './simulate';

/** Of all steps a tenth goes through the real SDK, of short runs so many; the others through the rules and documents in memory. */
const fewestReal = 2000;

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
  /** `real` or `rules`: all steps through one of them. */
  part: { type: 'string' },
  /** `blind`: versions are not compared, to see that it is found. */
  sabotage: { type: 'string' },
} as const;

/** `npm run -s simulate:tickets -- --seed N --steps N`: the last line says how many steps and violations; 1 where there are any. */
export async function runSimulation(words: readonly string[]): Promise<number> {
  const values = readOptions(words, options);
  const steps = wholeNumber('steps', values.steps, 1);
  const seeds = seedsOf(values.seed);
  const part = oneOf('part', values.part, ['real', 'rules']);
  const sabotage = oneOf('sabotage', values.sabotage, ['blind']);
  // The system's environment is slow to read, and the SDK reads it at every request.
  process.env = { ...process.env };
  const total = { steps: 0, violations: 0 };
  for (const seed of seeds) {
    const distort = sabotage === 'blind' ? { distort: blindVersionCheck() } : {};
    const real = part === 'rules' ? 0 : part === 'real' ? steps : realOf(steps);
    const parts: Part[] = [];
    if (real > 0) parts.push(await realPart(seed, real, { ...values, ...distort }));
    if (steps > real) parts.push(rulesPart(seed, steps - real));
    for (const { result, lines } of parts) {
      for (const line of lines) print(line);
      for (const { law, what } of result.violations) print(`VIOLATED: ${law}: ${what}`);
      const { violations, ...figures } = result;
      print(JSON.stringify({ seed, violations: violations.length, ...figures }));
      total.steps += result.steps;
      total.violations += violations.length;
    }
  }
  print(JSON.stringify(total));
  return total.violations === 0 ? 0 : 1;
}

function realOf(steps: number): number {
  return Math.min(steps, Math.max(fewestReal, Math.ceil(steps / 10)));
}

interface Part {
  readonly result: { readonly steps: number; readonly violations: readonly Violation[] };
  /** What led there, or what was asked for. */
  readonly lines: readonly string[];
}

interface Wanted {
  readonly about?: string;
  readonly heard: boolean;
  readonly distort?: Distort;
}

async function realPart(
  seed: number,
  steps: number,
  { about, heard: isHeard, distort }: Wanted,
): Promise<Part> {
  const { trace, heard, digest, ...figures } = await simulate({
    seed,
    steps,
    ...(distort ? { distort } : {}),
  });
  const told = isHeard ? Object.entries(heard).sort() : [];
  const events = figures.violations.length > 0 ? trace.last(shown) : [];
  const lines = [
    ...told.map(([what, times]) => `${times} × ${what}`),
    ...(about ? trace.about(about.split(',')) : events),
  ];
  return { result: Object.assign(figures, { part: 'real', digest: digest.slice(0, 16) }), lines };
}

function rulesPart(seed: number, steps: number): Part {
  // The product is read once the SDK's environment stands.
  Object.assign(process.env, stageEnvironment);
  const { simulateRules } = require('./rules/simulateRules') as typeof import('./rules/simulateRules');
  const { last, ...figures } = simulateRules({ seed, steps });
  return {
    result: Object.assign(figures, { part: 'rules' }),
    lines: figures.violations.length > 0 ? last : [],
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
