import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Control } from '../../contract/harness/control';
import { Phone } from '../../contract/harness/phone';
import type { Doc } from '../../contract/harness/sdk';

const root = resolve(__dirname, '../../..');

interface Ready {
  readonly adminUrl: string;
  readonly gatewayUrl: string;
  readonly env: Record<string, string>;
}

/** A cloud as `npm run cloud` starts it: its own process, to be stopped or killed. */
export class CloudProcess {
  readonly control: Control;

  private constructor(
    private readonly child: ChildProcess,
    readonly ready: Ready,
  ) {
    this.control = new Control(ready.adminUrl.replace(/\/admin$/, ''));
  }

  /** Resolves with the one line it prints when ready; rejects with its complaint if it ends instead. */
  static async start(words: readonly string[]): Promise<CloudProcess> {
    const child = spawn(process.execPath, ['tools/cloud.mjs', ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [printed, complaint] = ['', ''];
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    const line = new Promise<string>((ready) => {
      child.stdout.on('data', (text) => {
        printed += text;
        if (printed.includes('\n')) ready(printed.slice(0, printed.indexOf('\n')));
      });
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the cloud ended with ${code}: ${complaint.trim()}`);
    });
    const first = await Promise.race([line, ended]);
    ended.catch(() => undefined);
    return new CloudProcess(child, JSON.parse(first) as Ready);
  }

  get port(): string {
    return new URL(this.ready.adminUrl).port;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  phone(name: string, more: Doc = {}): Promise<Phone> {
    return Phone.logIn(this.ready.gatewayUrl, { user: name, create: true, ...more });
  }

  /** As a user closes it. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** As a power of the machine ends it, at once and in the middle of everything. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    const [code] = (await gone) as [number | null];
    return code;
  }
}
