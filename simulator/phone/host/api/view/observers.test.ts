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
  page = await device.open('/pages/observe/observe');
});

afterAll(() => device.stop());

const screen = () => device.phone.page;
const heard = (text: string) => screen().waitForSelector(`.log >> text="${text}"`);
const scrollPage = (scrollTop: number) =>
  device.miniProgram.callWxMethod('pageScrollTo', { scrollTop, duration: 0 });
const events = async () => (await page.data('events')) as string[];

test('an observer tells when a node comes into view and when it goes', async () => {
  await page.callMethod('watch', '.bottom');
  await scrollPage(3000);
  await heard('bottom 1.00');
  await scrollPage(0);
  await heard('bottom 0.00');
  expect(await events()).toEqual(['bottom 1.00', 'bottom 0.00']);
});

test('places of an observer count from the page, below the navigation bar', async () => {
  await scrollPage(3000);
  await page.callMethod('watch', '.bottom');
  await heard('bottom 1.00');
  const result = (await page.callMethod('lastResult')) as Record<string, { top: number; height: number }>;
  const height = 812 - 88;
  expect(result.relativeRect).toMatchObject({ top: 0, left: 0, width: 375, height });
  expect(result.boundingClientRect).toMatchObject({ height: 50, width: 375 });
  expect(result.intersectionRect!.top).toBe(result.boundingClientRect!.top);
});

test('thresholds are told one by one', async () => {
  await page.callMethod('watch', '.row', { relative: '.list', thresholds: [0.5, 1] });
  await page.callMethod('scrollList', { top: 160 });
  await heard('row1 0.60');
  await page.callMethod('scrollList', { top: 240 });
  await heard('row1 1.00');
});

test('a list hides what is scrolled out of it, and all may be observed', async () => {
  await page.callMethod('watch', '.row', { observeAll: true });
  await page.callMethod('scrollList', { top: 300 });
  await screen().waitForFunction(() => document.querySelector('.log')?.textContent?.startsWith('row2'));
  expect(await events()).toEqual(['row1 1.00', 'row2 1.00']);
});

test('margins let a node in early', async () => {
  await page.callMethod('watch', '.bottom', { margins: { bottom: 2000 } });
  await heard('bottom 1.00');
});

test('a disconnected observer is silent', async () => {
  await page.callMethod('watch', '.bottom');
  await page.callMethod('stop');
  await scrollPage(3000);
  await screen().waitForTimeout(120);
  expect(await events()).toEqual([]);
});

test('a component observes and measures its own nodes', async () => {
  const watcher = (await page.$('.watcher')) as unknown as {
    callMethod(name: string): Promise<Record<string, unknown>>;
  };
  expect(await watcher.callMethod('watch')).toBe(1);
  expect(await watcher.callMethod('measure')).toMatchObject({ width: 375, height: 40, top: 200 });
});

test('a query gives what its fields ask for', async () => {
  const fields = {
    id: true,
    dataset: true,
    mark: true,
    rect: true,
    size: true,
    computedStyle: ['color', 'marginTop'],
    properties: ['class'],
  };
  expect(await page.callMethod('query', '#styled', fields)).toMatchObject({
    id: 'styled',
    dataset: { kind: 'k' },
    mark: { zone: '北' },
    left: 12,
    width: 86,
    height: 36,
    color: 'rgb(1, 2, 3)',
    marginTop: '12px',
  });
});

test('answers come together, in order; nothing found is null', async () => {
  expect(await page.callMethod('together')).toEqual({ seen: ['first', 'second null'], count: 2 });
  expect(await page.callMethod('queryAll', '.row')).toHaveLength(2);
  expect(await page.callMethod('queryAll', '.inside')).toEqual([]);
});

test('the viewport tells its size and how far it is scrolled', async () => {
  await scrollPage(120);
  const [offset, rect] = (await page.callMethod('viewport')) as Record<string, number>[];
  expect(offset).toMatchObject({ scrollTop: 120, scrollLeft: 0 });
  expect(rect).toMatchObject({ top: 0, left: 0, width: 375, height: 812 - 88 });
});

test('a scroll-view gives its context, a view gives no node', async () => {
  expect(await page.callMethod('kindOfNode', '#list')).toBe('scrollTo,scrollIntoView');
  expect(await page.callMethod('kindOfNode', '#styled')).toBe('null');
  await page.callMethod('scrollList', { top: 80 });
  expect(await page.callMethod('query', '#list', { scrollOffset: true })).toMatchObject({ scrollTop: 80 });
});

test('a media query observer tells at once whether it holds', async () => {
  expect(await page.callMethod('media', { maxWidth: 400 })).toBe(true);
  expect(await page.callMethod('media', { minWidth: 401 })).toBe(false);
  expect(await page.callMethod('media', { orientation: 'landscape' })).toBe(false);
});
