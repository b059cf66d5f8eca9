import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Artefact } from '../../simulator/phone/artefact/artefact';
import { everyPage } from '../../simulator/phone/parity/everyPage';
import { Parity } from '../../simulator/phone/parity/parity';
import { type Phone, startPhone } from '../../simulator/phone/phone';
import { type StandInCloud, startStandInCloud } from '../../simulator/phone/testing/standInCloud';
import { builtFixture } from './fixtures';
import { toolkitModules } from './toolkit';

jest.setTimeout(240_000);

/** What the phone shows of every page of every fixture is what WeChat's own template compiler makes of the same data. */
const modules = toolkitModules();

let cloud: StandInCloud;

beforeAll(async () => {
  // Building holds this process up for longer than a connection of the cloud's is kept.
  for (const name of fixtures) builtFixture(name);
  cloud = await startStandInCloud();
});

afterAll(() => cloud.stop());

async function withPhone<T>(folder: string, work: (phone: Phone, parity: Parity) => Promise<T>): Promise<T> {
  const phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid: 'oParity', miniprogram: folder });
  try {
    return await work(phone, new Parity(modules, folder));
  } finally {
    await phone.stop();
  }
}

const unequal = (
  pages: readonly { page: string; differences: readonly object[]; complaints: readonly string[] }[],
) =>
  pages
    .filter(({ differences, complaints }) => differences.length + complaints.length > 0)
    .map(({ page, differences, complaints }) => ({ page, differences, complaints }));

const fixtures = [
  'native',
  'native-gallery',
  'builtins',
  'apis',
  'extras',
  'audits',
  'taro-gallery',
  'nutui-gallery',
];
/** A template that is missing on purpose, and a plugin's component, in whose place ours says that none is run. */
const unlike = ['pages/templates/templates', 'pages/plugin/plugin'];

test.each(fixtures)('every page of %s', async (name) => {
  const folder = builtFixture(name);
  const { allPages } = new Artefact(folder).config;
  const wanted = name === 'extras' ? allPages.filter((page) => !unlike.includes(page)) : allPages;
  const pages = await withPhone(folder, (phone, parity) => everyPage(phone, parity, wanted));
  expect(unequal(pages)).toEqual([]);
  expect(pages.map(({ page }) => page)).toEqual(wanted);
  expect(Math.min(...pages.map(({ nodes }) => nodes))).toBeGreaterThan(0);
});

const popups = [
  'Popup',
  'Dialog',
  'ActionSheet',
  'Picker',
  'DatePicker',
  'Calendar',
  'ImagePreview',
  'Overlay',
  'Popover',
  'Toast',
  'DialogCall',
];

test('every pop-up of NutUI while it is open', async () => {
  const folder = builtFixture('nutui-gallery');
  const opened = await withPhone(folder, async (phone, parity) => {
    const compared = [];
    for (const kind of popups) {
      await everyPage(phone, parity, ['pages/popups/index']);
      const shut = await parity.topPage(phone);
      await phone.page.click(`.open-${kind}`);
      await phone.page.waitForTimeout(600);
      const open = await parity.topPage(phone);
      compared.push({ ...open, page: kind, isOpen: open.nodes > shut.nodes });
    }
    return compared;
  });
  expect(unequal(opened)).toEqual([]);
  expect(opened.filter(({ isOpen }) => !isOpen).map(({ page }) => page)).toEqual([]);
});

describe('the comparison sees', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nuanlin-parity-'));
    write('app.json', JSON.stringify({ pages: ['pages/a/a'] }));
    write('app.js', 'App({})');
    write('pages/a/a.js', `Page({ data: { text: '甲', kind: 'none' } })`);
    write('pages/a/a.json', '{}');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  const tampered = (change: string) =>
    withPhone(folder, async (phone, parity) => {
      await phone.page.evaluate(`(() => { const root = document.querySelector('wx-page'); ${change} })()`);
      return unequal([await parity.topPage(phone)]);
    });

  test.each([
    ['a text', `root.querySelector('wx-text').firstChild.data = '乙'`],
    ['a class', `root.querySelector('wx-text').classList.add('other')`],
  ])('%s that changed in the document', async (_what, change) => {
    write('pages/a/a.wxml', '<view><text class="x">{{text}}</text></view>');
    expect(await tampered('')).toEqual([]);
    expect(await tampered(change)).toHaveLength(1);
  });

  test('a template that is not there', async () => {
    write('pages/a/a.wxml', '<template name="some"><view /></template><template is="{{kind}}" />');
    expect(await tampered('')).toEqual([
      { page: 'pages/a/a', differences: [], complaints: [expect.stringContaining('`none` not found')] },
    ]);
  });
});

test('the fixtures touch what they are for', () => {
  const wxml = readFileSync(join(builtFixture('taro-gallery'), 'base.wxml'), 'utf8');
  const tags =
    'scroll-view swiper movable-area map camera canvas video audio page-container picker-view slider switch'.split(
      ' ',
    );
  expect(tags.filter((tag) => !wxml.includes(`<${tag} `))).toEqual([]);
  expect(existsSync(join(builtFixture('nutui-gallery'), 'pages/popups/index.js'))).toBe(true);
});
