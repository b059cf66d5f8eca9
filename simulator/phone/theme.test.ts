import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Phone, startPhone } from './phone';
import { type StandInCloud, startStandInCloud } from './testing/standInCloud';

jest.setTimeout(120_000);

const pages = ['pages/a/a', 'pages/b/b'];
const app = {
  pages,
  darkmode: true,
  themeLocation: 'theme.json',
  window: { navigationBarBackgroundColor: '@bar', navigationBarTextStyle: '@text', backgroundColor: '@page' },
  tabBar: {
    color: '@quiet',
    selectedColor: '@quiet',
    backgroundColor: '@bar',
    list: pages.map((pagePath) => ({ pagePath, text: pagePath })),
  },
};
const variables = {
  light: { bar: '#ffffff', text: 'black', page: '#eeeeee', quiet: '#666666' },
  dark: { bar: '#191919', text: 'white', page: '#111111', quiet: '#999999' },
};
const script = `App({
  told: [],
  onLaunch() { wx.onThemeChange(({ theme }) => this.told.push('wx ' + theme)); },
  onThemeChange({ theme }) { this.told.push('App ' + theme); },
})`;
const sheet = '.a { color: rgb(1, 1, 1) } @media (prefers-color-scheme: dark) { .a { color: rgb(9, 9, 9) } }';

let cloud: StandInCloud;
let folder: string;

beforeAll(async () => {
  cloud = await startStandInCloud();
  folder = await mkdtemp(join(tmpdir(), 'theme-'));
  await write('app.json', JSON.stringify(app));
  await write('theme.json', JSON.stringify(variables));
  await write('app.js', script);
  for (const page of pages) {
    await mkdir(join(folder, page, '..'), { recursive: true });
    await write(`${page}.js`, 'Page({})');
    await write(`${page}.wxml`, '<view class="a">甲</view>');
    await write(`${page}.wxss`, sheet);
  }
});

afterAll(async () => {
  await cloud?.stop();
  await rm(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFile(join(folder, name), text);

async function withPhone(theme: 'light' | 'dark', look: (phone: Phone) => Promise<void>): Promise<void> {
  const { gatewayUrl } = cloud;
  const phone = await startPhone({ gatewayUrl, openid: 'oTheme', miniprogram: folder, settings: { theme } });
  await look(phone).finally(() => phone.stop());
}

const seen = async ({ page }: Phone) =>
  page.evaluate(`(() => {
    const style = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
    return [style('.navigation-bar', 'backgroundColor'), style('.navigation-title', 'color'), style('.screen', 'backgroundColor'),
      style('.tab-bar', 'backgroundColor'), style('.tab-item', 'color'), style('.page-frame:not([hidden]) .a', 'color')];
  })()`);
const light = ['#ffffff', '#000000', '#eeeeee', '#ffffff', '#666666', '#010101'].map(rgb);
const dark = ['#191919', '#ffffff', '#111111', '#191919', '#999999', '#090909'].map(rgb);

function rgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}

const told = async (phone: Phone, work: string) =>
  ((await phone.link.ask('App.callFunction', { functionDeclaration: work, args: [] })) as { result: unknown })
    .result;

test('bars, pages and style sheets follow the phone, and the app hears of a change', async () => {
  await withPhone('light', async (phone) => {
    expect(await seen(phone)).toEqual(light);
    await phone.control.setTheme('dark');
    expect(await seen(phone)).toEqual(dark);
    expect(await told(phone, '() => getApp().told')).toEqual(['App dark', 'wx dark']);
    expect(await told(phone, '() => [wx.getSystemInfoSync().theme, wx.getAppBaseInfo().theme]')).toEqual([
      'dark',
      'dark',
    ]);
    await phone.link.ask('App.callWxMethod', { method: 'switchTab', args: [{ url: '/pages/b/b' }] });
    expect(await seen(phone)).toEqual(dark);
  });
});

test('a phone may be dark from the start', async () => {
  await withPhone('dark', async (phone) => expect(await seen(phone)).toEqual(dark));
});

test('without darkmode in app.json it stays light and is told nothing', async () => {
  await write('app.json', JSON.stringify({ ...app, darkmode: false }));
  await withPhone('dark', async (phone) => {
    expect(await seen(phone)).toEqual(light);
    await phone.control.setTheme('light');
    expect(await told(phone, '() => [getApp().told, wx.getSystemInfoSync().theme]')).toEqual([[], null]);
  });
});
