import { join } from 'node:path';
import { type Cloud, startCloud } from '../../simulator/cloud/cloud';
import { type Devtools, startDevtools } from '../../simulator/devtools/server/devtools';
import type { Instant } from '../../types/day';
import { billMonth } from './billMonth';
import { firstFreePort } from './firstFreePort';
import { importDemo } from './importDemo';
import { settleIn } from './settleIn';
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
}

export interface Demo {
  readonly url: string;
  readonly cloud: Cloud;
  stop(): Promise<void>;
}

const firstSnapshot = 'start';

/** The local cloud with its first users and data, and the control page with their phones. */
export async function startDemo({ stateFolder, port, phones, tell }: DemoOptions): Promise<Demo> {
  const cloud = await startCloud({ stateFolder, port: port === 0 ? 0 : await firstFreePort(port) });
  let devtools: Devtools | undefined;
  const stop = async () => {
    await devtools?.stop();
    await cloud.stop();
  };
  try {
    if (!cloud.context.state.snapshots().includes(firstSnapshot)) await prepare(cloud, tell);
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

/** Users and the community, then the snapshot that 重置数据 goes back to: a start that was broken off begins here again. */
async function prepare(cloud: Cloud, tell: DemoOptions['tell']): Promise<void> {
  const { users } = cloud.rooms;
  for (const { openid, name, nickname, phone, relation, duty } of demoUsers)
    if (!users.find(openid)) users.create({ openid, name: `${name}，${duty ?? relation}`, nickname, phone });
  tell?.('正在导入演示小区云栖苑：1,200 套房屋，只在第一次启动时需要，请稍等。');
  const clock = new StoryClock(cloud, Date.now() as Instant);
  clock.begin();
  await importDemo(new URL(cloud.controlUrl).origin, clock.present);
  await settleIn(cloud.gatewayUrl);
  await billMonth(cloud.gatewayUrl, clock.today);
  await tellMonth(cloud, clock);
  await clock.end(Date.now);
  await fetch(`${cloud.controlUrl}/snapshots/${firstSnapshot}`, { method: 'PUT' });
}
