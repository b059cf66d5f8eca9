import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../cloud/cloud';
import { sampleWalk } from '../walk/sampleWalk';
import { type Devtools, startDevtools } from './devtools';
import type { PhoneView } from './phoneView';
import type { ScenarioView } from './scenarios';

jest.setTimeout(60_000);

const [one, two, three] = ['oFirst', 'oSecond', 'oThird'].map((name) => name.padEnd(28, '0')) as [
  string,
  string,
  string,
];

let folder: string;
let cloud: Cloud;
let devtools: Devtools;

const start = () =>
  startDevtools({
    controlUrl: cloud.controlUrl,
    gatewayUrl: cloud.gatewayUrl,
    miniprogram: join(__dirname, '..', '..', 'phone', 'fixtures', 'native'),
    openids: [one, two],
    title: '模拟器',
    firstSnapshot: 'start',
    scenariosFile: join(folder, 'scenarios.json'),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
  cloud = await startCloud({
    dist: join(folder, 'none'),
    clockStart: Date.parse('2026-11-23T14:20:00+08:00'),
  });
  for (const openid of [one, two, three]) cloud.rooms.users.create({ openid, name: openid });
  await fetch(`${cloud.controlUrl}/clock/freeze`, { method: 'POST' });
  await fetch(`${cloud.controlUrl}/snapshots/start`, { method: 'PUT' });
  devtools = await start();
});
afterAll(async () => {
  await devtools?.stop();
  await cloud?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T = { code?: string }>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${devtools.url}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}
const listed = () => ask<{ scenarios: ScenarioView[]; currentId?: string }>('GET', 'scenarios');
const phones = async () => (await ask<{ phones: PhoneView[] }>('GET', 'phones')).phones;
const faults = async () =>
  (await ask<{ rules: { id: string; left: number | null }[] }>('GET', 'control/faults')).rules;
const now = async () => (await ask<{ milliseconds: number }>('GET', 'control/clock')).milliseconds;

test('a scenario brings everything back: time, faults with what is left of them, phones with their settings', async () => {
  const [first] = await phones();
  await ask('PUT', `phones/${first?.id}/user`, { openid: three });
  const [third] = await phones();
  await ask('PUT', `phones/${third?.id}/network`, { network: 'offline' });
  await ask('PUT', `phones/${third?.id}/fontSize`, { size: 'large' });
  await ask('PUT', `phones/${third?.id}/theme`, { theme: 'dark' });
  await ask('PUT', `phones/${third?.id}/walk`, sampleWalk);
  await ask('POST', 'control/faults', { id: 'lost', point: 'pay.notice', kind: 'lost', times: 3 });
  const keptAt = await now();
  const { id } = await ask<{ id: string }>('POST', 'scenarios', { name: '周一下午，爆管' });
  expect(await listed()).toEqual({
    scenarios: [{ id, name: '周一下午，爆管', at: keptAt, faults: 1, phones: 2 }],
    currentId: id,
  });

  await ask('POST', 'control/clock/advance', { by: 3_600_000 });
  await ask('POST', 'reset', { snapshot: 'start' });
  expect((await listed()).currentId).toBeUndefined();
  expect(await faults()).toEqual([]);
  expect(await phones()).toMatchObject([{ network: 'online' }, { network: 'online' }]);

  expect(await ask('POST', `scenarios/${id}/load`)).toEqual({ ok: true });
  expect(await now()).toBe(keptAt);
  expect(await faults()).toMatchObject([{ id: 'lost', left: 3 }]);
  expect(await phones()).toMatchObject([
    { openid: three, network: 'offline', fontSize: 'large', theme: 'dark', isWalking: true },
    { openid: two, network: 'online', fontSize: 'standard', theme: 'light', isWalking: false },
  ]);
  expect((await listed()).currentId).toBe(id);
});

test('a name in use, none and a long one are refused', async () => {
  expect(await ask('POST', 'scenarios', { name: '周一下午，爆管 ' })).toMatchObject({
    code: 'SCENARIO_EXISTS',
  });
  expect(await ask('POST', 'scenarios', { name: ' ' })).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await ask('POST', 'scenarios', { name: '长'.repeat(21) })).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await ask('POST', 'scenarios/scene-99/load')).toMatchObject({ code: 'SCENARIO_NOT_FOUND' });
});

test('scenarios are there after a restart, until they are removed or their snapshot is gone', async () => {
  await ask('POST', 'scenarios', { name: '第二个' });
  await devtools.stop();
  devtools = await start();
  const names = async () => (await listed()).scenarios.map(({ name }) => name);
  expect(await names()).toEqual(['周一下午，爆管', '第二个']);
  await ask('DELETE', 'control/snapshots/scene-1');
  expect(await names()).toEqual(['第二个']);
  expect(await ask('DELETE', 'scenarios/scene-2')).toEqual({ ok: true });
  expect(await names()).toEqual([]);
  expect(await ask('GET', 'control/snapshots')).toEqual({ snapshots: ['start'] });
});

test('without the cloud every request is refused by one name', async () => {
  await cloud.stop();
  expect(await ask('GET', 'control/clock')).toMatchObject({ code: 'CLOUD_NOT_ANSWERING' });
  expect(await ask('POST', 'scenarios', { name: '没有云' })).toMatchObject({ code: 'CLOUD_NOT_ANSWERING' });
  expect(await phones()).toHaveLength(2);
});
