import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDist, loadSdk } from '../contract/harness/local';
import { onceTemplate } from '../contract/harness/project';
import type { Doc, FileAnswer, Sdk } from '../contract/harness/sdk';
import { CloudProcess } from './process/cloudProcess';

let state: string;
let dist: string;
let running: CloudProcess | undefined;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'contract-state-'));
  dist = createDist();
});
afterEach(async () => {
  await running?.stop();
  for (const folder of [state, dist]) rmSync(folder, { recursive: true, force: true });
});

async function start(...more: string[]): Promise<CloudProcess> {
  running = await CloudProcess.start(['--port', '0', '--state', state, '--dist', dist, ...more]);
  return running;
}

/** The SDK, turned to this cloud: it reads its environment at each call. */
function sdkOf({ ready }: CloudProcess): Sdk {
  Object.assign(process.env, ready.env);
  const sdk = loadSdk();
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return sdk;
}

test('a restart loses nothing: documents, files, users, wallets, messages, consents, the clock and what it plans', async () => {
  const first = await start();
  const sdk = sdkOf(first);
  await first.control.freezeAt('2026-11-10T09:00:00+08:00');
  const phone = await first.phone('ling', { phone: '13800001234' });
  await sdk
    .database()
    .collection('accounts')
    .add({ data: { _id: 'kept', at: new Date(5) } });
  const fileID = await phone.upload('kept.txt', new Uint8Array([1, 2, 3]));
  await first.control.call('PUT', `/control/wallets/${phone.openid}`, { balance: 4321 });
  await phone.post('subscribe', { answers: { [onceTemplate]: 'accept' } });
  const agenda = await first.control.get<{ upcoming: Doc[] }>('/control/agenda');
  expect(await first.stop()).toBe(0);

  const second = await start();
  const { openid } = await second.phone('ling');
  const again = sdkOf(second);
  expect(openid).toBe(phone.openid);
  expect(await second.control.now()).toBe(Date.parse('2026-11-10T09:00:00+08:00'));
  expect((await again.database().collection('accounts').get()).data).toEqual([
    { _id: 'kept', at: new Date(5) },
  ]);
  expect([...(await again.downloadFile({ fileID })).fileContent]).toEqual([1, 2, 3]);
  expect(await second.control.get(`/control/wallets/${openid}`)).toMatchObject({ balance: 4321 });
  expect(await second.control.get(`/control/consents/${openid}/${onceTemplate}`)).toEqual({ remaining: 1 });
  const planned = (list: Doc[]) => list.map(({ at, kind, key }) => ({ at, kind, key }));
  const { upcoming } = await second.control.get<{ upcoming: Doc[] }>('/control/agenda');
  expect(planned(upcoming)).toEqual(planned(agenda.upcoming));
}, 240_000);

test('a phone stays logged in through a restart and keeps its files to itself', async () => {
  const first = await start();
  const phone = await first.phone('ling');
  const fileID = await phone.upload('mine.txt', new Uint8Array([7]));
  const { port } = first;
  await first.stop();
  running = await CloudProcess.start(['--port', port, '--state', state, '--dist', dist]);
  const { fileList } = await phone.post('tempFileURL', { fileList: [fileID] });
  expect((fileList as FileAnswer[])[0]).toMatchObject({ status: 0 });
}, 240_000);

test('a state file that was cut in half is refused by name and left as it is', async () => {
  const first = await start();
  const sdk = sdkOf(first);
  const rows = Array.from({ length: 500 }, (_unused, n) => ({ n, text: 'x'.repeat(500) }));
  await sdk.database().collection('accounts').add({ data: rows });
  await first.stop();
  const file = join(state, 'state.db');
  truncateSync(file, Math.floor(readFileSync(file).length / 2));
  const damaged = readFileSync(file);
  await expect(start()).rejects.toThrow(/ended with 1: .*state\.db is not a usable state file/);
  expect(readFileSync(file).equals(damaged)).toBe(true);
}, 240_000);

test('a file that is no state at all is refused by name', async () => {
  writeFileSync(join(state, 'state.db'), 'these are my notes, not a database');
  await expect(start()).rejects.toThrow(/not a usable state file/);
  expect(readFileSync(join(state, 'state.db'), 'utf8')).toBe('these are my notes, not a database');
}, 240_000);

test('a second cloud on the same state is refused by name; the first goes on', async () => {
  const first = await start();
  await expect(CloudProcess.start(['--port', '0', '--state', state, '--dist', dist])).rejects.toThrow(
    /in use by process \d+/,
  );
  expect(await first.control.now()).toBeGreaterThan(0);
}, 240_000);

test('a taken port is refused by name', async () => {
  const first = await start();
  const other = mkdtempSync(join(tmpdir(), 'contract-state-'));
  try {
    await expect(CloudProcess.start(['--port', first.port, '--state', other])).rejects.toThrow(
      /port \d+ is taken/,
    );
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
}, 240_000);

test('--clock begins at the instant given, --memory leaves nothing behind', async () => {
  running = await CloudProcess.start([
    '--port',
    '0',
    '--memory',
    '--dist',
    dist,
    '--clock',
    '2026-11-10T09:00:00+08:00',
  ]);
  const now = await running.control.now();
  expect(now - Date.parse('2026-11-10T09:00:00+08:00')).toBeLessThan(30_000);
  expect(now).toBeGreaterThanOrEqual(Date.parse('2026-11-10T09:00:00+08:00'));
}, 240_000);
