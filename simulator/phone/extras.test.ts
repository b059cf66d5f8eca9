import { dragMouse, touch } from './testing/hands';
import { type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
const screen = () => device.phone.page;
const told = async () => (await (await device.top()).$('.told'))?.text();

beforeAll(async () => {
  device = await startPhoneUnderTest('extras');
  screen().setDefaultTimeout(5000);
});

afterAll(() => device?.stop());

describe('picker mode="region"', () => {
  beforeEach(() => device.open('/pages/region/region'));

  test('starts at the value and begins another province with its first city', async () => {
    await screen().click('.region');
    // As a tap on a row; a click of the driver would turn the wheel to see the row first.
    await screen().locator('.wheel').nth(0).locator('text="上海市"').dispatchEvent('click');
    await screen().locator('.wheel').nth(2).locator('text="徐汇区"').dispatchEvent('click');
    await screen().click('.wheels-confirm');
    expect(await told()).toBe('["上海市","上海市","徐汇区"]');
    const shown = await (await device.top()).$('.shown');
    expect(await shown?.text()).toBe('徐汇区');
    const code = await (await device.top()).$('.code');
    expect(await code?.text()).toBe('["310000","310100","310104"]');
  });

  test('a level and an item for any', async () => {
    await screen().click('.city');
    expect(await screen().locator('.wheel').count()).toBe(2);
    await screen().click('.wheels-confirm');
    expect(await told()).toBe('["全部","全部"]');
  });

  test('the sheet goes with its page', async () => {
    await screen().click('.city');
    expect(await screen().locator('.wheels').count()).toBe(1);
    await device.open('/pages/model/model');
    expect(await screen().locator('.wheels').count()).toBe(0);
  });

  test('a level that has no data is refused by name and is a region', async () => {
    const refused = screen().waitForEvent('console', (message) => message.type() === 'error');
    await screen().click('.street');
    expect((await refused).text()).toContain('<picker mode="region" level="sub-district"> is not supported');
    expect(await screen().locator('.wheel').count()).toBe(3);
    await screen().click('.wheels-confirm');
    expect(await told()).toBe('["北京市","北京市","东城区"]');
  });
});

test('a template that does not exist is named in the console, and the rest is drawn', async () => {
  const missed = screen().waitForEvent('console', (message) => message.type() === 'error');
  const page = await device.open('/pages/templates/templates');
  expect((await missed).text()).toBe('Template `ghost` not found.');
  expect(await (await page.$('.known'))?.text()).toBe('有');
  expect(await (await page.$('.after'))?.text()).toBe('后');
});

describe('model:', () => {
  beforeEach(() => device.open('/pages/model/model'));

  test('an input and a textarea write into the data', async () => {
    const page = await device.top();
    await screen().click('.name');
    await screen().keyboard.type('张三');
    expect(await page.data('name')).toBe('张三');
    expect(await (await page.$('.shown'))?.text()).toBe('张三');
    const note = (await page.$('.note')) as unknown as { input(text: string): Promise<void> };
    await note.input('一行');
    expect(await page.data('note')).toBe('一行');
  });

  test('the data writes into an input', async () => {
    const page = await device.top();
    await page.setData({ name: '李四' });
    expect(await screen().locator('.name input').inputValue()).toBe('李四');
  });

  test('a switch, a slider and a picker write into the data', async () => {
    const page = await device.top();
    await (await page.$('.on'))?.tap();
    expect(await page.data('on')).toBe(true);
    const slider = (await page.$('.level')) as unknown as { slideTo(value: number): Promise<void> };
    await slider.slideTo(70);
    expect(await page.data('level')).toBe(70);
    await screen().click('.choice');
    await screen().locator('text="乙"').dispatchEvent('click');
    await screen().click('.wheels-confirm');
    expect(await page.data('choice')).toBe('1');
    expect(await page.data('told')).toBe('1');
  });
});

describe('pulling a page down', () => {
  const top = async () => (await screen().locator('.page-frame:not([hidden]) .rows').boundingBox())!.y;
  const pull = (by: number, x = 200, y = 150) =>
    touch(screen(), [[{ x, y }], [{ x, y: y + by / 2 }], [{ x, y: y + by }]]);
  const refreshed = async () => Number(await (await device.top()).data('refreshed'));
  const until = (count: number) =>
    screen().waitForFunction(
      `document.querySelector('.page-frame:not([hidden]) .refreshed').textContent === '${count}'`,
    );

  beforeEach(() => device.open('/pages/pull/pull'));

  test('a finger far enough refreshes, and the page stays down until it is done', async () => {
    const before = await top();
    await pull(200);
    await until(1);
    await screen().waitForFunction(`document.getAnimations().length === 0`);
    expect(await top()).toBe(before + 50);
    await pull(200);
    expect(await refreshed()).toBe(1);
    await device.miniProgram.callWxMethod('stopPullDownRefresh');
    expect(await top()).toBe(before);
  });

  test('the mouse does so too', async () => {
    await dragMouse(screen(), { x: 200, y: 150 }, { x: 0, y: 200 });
    await until(1);
  });

  test('the page follows the mouse, and springs back from less than the threshold', async () => {
    const before = await top();
    await screen().mouse.move(200, 150);
    await screen().mouse.down();
    await screen().mouse.move(200, 200);
    expect(await top()).toBeGreaterThan(before + 15);
    expect(await top()).toBeLessThan(before + 50);
    await screen().mouse.up();
    await screen().waitForFunction(`document.getAnimations().length === 0`);
    expect(await top()).toBe(before);
    expect(await refreshed()).toBe(0);
  });

  test('neither sideways, nor in a scroll-view, nor from the midst of the page', async () => {
    await touch(screen(), [[{ x: 20, y: 300 }], [{ x: 200, y: 310 }], [{ x: 220, y: 600 }]]);
    await pull(200, 200, 110);
    await device.miniProgram.pageScrollTo(300);
    await screen().waitForFunction(`document.querySelector('.page-scroller').scrollTop > 250`);
    await pull(200, 200, 300);
    expect(await refreshed()).toBe(0);
  });

  test('a page that does not allow it stays', async () => {
    await device.open('/pages/still/still');
    await pull(200);
    expect(await refreshed()).toBe(0);
  });
});
