import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Phone, startPhone } from './phone';
import { type StandInCloud, startStandInCloud } from './testing/standInCloud';

jest.setTimeout(120_000);

const page = `Page({ onShow() { this.getTabBar().setData({ at: this.route }); } });`;
const files = {
  'app.json': JSON.stringify({
    pages: ['one', 'two'],
    tabBar: {
      custom: true,
      list: [
        { pagePath: 'one', text: '一' },
        { pagePath: 'two', text: '二' },
      ],
    },
  }),
  'app.js': 'App({});',
  'one.js': page,
  'one.wxml': '<view>一</view>',
  'two.js': page,
  'two.wxml': '<view>二</view>',
  'custom-tab-bar/index.json': '{"component":true}',
  'custom-tab-bar/index.wxml': '<view class="own" bindtap="leave">{{at}}</view>',
  'custom-tab-bar/index.wxss': '.own { position: fixed; bottom: 0; height: 50px; }',
  'custom-tab-bar/index.js': `Component({ methods: { leave() { wx.switchTab({ url: '/two' }); } } });`,
};

let folder: string;
let cloud: StandInCloud;
let phone: Phone;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tab-bar-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  cloud = await startStandInCloud();
  phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid: 'oFixture', miniprogram: folder });
});

afterAll(async () => {
  await phone?.stop();
  await cloud?.stop();
  rmSync(folder, { recursive: true });
});

const seen = (text: string) => phone.page.locator('.page-frame:not([hidden])').getByText(text).boundingBox();

test('a tab bar of the app own making is drawn on each tab page, and the page speaks to it', async () => {
  expect(await seen('one')).toMatchObject({ y: 762, height: 50 });
  await phone.page.getByText('one', { exact: true }).click();
  expect(await seen('two')).toMatchObject({ y: 762, height: 50 });
});
