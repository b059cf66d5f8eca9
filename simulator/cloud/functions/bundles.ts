import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { CloudError } from '../core/errors';

/** Function names as the console accepts them [document]. */
const functionName = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;
/** The platform's own variables cannot be set [document: SCF environment variables]. */
const reservedVariable = /^(SCF|QCLOUD|TENCENTCLOUD|TCB|WX)_/;
const lookEvery = 500;

/** Words we do not know are passed over, as the platform does: `config.json` of other projects holds more. */
const configFile = z.object({
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
  triggers: z
    .array(
      z.object({
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'not a trigger name'),
        type: z.literal('timer'),
        config: z.string(),
      }),
    )
    .max(1, 'a function has one trigger at most')
    .default([]),
  timeout: z.number().int().min(1).max(900).default(3),
  memorySize: z.number().int().min(64).max(3072).default(256),
  envVariables: z
    .record(z.string(), z.string())
    .refine((variables) => !Object.keys(variables).some((name) => reservedVariable.test(name)), {
      error: 'names that begin with SCF_, QCLOUD_, TENCENTCLOUD_, TCB_ or WX_ are reserved for the platform',
    })
    .default({}),
});

/**
 * `config.json` of a function. `timeout` in seconds (default 3), `memorySize` in megabytes (default 256), one timer trigger at
 * most [document].
 */
export type FunctionConfig = z.infer<typeof configFile>;
export type TriggerConfig = FunctionConfig['triggers'][number];

/** One deployed version of a function. */
export interface Bundle {
  readonly name: string;
  /** `index.js`. */
  readonly entry: string;
  readonly config: FunctionConfig;
  /** Changes whenever the code or the configuration does. */
  readonly version: string;
  /** Of the code alone. */
  readonly codeHash: string;
  /** Bytes. */
  readonly codeLength: number;
}

type Found = { readonly mark: string; readonly bundle?: Bundle; readonly problem?: CloudError };

/**
 * The functions of `<dist>/cloudfunctions/<name>/`. A changed file counts from the next call on: files are looked at whenever a
 * function is asked for and, once started, twice a second, so that a changed timer needs no call.
 */
export class Bundles {
  private readonly folder: string;
  private found = new Map<string, Found>();
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    dist: string,
    private readonly onProblem: (functionName: string, problem: CloudError) => void,
  ) {
    this.folder = resolve(dist, 'cloudfunctions');
  }

  /** Refuses an unknown name as the platform does, and a function whose `config.json` is wrong, with the place of the mistake. */
  find(name: string): Bundle {
    if (functionName.test(name) && this.look(name)) this.changed();
    const found = this.found.get(name);
    if (found?.problem) throw found.problem;
    if (found?.bundle) return found.bundle;
    throw new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.');
  }

  /** Every function that can run. */
  list(): Bundle[] {
    this.refresh();
    return [...this.found.values()].flatMap(({ bundle }) => (bundle ? [bundle] : []));
  }

  /** Told whenever a function has come, gone or changed. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  start(): void {
    this.refresh();
    this.timer = setInterval(() => this.refresh(), lookEvery);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Looks at every function now. */
  refresh(): void {
    const names = existsSync(this.folder) ? readdirSync(this.folder) : [];
    const known = new Set([...this.found.keys(), ...names.filter((name) => functionName.test(name))]);
    const changes = [...known].filter((name) => this.look(name));
    if (changes.length > 0) this.changed();
  }

  /** Whether anything about this function is new. */
  private look(name: string): boolean {
    const entry = join(this.folder, name, 'index.js');
    const config = join(this.folder, name, 'config.json');
    const code = markOf(entry);
    const before = this.found.get(name);
    if (code === undefined) return this.found.delete(name);
    const mark = `${code}/${markOf(config) ?? 'none'}`;
    if (before?.mark === mark) return false;
    this.found.set(name, this.read(name, { entry, config, mark }));
    return true;
  }

  private read(name: string, at: { entry: string; config: string; mark: string }): Found {
    try {
      const config = readConfig(at.config);
      const code = readFileSync(at.entry);
      const codeHash = hash(code);
      const version = hash(codeHash + JSON.stringify(config));
      return {
        mark: at.mark,
        bundle: { name, entry: at.entry, config, version, codeHash, codeLength: code.length },
      };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      this.onProblem(name, error);
      return { mark: at.mark, problem: error };
    }
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function markOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : undefined;
}

function hash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

function readConfig(path: string): FunctionConfig {
  let content: unknown = {};
  if (existsSync(path)) {
    try {
      content = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new CloudError('PROJECT_FILE_INVALID', `${path} is not JSON: ${(error as Error).message}`);
    }
  }
  const checked = configFile.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue?.path.join('.') || 'top level';
  throw new CloudError('PROJECT_FILE_INVALID', `${path}: ${place}: ${issue?.message}`);
}
