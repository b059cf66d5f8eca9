import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';
import { buildTaroFixture } from './testing/taroFixture';

// The first run on a machine builds the app.
jest.setTimeout(120_000);

interface Elemental {
  input(value: string): Promise<void>;
  tap(): Promise<void>;
  swipeTo(index: number): Promise<void>;
  $(selector: string): Promise<{ text(): Promise<string> } | null>;
}

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest(buildTaroFixture('taro'));
});

afterAll(() => device?.stop());

const element = async (selector: string) => (await page.$(selector)) as unknown as Elemental;
const text = async (selector: string) => (await page.$(selector))?.text();
const settled = (selector: string, wanted: string) =>
  device.phone.page.waitForSelector(`${selector}:visible >> text="${wanted}"`, { timeout: 3000 });

describe('a page made with React', () => {
  beforeEach(async () => {
    page = await device.open('/pages/home/index?who=%E7%94%B2');
  });

  test('state is drawn after a tap', async () => {
    await (await element('.plus')).tap();
    await settled('.count', '1');
  });

  test('an input is controlled by state', async () => {
    await (await element('.name')).input('西瓜');
    await settled('.echo', '西瓜');
  });

  test('a switch and a swiper tell React', async () => {
    await (await element('.on')).tap();
    await settled('.state', '开');
    await (await element('.swiper')).swipeTo(1);
    await settled('.slide', '1');
  });

  test('a picker is chosen by hand', async () => {
    await device.phone.page.locator('.day:visible').click();
    await device.phone.page.click('.wheel-row >> text=周三');
    await device.phone.page.click('.wheels-confirm');
    await settled('.day', '周三');
  });

  test('a CustomWrapper is a component of its own', async () => {
    expect(await page.$('.wrapped')).toBeNull();
    const wrapper = await element('#wrapper');
    expect(await (await wrapper.$('.wrapped'))?.text()).toBe('0');
    await (await element('.plus')).tap();
    await device.phone.page.waitForTimeout(100);
    expect(await (await wrapper.$('.wrapped'))?.text()).toBe('1');
  });

  test('what lies below the base level of Taro is drawn, with its style, and not found by page.$', async () => {
    expect(
      await device.phone.page.locator('.deep:visible').evaluate((node) => getComputedStyle(node).color),
    ).toBe('rgb(9, 9, 9)');
    expect(await page.$('.deep')).toBeNull();
  });

  test('the query reaches the router as it was written', async () => {
    expect(JSON.parse((await text('.query')) ?? '{}')).toMatchObject({ who: '%E7%94%B2' });
  });

  test('a subpackage opens, and back again shows the page anew', async () => {
    await (await element('.far')).tap();
    await settled('.arrived', 'home');
    await device.miniProgram.callWxMethod('navigateBack');
    await settled('.seen', '2 1');
  });
});

describe('a page with a list', () => {
  beforeEach(async () => {
    page = await device.open('/pages/list/index');
  });

  test('a row that is tapped away goes', async () => {
    await (await page.$$('.row'))[1].tap();
    await device.phone.page.waitForTimeout(50);
    expect(
      await Promise.all((await page.$$('.row')).map((row: { text(): Promise<string> }) => row.text())),
    ).toEqual(['0甲', '1丙']);
  });

  test('a selector query measures', async () => {
    await (await element('.measured')).tap();
    await settled('.measured', '60');
  });

  test('a pull reaches the hook of the page', async () => {
    await device.miniProgram.callWxMethod('startPullDownRefresh');
    await settled('.row', '新');
  });
});

describe('a page with NutUI', () => {
  beforeEach(async () => {
    page = await device.open('/pages/nutui/index');
  });

  test('a popup opens and stands in the way of what lies below', async () => {
    await device.phone.page.locator('.open-popup:visible').click();
    await settled('.in-popup', '里面');
    await expect(device.phone.page.locator('.cell:visible').click({ timeout: 400 })).rejects.toThrow(
      'intercepts pointer events',
    );
  });

  test('a dialog is confirmed with a real tap', async () => {
    await device.phone.page.locator('.open-dialog:visible').click();
    await device.phone.page.locator('.nut-dialog-footer-ok:visible').click();
    await settled('.cell', '确认了');
  });
});
