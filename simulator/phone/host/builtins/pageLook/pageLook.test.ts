import {
  type AutomatorPage,
  type PhoneUnderTest,
  startPhoneUnderTest,
} from '../../../testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('builtins');
});

beforeEach(async () => {
  page = await device.open('/pages/look/look');
});

afterAll(() => device.stop());

const screen = () => device.phone.page;
const style = async (selector: string, name: string) => (await page.$(selector))!.style(name);
const scrolled = () => screen().evaluate(() => document.querySelector('.page-scroller')?.scrollTop);

test("page-meta sets the page's style, its letters and rem", async () => {
  expect(await style('.said', 'font-size')).toBe('20px');
  expect((await (await page.$('.rooted'))!.size()).width).toBe(50);
  const background = await screen().evaluate(
    () => getComputedStyle(document.querySelector('wx-page') as Element).backgroundColor,
  );
  expect(background).toBe('rgb(250, 245, 235)');
  await page.setData({ fontSize: '24px' });
  expect(await style('.said', 'font-size')).toBe('24px');
});

test('rem is forgotten with its page', async () => {
  await device.open('/pages/touch/touch');
  expect(await screen().evaluate(() => document.documentElement.style.fontSize)).toBe('');
});

test('navigation-bar dresses the bar and follows its data', async () => {
  expect(await screen().textContent('.navigation-title')).toBe('动态标题');
  await page.setData({ title: '另一个' });
  expect(await screen().textContent('.navigation-title')).toBe('另一个');
});

test('page-meta scrolls and tells', async () => {
  await page.setData({ top: '300px' });
  await screen().waitForSelector('.log >> text="scroll 300"');
});

test('match-media shows what fits the screen', async () => {
  expect(await screen().locator('.narrow').isVisible()).toBe(true);
  expect(await screen().locator('.upright').isVisible()).toBe(true);
  expect(await screen().locator('.wide').isVisible()).toBe(false);
});

test('an animation goes step by step to its end', async () => {
  await page.callMethod('play', [
    { change: [['translate', 40, 0]] },
    {
      change: [
        ['translate', 40, 30],
        ['rotate', 90],
        ['opacity', 0.5],
      ],
    },
  ]);
  await screen().waitForFunction(
    () => getComputedStyle(document.querySelector('.mover') as Element).opacity === '0.5',
  );
  await screen().waitForTimeout(80);
  expect(await style('.mover', 'transform')).toMatch(/^matrix\(0, 1, -1, 0, 40, 30\)$/);
});

test('an animation of a single step is not there at once', async () => {
  await page.callMethod('play', [{ change: [['width', 150]], option: { duration: 400 } }]);
  const early = Number((await (await page.$('.mover'))!.size()).width);
  expect(early).toBeLessThan(150);
  await screen().waitForFunction(() => document.querySelector('.mover')?.clientWidth === 150);
});

test('key frames are played and cleared', async () => {
  const frames = [{ translateX: 0 }, { translateX: 80, rotate: 180, opacity: 0.3 }];
  expect(await page.callMethod('keyed', frames, 40)).toBe('done');
  expect(await style('.mover', 'transform')).toMatch(/^matrix\(-1, .*, 80, 0\)$/);
  expect(await style('.mover', 'opacity')).toBe('0.3');
  expect(await page.callMethod('cleared')).toBe('done');
  expect(await style('.mover', 'transform')).toBe('none');
});

test('a page-container comes over the page, and its veil shuts it', async () => {
  await page.setData({ shown: true });
  await screen().waitForSelector('.log >> text="beforeenter"', { state: 'attached' });
  expect(await screen().locator('.contained').isVisible()).toBe(true);
  await screen().mouse.click(180, 200);
  await screen().waitForSelector('.log >> text="afterleave"', { state: 'attached' });
  expect(await screen().locator('.contained').isVisible()).toBe(false);
});

test('what is written for screen readers reaches the document', async () => {
  const attributes = await screen().evaluate(() => {
    const node = document.querySelector('.role');
    return ['role', 'aria-label', 'aria-checked'].map((name) => node?.getAttribute(name));
  });
  expect(attributes).toEqual(['button', '报修', 'false']);
});

test('pageScrollTo goes to a height or a node', async () => {
  await device.miniProgram.callWxMethod('pageScrollTo', { scrollTop: 500, duration: 0 });
  expect(await scrolled()).toBe(500);
  await device.miniProgram.callWxMethod('pageScrollTo', { selector: '#far', duration: 0 });
  expect(Number(await scrolled())).toBeGreaterThan(1000);
  await expect(
    device.miniProgram.callWxMethod('pageScrollTo', { selector: '.nobody', duration: 0 }),
  ).rejects.toThrow('pageScrollTo:fail');
});

test('fonts from outside and workers are refused by name', async () => {
  await expect(device.miniProgram.callWxMethod('loadFontFace', { family: 'x', source: 'y' })).rejects.toThrow(
    'loadFontFace:fail not supported by the simulator',
  );
  await expect(device.miniProgram.callWxMethod('createWorker', 'w.js')).rejects.toThrow('wx.createWorker');
});

test('how the mini-program was opened can be asked', async () => {
  const entered = await device.miniProgram.callWxMethod('getEnterOptionsSync');
  expect(entered).toMatchObject({ path: 'pages/map/map', scene: 1001 });
});
