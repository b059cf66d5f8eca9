import { parseArgs } from 'node:util';
import { type Cloud, startCloud } from './cloud';
import { CloudError } from './core/errors';
import { defaultSettings, type Settings } from './core/settings';
import { isLoopbackName } from './http/loopback';
import { watchOverNpm } from './orphan';

const help = `npm run cloud -- [options]
  --port 4600              0 lets the machine choose
  --state .nuanlin/cloud   folder of the state; kept through restarts
  --memory                 keep the state only while this runs
  --clock <instant>        business time at the start, as 2026-11-10T09:00:00+08:00
  --seed 1                 all chance follows from it
  --dist dist              folder with cloudfunctions/, database.json, environment.json
  --host 127.0.0.1         loopback only
  --max-instances 4        instances of one function at a time
  --strict functions       whose 'where' inside a transaction is refused: functions, always, never`;

const options = {
  port: { type: 'string' },
  state: { type: 'string', default: '.nuanlin/cloud' },
  memory: { type: 'boolean', default: false },
  clock: { type: 'string' },
  seed: { type: 'string' },
  dist: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  'max-instances': { type: 'string' },
  strict: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; a wrong word is refused by name. */
export function readArguments(words: readonly string[]): Partial<Settings> | 'help' {
  const { values } = parseArgs({ args: [...words], options, allowPositionals: false });
  if (values.help) return 'help';
  if (!isLoopbackName(values.host)) {
    throw new CloudError(
      'NOT_LOOPBACK',
      `--host ${values.host}: the cloud asks nobody for a password and serves this machine only`,
    );
  }
  return {
    port: wholeNumber('--port', values.port, 0, 65_535) ?? defaultSettings.port,
    stateFolder: values.memory ? undefined : values.state,
    dist: values.dist ?? defaultSettings.dist,
    clockStart: values.clock === undefined ? undefined : instantOf(values.clock),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1) ?? defaultSettings.seed,
    maxInstances:
      wholeNumber('--max-instances', values['max-instances'], 1, 64) ?? defaultSettings.maxInstances,
    strictTransactions: strictness(values.strict),
  };
}

function wholeNumber(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new CloudError(
    'INVALID_PARAM',
    `${name} ${text}: a whole number from ${least} to ${most} is expected`,
  );
}

function instantOf(text: string): number {
  const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const instant = hasZone ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw new CloudError(
    'INVALID_PARAM',
    `--clock ${text}: an instant with its zone is expected, as 2026-11-10T09:00:00+08:00`,
  );
}

function strictness(text: string | undefined): Settings['strictTransactions'] {
  if (text === undefined) return defaultSettings.strictTransactions;
  if (text === 'functions' || text === 'always' || text === 'never') return text;
  throw new CloudError('INVALID_PARAM', `--strict ${text}: functions, always or never is expected`);
}

/** Runs the cloud until it is told to stop. Prints one line of JSON when ready; complaints go to the error output. */
export async function runCloud(words: readonly string[]): Promise<void> {
  try {
    const settings = readArguments(words);
    if (settings === 'help') {
      process.stdout.write(`${help}\n`);
      return;
    }
    const cloud = await startCloud(settings);
    stopWhenTold(cloud);
    const { adminUrl, gatewayUrl, controlUrl, env } = cloud;
    process.stdout.write(`${JSON.stringify({ adminUrl, gatewayUrl, controlUrl, env })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function stopWhenTold(cloud: Cloud): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    cloud.stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  watchOverNpm(stop);
}
