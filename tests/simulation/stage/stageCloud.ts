import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Caller, Callers } from '../../../simulator/cloud/core/callers';
import { Clock } from '../../../simulator/cloud/core/clock';
import type { CloudContext } from '../../../simulator/cloud/core/context';
import { CloudError } from '../../../simulator/cloud/core/errors';
import { Faults } from '../../../simulator/cloud/core/faults';
import { Log } from '../../../simulator/cloud/core/log';
import { readEnvironmentFile } from '../../../simulator/cloud/core/project';
import { Random } from '../../../simulator/cloud/core/random';
import { defaultSettings, sdkEnvironment } from '../../../simulator/cloud/core/settings';
import { State } from '../../../simulator/cloud/core/state';
import { DatabaseService } from '../../../simulator/cloud/database/service';
import { AdminDesk, type WireAnswer } from '../../../simulator/cloud/http/adminDesk';
import type { OpenApiUser } from '../../../simulator/cloud/openapi/ports';
import { OpenApiService } from '../../../simulator/cloud/openapi/service';
import { PayService } from '../../../simulator/cloud/pay/service';
import { StorageService } from '../../../simulator/cloud/storage/service';
import { UserService } from '../../../simulator/cloud/users/service';
import { StageAgenda } from './stageAgenda';
import { adminUrl, merchantUrl, type Reply, type SentRequest, storageUrl } from './transport';

/** A function of the product, called in the platform's name. Rejects as the platform does when it throws or dies. */
export type InvokeFunction = (call: {
  readonly name: string;
  readonly event: unknown;
  readonly source: string;
  readonly openid?: string;
}) => Promise<unknown>;

