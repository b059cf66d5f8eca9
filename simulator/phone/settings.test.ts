import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Phone, type PhoneOptions, startPhone } from './phone';
import { type StandInCloud, startStandInCloud } from './testing/standInCloud';

jest.setTimeout(120_000);

/** Looks around as the very first thing, before anything from outside could reach it. */
const app = `App({ onLaunch() {
  wx.cloud.init();
  const began = Date.now();
  this.font = wx.getAppBaseInfo().fontSizeScaleFactor;
  wx.getNetworkType({ success: ({ networkType }) => { this.network = networkType; } });
  this.answer = wx.cloud.callFunction({ name: 'echo', data: {} }).then(() => 'came', () => 'failed')
    .then((outcome) => ({ outcome, milliseconds: Date.now() - began }));
} })`;

let cloud: StandInCloud;
let miniprogram: string;

beforeAll(async () => {
  cloud = await startStandInCloud();
  miniprogram = await mkdtemp(join(tmpdir(), 'settings-'));
  await mkdir(join(miniprogram, 'pages', 'a'), { recursive: true });
  const files = {
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'app.js': app,
    'pages/a/a.js': 'Page({})',
    'pages/a/a.json': '{}',
    'pages/a/a.wxml': '<view>甲</view>',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(miniprogram, name), text);
});

afterAll(async () => {
  await cloud?.stop();
  await rm(miniprogram, { recursive: true, force: true });
});

interface Seen {
  readonly font: number;
  readonly network: string;
  readonly outcome: string;
  readonly milliseconds: number;
}

async function launched(phone: Phone): Promise<Seen> {
  const functionDeclaration =
    'async () => { const { font, network, answer } = getApp(); return { font, network, ...(await answer) } }';
  return ((await phone.link.ask('App.callFunction', { functionDeclaration, args: [] })) as { result: Seen })
    .result;
}

async function withPhone<T>(
  settings: PhoneOptions['settings'],
  look: (phone: Phone) => Promise<T>,
): Promise<T> {
  const options = { gatewayUrl: cloud.gatewayUrl, openid: 'oSet', miniprogram };
  const phone = await startPhone({ ...options, ...(settings ? { settings } : {}) });
  try {
    return await look(phone);
  } finally {
    await phone.stop();
  }
}

test('a phone that is told nothing is online, with standard text', async () => {
  expect(await withPhone(undefined, launched)).toMatchObject({ font: 1, network: 'wifi', outcome: 'came' });
});

test('a phone that is set offline, with large text, is so at its first request and after a reload', async () => {
  await withPhone({ network: 'offline', fontSize: 'large' }, async (phone) => {
    const expected = { font: 1.2, network: 'none', outcome: 'failed' };
    expect(await launched(phone)).toMatchObject(expected);
    const ready = phone.link.once('Phone.ready');
    await phone.page.reload();
    await ready;
    expect(await launched(phone)).toMatchObject(expected);
  });
});

test('a phone that is set slow waits at its first request', async () => {
  const seen = await withPhone({ network: 'slow' }, launched);
  expect(seen).toMatchObject({ network: '3g', outcome: 'came' });
  expect(seen.milliseconds).toBeGreaterThanOrEqual(1000);
});

test('what is wrong with a mini-program is said when it cannot begin', async () => {
  await writeFile(join(miniprogram, 'app.wxss'), '@import "./none.wxss";');
  await expect(withPhone({}, async () => undefined)).rejects.toThrow(
    'none.wxss is imported but is not in the package',
  );
  await rm(join(miniprogram, 'app.wxss'));
});

test('a server that is in no list of domains is refused in the words of WeChat', async () => {
  const domains = { request: ['https://api.example.com'] };
  await writeFile(join(miniprogram, 'environment.json'), JSON.stringify({ domains }));
  const asked = `() => new Promise((done) => wx.request({ url: 'https://other.example.com', fail: done, success: done }))`;
  const answer = await withPhone({}, (phone) =>
    phone.link.ask('App.callFunction', { functionDeclaration: asked, args: [] }),
  );
  expect(answer).toEqual({ result: { errMsg: 'request:fail url not in domain list', errno: 600002 } });
});
