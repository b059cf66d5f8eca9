import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agenda } from '../../core/agenda';
import { Callers } from '../../core/callers';
import { Clock } from '../../core/clock';
import type { CloudContext } from '../../core/context';
import { watchedEnvironment } from '../../core/environment';
import { Faults } from '../../core/faults';
import { Log, type LogEntry } from '../../core/log';
import { Random } from '../../core/random';
import { defaultSettings, type Settings } from '../../core/settings';
import { State } from '../../core/state';
import { AdminDesk } from '../../http/adminDesk';
import { AdminEndpoint } from '../../http/adminEndpoint';
import { createServer } from '../../http/server';
import type { Invocation, InvocationCaller } from '../invocation';
import { FunctionService } from '../service';

/** Tuesday, 2026-11-10 09:00 in China. */
export const start = Date.parse('2026-11-10T09:00:00+08:00');
export const wang: InvocationCaller = { openid: 'oPq7x5Kd2mWnR8vT3yBcL6zHsJ4A', source: 'wx_client' };
/** For functions under test that use the SDK from outside the project. */
export const sdkPath = JSON.stringify(require.resolve('wx-server-sdk'));

/** Functions in a folder of their own, on a frozen clock, with the admin endpoint that the SDK inside them needs. */
export class Harness {
  readonly dist = mkdtempSync(join(tmpdir(), 'functions-dist-'));
  readonly context: CloudContext;
  readonly functions: FunctionService;
  readonly agendaErrors: unknown[] = [];
  private readonly server = createServer();
  private baseUrl = '';

  constructor(settings: Partial<Settings> = {}) {
    this.context = this.createContext({ ...defaultSettings, ...settings, dist: this.dist });
    this.functions = new FunctionService(this.context);
  }

  static async open(settings: Partial<Settings> = {}): Promise<Harness> {
    const harness = new Harness(settings);
    await harness.listen();
    return harness;
  }

  /** Deploys one function: the source of its `index.js`, and what stands in `config.json` (nothing: no such file). */
  deploy(name: string, source: string, config?: unknown): void {
    const folder = join(this.dist, 'cloudfunctions', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), source);
    const path = join(folder, 'config.json');
    if (config === undefined) rmSync(path, { force: true });
    else writeFileSync(path, typeof config === 'string' ? config : JSON.stringify(config));
  }

  /** Takes a function away. */
  remove(name: string): void {
    rmSync(join(this.dist, 'cloudfunctions', name), { recursive: true });
  }

  environment(content: unknown): void {
    writeFileSync(join(this.dist, 'environment.json'), JSON.stringify(content));
  }

  /** The parsed result of a call by Wang, or by whom is given. */
  async call(name: string, event: unknown = {}, more: Partial<Invocation> = {}): Promise<unknown> {
    const { result } = await this.functions.invoke({ name, event, caller: wang, ...more });
    return JSON.parse(result);
  }

  /** The code and message of a call that must fail. */
  async refusal(name: string, event: unknown = {}, more: Partial<Invocation> = {}) {
    try {
      await this.call(name, event, more);
    } catch (error) {
      return error as { code: string; message: string; requestId: string };
    }
    throw new Error(`${name} did not fail`);
  }

  logged(kind: LogEntry['kind']): LogEntry[] {
    return this.context.log.find({ kind });
  }

  async close(): Promise<void> {
    await this.context.agenda.stop();
    await this.functions.stop();
    await this.server.close();
    this.context.state.close();
    rmSync(this.dist, { recursive: true, force: true });
  }

  private async listen(): Promise<void> {
    const { callers, faults, random } = this.context;
    const desk = new AdminDesk(callers, faults, random.stream('requests'), (_action, error) => {
      throw error;
    });
    desk.add(this.functions.actions);
    const endpoint = new AdminEndpoint(desk);
    this.server.post('/admin', (request, reply) => endpoint.answer(request, reply));
    await this.server.listen({ host: '127.0.0.1', port: 0 });
    this.baseUrl = `http://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  private createContext(settings: Settings): CloudContext {
    const state = new State();
    const clock = new Clock(start, 0);
    const random = new Random(7, 1);
    const tokens = random.stream('tokens');
    return {
      settings,
      state,
      clock,
      agenda: new Agenda(state, clock, (_kind, error) => this.agendaErrors.push(error)),
      random,
      faults: new Faults(random.stream('faults')),
      log: new Log(),
      callers: new Callers(() => tokens.hex(40), settings.appid),
      environment: watchedEnvironment(settings.dist),
      baseUrl: () => this.baseUrl,
    };
  }
}
