import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agenda } from '../../core/agenda';
import { type Caller, Callers } from '../../core/callers';
import { Clock } from '../../core/clock';
import type { CloudContext } from '../../core/context';
import { Faults } from '../../core/faults';
import { Log } from '../../core/log';
import type { EnvironmentFile } from '../../core/project';
import { Random } from '../../core/random';
import { defaultSettings } from '../../core/settings';
import { State } from '../../core/state';
import type { OpenApiPorts, OpenApiUser, PayPort, PushPort } from '../ports';
import { type OpenApiOptions, OpenApiService } from '../service';
import { openApiBytes, readFields } from './sdkBytes';

export const wang = 'oPq7x5Kd2mWnR8vT3yBcL6zHsJ4A';
export const li = 'oPq7x5Zt9bQwE1uN6kVfM3xCgY2B';
const start = Date.parse('2026-11-10T09:00:00+08:00');

/** What WeChat's own server would have answered. */
export interface WeChatAnswer {
  readonly errcode: number;
  readonly errmsg?: string;
  readonly image?: Buffer;
  readonly [field: string]: unknown;
}

/** The open interfaces with everything around them standing in, for tests of this room. */
export class Harness {
  readonly dist = mkdtempSync(join(tmpdir(), 'openapi-dist-'));
  readonly context: CloudContext;
  readonly service: OpenApiService;
  readonly pushed: Record<string, unknown>[] = [];
  push: PushPort['push'] = async (event) => void this.pushed.push(event);
  readonly files = new Map<string, Uint8Array>();
  readonly users = new Map<string, OpenApiUser>([
    [wang, { phone: '13800001234', lastVisit: start }],
    [li, { lastVisit: start - 3 * 3_600_000 }],
  ]);
  pay: PayPort['call'] = async (apiName, request) => ({ return_code: 'SUCCESS', apiName, request });

  constructor(
    readonly templates: EnvironmentFile['templates'] = [],
    options?: OpenApiOptions,
  ) {
    this.context = this.createContext();
    this.service = new OpenApiService(this.context, this.ports(), options);
  }

  /** `dist/miniprogram/app.json` as the product's build would leave it. */
  build(app: Record<string, unknown>): void {
    mkdirSync(join(this.dist, 'miniprogram'), { recursive: true });
    writeFileSync(join(this.dist, 'miniprogram', 'app.json'), JSON.stringify(app));
  }

  /** One call of an open interface below the transport: WeChat's JSON, or the bytes of an image. */
  async call(
    apiName: string,
    args: Readonly<Record<string, unknown>>,
    media?: Parameters<typeof openApiBytes>[1],
  ): Promise<WeChatAnswer> {
    const { appid } = this.context.settings;
    const parts = new Map([['requestData', openApiBytes(args, media)]]);
    const caller = { appid, source: '', clientIp: '127.0.0.1' };
    const answer = await this.service.actions['wx.openApi']!({ apiName }, { caller, requestId: 'r', parts });
    if (!('raw' in answer)) throw new Error('an open interface answers bytes');
    const fields = readFields(answer.raw.body);
    const data = fields.get(1) as Buffer;
    return String(fields.get(2)).includes('json') ? JSON.parse(data.toString()) : { errcode: 0, image: data };
  }

  /** A token as a function would hold it. */
  token(caller: Partial<Caller>): string {
    const { appid } = this.context.settings;
    return this.context.callers.mint({ appid, source: 'wx_client', clientIp: '127.0.0.1', ...caller });
  }

  async close(): Promise<void> {
    await this.service.stop();
    this.context.state.close();
    rmSync(this.dist, { recursive: true, force: true });
  }

  private createContext(): CloudContext {
    const state = new State();
    const clock = new Clock(start, 0);
    const random = new Random(7, 1);
    const tokens = random.stream('tokens');
    const settings = { ...defaultSettings, dist: this.dist };
    return {
      settings,
      state,
      clock,
      random,
      agenda: new Agenda(state, clock, () => undefined),
      faults: new Faults(random.stream('faults')),
      log: new Log(),
      callers: new Callers(() => tokens.hex(40), settings.appid),
      environment: () => ({
        functionRules: {},
        storageRules: {},
        httpRoutes: [],
        messagePush: [],
        templates: this.templates,
      }),
      baseUrl: () => 'http://127.0.0.1:1',
    };
  }

  private ports(): OpenApiPorts {
    return {
      users: { find: (openid) => this.users.get(openid) },
      push: { push: (event) => this.push(event) },
      files: { read: async (url) => this.files.get(url) },
      pay: { call: (apiName, request, caller) => this.pay(apiName, request, caller) },
    };
  }
}
