import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Cloud } from '../../../simulator/cloud/cloud';
import { startCloud } from '../../../simulator/cloud/cloud';
import type { Settings } from '../../../simulator/cloud/core/settings';
import { Control } from './control';
import { Phone } from './phone';
import { databaseFile, environmentFile } from './project';
import type { Database, Doc, Sdk } from './sdk';

const contractFolder = resolve(__dirname, '..');

/** The running cloud, reached as a stranger would: over HTTP. */
export class LocalCloud {
  readonly control: Control;
  readonly baseUrl: string;

  constructor(
    private readonly cloud: Cloud,
    /** The folder a build would have written: functions may be added and changed in it. */
    readonly dist: string,
  ) {
    this.baseUrl = cloud.adminUrl.replace(/\/admin$/, '');
    this.control = new Control(this.baseUrl);
  }

  get adminUrl(): string {
    return this.cloud.adminUrl;
  }

  get gatewayUrl(): string {
    return this.cloud.gatewayUrl;
  }

  get env(): Record<string, string> {
    return this.cloud.env;
  }

  /** A phone in the hands of a user of that name; a new name is a new user. */
  phone(name: string, more: Doc = {}): Promise<Phone> {
    return Phone.logIn(this.gatewayUrl, { user: name, create: true, ...more });
  }

  /** Writes a function as a build would. `config` becomes its `config.json`. */
  writeFunction(name: string, code: string, config: Doc = {}): void {
    const folder = join(this.dist, 'cloudfunctions', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'index.js'), code);
  }

  /** One request of the admin wire, byte for byte as given. */
  async admin(
    body: string | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; answer: Doc }> {
    const answer = await fetch(this.adminUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: body as BodyInit,
    });
    return { status: answer.status, answer: JSON.parse(await answer.text()) as Doc };
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
  }
}

/** A temporary `dist` with the fixture functions; they find `wx-server-sdk` through a link. */
export function createDist(): string {
  const dist = mkdtempSync(join(tmpdir(), 'contract-dist-'));
  cpSync(join(contractFolder, 'functions'), join(dist, 'cloudfunctions'), { recursive: true });
  symlinkSync(resolve(contractFolder, '../../node_modules'), join(dist, 'node_modules'), 'dir');
  writeFileSync(join(dist, 'database.json'), JSON.stringify(databaseFile));
  writeFileSync(join(dist, 'environment.json'), JSON.stringify(environmentFile));
  return dist;
}

export interface Started {
  readonly cloud: Sdk;
  readonly db: Database;
  readonly local: LocalCloud;
  stop(): Promise<void>;
}

/** Starts a cloud in this process and turns the unmodified SDK to it: the environment is set before the SDK is loaded. */
export async function startContractCloud(settings: Partial<Settings> = {}): Promise<Started> {
  const dist = createDist();
  const running = await startCloud({ dist, ...settings });
  Object.assign(process.env, running.env);
  const cloud = loadSdk();
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const local = new LocalCloud(running, dist);
  const stop = async (): Promise<void> => {
    await local.stop();
    rmSync(dist, { recursive: true, force: true });
  };
  return { cloud, db: cloud.database(), local, stop };
}

/** Loads `wx-server-sdk` now: it reads its environment when it is first required. */
export function loadSdk(): Sdk {
  return require('wx-server-sdk') as Sdk;
}
