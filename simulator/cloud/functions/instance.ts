import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { ClockState } from '../core/clock';

/** What a process must know to become an instance of one function. */
export interface InstanceSpec {
  /** The bundle's `index.js`. */
  readonly bundle: string;
  /** File for V8's compiled code of the bundle; undefined keeps none. */
  readonly codeCache?: string;
  /** Megabytes of JavaScript heap; memory outside the heap (buffers) is not limited. */
  readonly memorySize: number;
  /** What stays in the environment for the instance's whole life. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: ClockState;
  /** Milliseconds the bundle may take to load. */
  readonly loadTimeout: number;
}

export interface InstanceCall {
  /** JSON. */
  readonly event: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** In the environment for this call only. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: ClockState;
  /** Milliseconds. */
  readonly timeout: number;
  /** Bytes of JSON. */
  readonly longestResult: number;
}

/** How a call, or the loading of the bundle, ended. */
export type Ending =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: string }
  | { readonly kind: 'oversize'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly stack: string }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'outOfMemory' }
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null };

type Answer = { type: 'answer'; result?: string; bytes?: number; stack?: string };
type Message =
  | Answer
  | { type: 'ready' }
  | { type: 'unloadable'; stack: string }
  | { type: 'output'; text: string }
  | { type: 'died'; stack: string };

const runner = join(__dirname, 'runner.cjs');
const mostErrorOutput = 4096;

/** One process that runs one function, one call at a time. It ends with its parent. */
export class Instance {
  /** Resolves when the process has ended. */
  readonly whenGone: Promise<void>;
  private readonly process: ChildProcess;
  private output = '';
  private errorOutput = '';
  private lastWords: string | undefined;
  private isGone = false;
  private isKilled = false;
  private waiting: ((ending: Ending) => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** `onGone` is told once when the process has ended, with its last error if it had one and nobody was waiting for it. */
  constructor(
    private readonly spec: InstanceSpec,
    private readonly onGone: (instance: Instance, lastWords?: string) => void,
  ) {
    this.process = fork(runner, [], {
      env: processEnvironment(spec.environment),
      execArgv: [`--max-old-space-size=${spec.memorySize}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.process.on('message', (message) => this.hear(message as Message));
    this.process.on('error', () => undefined);
    this.process.stderr?.on('data', (chunk: Buffer) => {
      this.errorOutput = (this.errorOutput + chunk.toString()).slice(-mostErrorOutput);
    });
    this.whenGone = new Promise((resolve) => {
      this.process.on('close', (code, signal) => {
        this.gone(code, signal);
        resolve();
      });
    });
  }

  get isAlive(): boolean {
    return !this.isGone && !this.isKilled;
  }

  get isBusy(): boolean {
    return this.waiting !== undefined;
  }

  /** Loads the bundle: `ready`, or why not. */
  load(): Promise<Ending> {
    const { bundle, codeCache, environment, clock, loadTimeout } = this.spec;
    return this.ask({ type: 'load', bundle, codeCache, environment, clock }, loadTimeout);
  }

  /** Runs one call. After `timedOut`, `outOfMemory` and `exited` the instance is gone. */
  invoke(call: InstanceCall): Promise<Ending> {
    return this.ask({ type: 'invoke', ...call }, call.timeout);
  }

  /** Changes the business clock under a running call. */
  setClock(clock: ClockState): void {
    this.send({ type: 'clock', clock });
  }

  /** What was printed since the last time, line by line. */
  takeLines(): string[] {
    const lines = this.output.split('\n');
    this.output = '';
    if (lines.at(-1) === '') lines.pop();
    return lines;
  }

  /** Ends the process at once, in mid-call if there is one. */
  kill(): void {
    this.isKilled = true;
    this.process.kill('SIGKILL');
  }

  private ask(message: Record<string, unknown>, timeout: number): Promise<Ending> {
    if (this.waiting) throw new Error('an instance runs one call at a time');
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.timer = setTimeout(() => {
        this.kill();
        this.end({ kind: 'timedOut' });
      }, timeout);
      if (!this.isAlive) this.end({ kind: 'exited', code: null, signal: null });
      else this.send(message);
    });
  }

  private send(message: Record<string, unknown>): void {
    if (this.process.connected) this.process.send(message, () => undefined);
  }

  private hear(message: Message): void {
    if (message.type === 'output') this.output += message.text;
    else if (message.type === 'died') this.lastWords = message.stack;
    else if (message.type === 'ready') this.end({ kind: 'ready' });
    else if (message.type === 'unloadable') this.end({ kind: 'failed', stack: message.stack });
    else this.end(endingOf(message));
  }

  private gone(code: number | null, signal: string | null): void {
    this.isGone = true;
    const lastWords = this.lastWords;
    const isWaitedFor = this.waiting !== undefined;
    if (lastWords !== undefined) this.end({ kind: 'failed', stack: lastWords });
    else if (this.errorOutput.includes('heap out of memory')) this.end({ kind: 'outOfMemory' });
    else this.end({ kind: 'exited', code, signal });
    this.onGone(this, isWaitedFor ? undefined : lastWords);
  }

  private end(ending: Ending): void {
    clearTimeout(this.timer);
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.(ending);
  }
}

function endingOf({ result, bytes, stack }: Answer): Ending {
  if (result !== undefined) return { kind: 'result', result };
  if (bytes !== undefined) return { kind: 'oversize', bytes };
  return { kind: 'failed', stack: stack ?? '' };
}

/** Nothing of this process's own environment gets in but what an operating system needs to start a program. */
function processEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  const needed = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP'];
  const inherited = needed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(inherited), ...environment };
}
