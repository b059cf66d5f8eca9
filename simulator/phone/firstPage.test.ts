import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

/** There while `evaluate` runs in the mini-program. */
declare const getApp: () => { globalData: { lastError: string } };

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('native');
});

beforeEach(async () => {
  page = await device.open('/pages/first/first');
});

afterAll(() => device?.stop());

const text = async (selector: string) => (await page.$(selector))?.text();

test('data is drawn and a tap changes it', async () => {
  expect(await text('.count')).toBe('0');
  await (await page.$('.plus'))!.tap();
  await (await page.$('.plus'))!.tap();
  expect(await text('.count')).toBe('4');
  expect(await text('.many')).toBe('多');
  expect(await page.$('.few')).toBeNull();
});

test('a disabled button hears no tap', async () => {
  await (await page.$('.off'))!.tap();
  expect(await text('.count')).toBe('0');
});

test('catch stops an event, bind lets it bubble', async () => {
  await (await page.$('.inner'))!.tap();
  expect(await text('.heard')).toBe('inner');
  await (await page.$('.bubbling'))!.tap();
  expect(await text('.heard')).toBe('outer of tap');
});

test('wxs, wx:for, templates and slots are drawn', async () => {
  expect(await text('.money')).toBe('123.45');
  const rows = await page.$$('.row');
  expect(await Promise.all(rows.map((row: { text(): Promise<string> }) => row.text()))).toEqual([
    '0:甲',
    '1:乙',
  ]);
  expect(await text('.part')).toBe('模板');
  expect(await text('.slotted')).toBe('槽');
});

test('page.$ does not see into a custom component, element.$ does', async () => {
  expect(await page.$('.title')).toBeNull();
  const card = (await page.$('.the-card'))!;
  expect(await (await card.$('.title'))?.text()).toBe('卡 0');
});

test('a custom component has data, methods and events', async () => {
  const card = (await page.$('.the-card')) as unknown as {
    data(path?: string): Promise<unknown>;
    setData(data: object): Promise<void>;
    callMethod(name: string, ...args: unknown[]): Promise<unknown>;
    $(selector: string): Promise<{ tap(): Promise<void>; text(): Promise<string> } | null>;
  };
  await (await card.$('.open'))!.tap();
  expect(await text('.heard')).toBe('card 卡');
  expect(await card.data('opened')).toBe(1);
  await card.setData({ opened: 7 });
  expect(await (await card.$('.title'))!.text()).toBe('卡 7');
  expect(await card.callMethod('double', 21)).toBe(42);
});

test('component styles stay in, app styles reach pages, page styles stay on their page', async () => {
  const card = (await page.$('.the-card'))!;
  expect(await (await card.$('.title'))!.style('color')).toBe('rgb(200, 0, 0)');
  expect(await card.style('margin-top')).toBe('7px');
  expect(await (await page.$('.shared'))!.style('color')).toBe('rgb(10, 20, 30)');
  expect(await (await page.$('.row'))!.style('color')).toBe('rgb(1, 2, 3)');
  await device.miniProgram.callWxMethod('switchTab', { url: '/pages/second/second' });
  const second = await device.top();
  expect(await (await second.$('.row'))!.style('color')).toBe('rgb(0, 0, 0)');
});

test('a component that asks for it gets the app styles', async () => {
  const badge = (await page.$('.the-badge'))!;
  expect(await (await badge.$('.stamp'))!.style('border-top-width')).toBe('3px');
  const card = (await page.$('.the-card'))!;
  expect(await (await card.$('.stamp'))!.style('border-top-width')).toBe('0px');
});

test('hidden hides, unless a class sets display', async () => {
  expect(await (await page.$('.gone'))!.style('display')).toBe('none');
  expect(await (await page.$('.flex'))!.style('display')).toBe('flex');
});

test('rpx counts from the width of the screen, vh from the height of the page', async () => {
  const { width, height } = await (await page.$('.sized'))!.size();
  expect(Number(width)).toBe(188);
  expect(Number(height)).toBeCloseTo((812 - 88 - 82) / 10, 0);
});

test('DOM globals are absent from the code of pages', async () => {
  expect(await page.callMethod('domNames')).toBe('undefined,undefined,undefined,undefined,undefined');
});

test('setData keeps what it is given but undefined, and draws a copy', async () => {
  expect(await page.callMethod('setUndefined')).toEqual({ same: true, method: 'function', isDate: true });
  expect(await page.data('missing')).toBeNull();
});

test('an exception of a page reaches App.onError and the automator', async () => {
  const heard = new Promise<{ message?: string }>((resolve) => device.miniProgram.on('exception', resolve));
  await device.phone.page.evaluate('setTimeout(() => { throw new Error("外面的错") })');
  expect(JSON.stringify(await heard)).toContain('外面的错');
  const lastError = await device.miniProgram.evaluate(() => getApp().globalData.lastError);
  expect(lastError).toContain('外面的错');
});
