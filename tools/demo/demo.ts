import { join } from 'node:path';
import { type Cloud, startCloud } from '../../simulator/cloud/cloud';
import { type Devtools, startDevtools } from '../../simulator/devtools/server/devtools';
import type { Instant } from '../../types/day';
import { firstFreePort } from './firstFreePort';
import { importDemo } from './importDemo';
import { changeShifts, planShifts } from './story/keepRoster';
import { StoryClock } from './story/storyClock';
import { tellMonth } from './story/tellMonth';
import { demoUsers, firstPhones } from './users';

export interface DemoOptions {
  /** Kept from start to start; undefined keeps it only while this runs. */
  readonly stateFolder?: string;
  /** The cloud's port or the next free one; 0 takes any. The control page stands a hundred above, or anywhere. */
  readonly port: number;
  /** Over when the mini-program has been built; the community is prepared meanwhile. */
  readonly phones?: Promise<unknown>;
  /** Hears what takes its time. */
  readonly tell?: (line: string) => void;
  /** When the demo is looked at first; absent: now. */
  readonly present?: Instant;
}

export interface Demo {
  readonly url: string;
  readonly cloud: Cloud;
  stop(): Promise<void>;
}

const firstSnapshot = 'start';

/** The local cloud with its first users and data, and the control page with their phones. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { stateFolder, port, phones } = options;
  const cloud = await startCloud({ stateFolder, port: port === 0 ? 0 : await firstFreePort(port) });
  let devtools: Devtools | undefined;
  const stop = async () => {
    await devtools?.stop();
    await cloud.stop();
  };
  try {
    const isKept = cloud.context.state.snapshots().includes(firstSnapshot);
    await (isKept ? goOn(cloud) : prepare(cloud, options));
    await phones;
    devtools = await startDevtools({
      controlUrl: cloud.controlUrl,
      gatewayUrl: cloud.gatewayUrl,
      miniprogram: 'dist/miniprogram',
      openids: demoUsers.slice(0, firstPhones).map(({ openid }) => openid),
      title: '暖邻模拟器',
      firstSnapshot,
      ...(stateFolder && { scenariosFile: join(stateFolder, 'scenarios.json') }),
      port: port === 0 ? 0 : await firstFreePort(port + 100),
    });
    return { url: devtools.url, cloud, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A demo of another day: there is a roster, and whoever's shift lasts has come to work. */
async function goOn(cloud: Cloud): Promise<void> {
  await planShifts(cloud, cloud.context.clock.now() as Instant);
  await changeShifts(cloud, 'coming');
}

/** Users and the community, then the snapshot that 重置数据 goes back to: a start that was broken off begins here again. */
async function prepare(cloud: Cloud, { tell = () => undefined, present }: DemoOptions): Promise<void> {
  const { users } = cloud.rooms;
  for (const { openid, name, nickname, phone, relation, duty } of demoUsers)
    if (!users.find(openid)) users.create({ openid, name: `${name}，${duty ?? relation}`, nickname, phone });
  tell('正在导入演示小区云栖苑：1,200 套房屋，只在第一次启动时需要，大约两三分钟。');
  const begun = Date.now();
  const clock = new StoryClock(cloud, present ?? (begun as Instant));
  clock.begin();
  await importDemo(new URL(cloud.controlUrl).origin, clock.present);
  await tellMonth(cloud, clock, tell);
  await clock.end(() => clock.present + Date.now() - begun);
  await fetch(`${cloud.controlUrl}/snapshots/${firstSnapshot}`, { method: 'PUT' });
}