export interface StageCloudOptions {
  readonly seed: number;
  /** Business time at the start, milliseconds. */
  readonly start: number;
  /** What `dist/database.json` and `dist/environment.json` would say. */
  readonly database: unknown;
  readonly environment?: unknown;
  readonly invoke: InvokeFunction;
  /** Who hears WeChat's own events; nobody where it is not given. */
  readonly push?: (event: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** The complete environment of the SDK in this process; it reads it when it is first required. */
export const stageEnvironment: Readonly<Record<string, string>> = {
  ...sdkEnvironment(adminUrl, defaultSettings.envId),
  // The SDK would warn of slow requests by a timer per request.
  SILENCE: 'true',
};

/** Longer than any run: a transaction whose function has died ends when the director says so, not by the machine's clock. */
const transactionLife = 2 ** 31 - 1;

/**
 * The simulator's rooms in this process without a server: database, files, WeChat Pay, messages, one frozen business clock. Nothing in it
 * waits for the machine, so what happens is decided by whoever calls `answer` and fires the agenda.
 */
export class StageCloud {
  readonly context: CloudContext;
  readonly agenda: StageAgenda;
  readonly database: DatabaseService;
  readonly pay: PayService;
  readonly users: UserService;
  readonly openapi: OpenApiService;
  readonly storage: StorageService;
  /** WeChat's merchant API, where the community is paid by it. */
  merchantApi: { answer(request: SentRequest): Promise<Reply> } | undefined;
  /** What went wrong inside the simulator itself; never expected. */
  readonly bugs: string[] = [];
  private readonly dist = mkdtempSync(join(tmpdir(), 'stage-dist-'));
  private readonly desk: AdminDesk;
  private caller: Caller;

  constructor({ seed, start, database, environment = {}, invoke, push }: StageCloudOptions) {
    writeFileSync(join(this.dist, 'database.json'), JSON.stringify(database));
    writeFileSync(join(this.dist, 'environment.json'), JSON.stringify(environment));
    const onBug = (what: string, error: unknown) =>
      this.bugs.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
    const { context, agenda } = makeContext({ seed, start, dist: this.dist, onBug });
    this.context = context;
    this.agenda = agenda;
    this.caller = outside(context.settings.appid);
    this.database = new DatabaseService(context, { transactionLife });
    this.users = new UserService(context);
    this.pay = new PayService(context, {
      invokeFunction: async ({ name, event, caller }) => ({
        result: await invoke({ name, event, source: caller.source }),
      }),
      callAsUser: ({ openid, name, data }) => invoke({ name, event: data, source: 'wx_client', openid }),
    });
    this.openapi = new OpenApiService(
      context,
      {
        users: { find: (openid) => this.visitor(openid) },
        push: { push: async (event) => push?.(event) },
        files: { read: async (url) => this.download(url) },
        pay: this.pay,
      },
      { sendingTime: 0 },
    );
    this.storage = new StorageService(context);
    this.desk = new AdminDesk(
      { find: () => this.caller },
      context.faults,
      context.random.stream('requests'),
      onBug,
    );
    this.desk.add(this.database.actions);
    this.desk.add(this.openapi.actions);
    this.desk.add(this.storage.actions);
  }

  /** Performs one request of a function, made in this caller's name; nothing comes back where WeChat's merchant API breaks off. */
  async reply(request: SentRequest, caller: Partial<Caller>): Promise<Reply | undefined> {
    if (request.url.startsWith(merchantUrl))
      return this.merchantApi?.answer(request).catch((error: unknown) => {
        if (error instanceof CloudError) return undefined;
        throw error;
      });
    if (request.url.startsWith(storageUrl)) return this.carry(request);
    const { contentType, body } = await this.answer(request.headers, request.body, caller);
    return { status: 200, headers: { 'content-type': contentType }, body };
  }

  /** Performs one request of the SDK, made in this caller's name. */
  answer(
    headers: Readonly<Record<string, unknown>>,
    body: Buffer,
    caller: Partial<Caller>,
  ): Promise<WireAnswer> {
    this.caller = { ...outside(this.context.settings.appid), ...caller };
    return this.desk.answer(headers as Record<string, string>, body);
  }

  /** A file on its way to the cloud or from it. */
  private carry({ url, method, headers, body }: SentRequest): Reply {
    const { pathname, searchParams } = new URL(url);
    const [, kind, path = ''] = /\/storage\/(upload|files)\/(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
    if (method === 'PUT' && kind === 'upload') return this.storage.putFile({ path, headers, body });
    const { sign = '', t = '' } = Object.fromEntries(searchParams);
    if (method === 'GET' && kind === 'files') return this.storage.getFile({ path, sign, t });
    throw new Error(`no such request for a file: ${method} ${pathname}`);
  }

  private visitor(openid: string): OpenApiUser | undefined {
    const lastVisit = this.users.lastSeen(openid);
    return this.users.find(openid) && { ...(lastVisit === undefined ? {} : { lastVisit }) };
  }

  /** What a link of our storage leads to. */
  private download(url: string): Uint8Array | undefined {
    const [, path = ''] = new URL(url).pathname.split('/storage/files/');
    const file = this.storage.findPath(path);
    return file && this.storage.read(file.fileID);
  }

  stop(): void {
    this.database.stop();
    this.context.state.close();
    rmSync(this.dist, { recursive: true, force: true });
  }
}

function outside(appid: string): Caller {
  return { appid, source: '', clientIp: '127.0.0.1', functionName: 'stage' };
}

interface ContextOptions {
  readonly seed: number;
  readonly start: number;
  readonly dist: string;
  readonly onBug: (what: string, error: unknown) => void;
}

function makeContext({ seed, start, dist, onBug }: ContextOptions) {
  const settings = { ...defaultSettings, seed, dist, strictTransactions: 'always' as const };
  const state = new State();
  const clock = new Clock(start, 0);
  const random = new Random(seed, 0);
  const agenda = new StageAgenda(state, clock, onBug);
  const file = readEnvironmentFile(dist);
  const context: CloudContext = {
    ...{ settings, state, clock, agenda, random },
    faults: new Faults(random.stream('faults')),
    log: new Log(),
    callers: new Callers(() => random.stream('tokens').hex(40), settings.appid),
    environment: () => file,
    baseUrl: () => adminUrl,
  };
  return { context, agenda };
}
