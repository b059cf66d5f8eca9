import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

interface Elemental {
  scrollTo(x: number, y: number): Promise<void>;
  swipeTo(index: number): Promise<void>;
  property(name: string): Promise<unknown>;
  scrollHeight(): Promise<number>;
  size(): Promise<{ width: number; height: number }>;
}

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('native');
});

beforeEach(async () => {
  page = await device.open('/pages/lists/lists');
});

afterAll(() => device?.stop());

const element = async (selector: string) => (await page.$(selector)) as unknown as Elemental;
const heard = async (what: string) => {
  await device.phone.page.waitForFunction(
    (text) => document.querySelector('.log')?.textContent?.startsWith(text),
    what,
  );
  return (await page.$('.log'))!.text();
};

test('a scroll-view scrolls, tells where it is and when it is at its end', async () => {
  const scroller = await element('.scroller');
  await scroller.scrollTo(0, 120);
  expect(await scroller.property('scrollTop')).toBe(120);
  expect(await scroller.scrollHeight()).toBe(1200);
  await scroller.scrollTo(0, 5000);
  expect(await heard('lower')).toBe('lower "bottom"');
  expect(await page.data('scrollTop')).toBe(1000);
});

test('scroll-into-view brings a row to the top', async () => {
  await page.setData({ into: 'row10' });
  expect(await (await element('.scroller')).property('scrollTop')).toBe(400);
});

test('a refresher that is triggered tells the page', async () => {
  await page.setData({ refreshing: true });
  expect(await heard('refresh')).toBe('refresh null');
});

test('a swiper turns by finger and by data, and says which', async () => {
  await (await element('.swiper')).swipeTo(1);
  expect(await heard('swipe')).toBe('swipe [1,"touch"]');
  await page.setData({ current: 2 });
  expect(await heard('swipe [2')).toBe('swipe [2,""]');
});

test('an image tells its natural size and keeps its ratio with widthFix', async () => {
  const { events } = (await page.data()) as { events: string[] };
  expect(events).toContain('loaded {"width":4,"height":2}');
  expect(await (await element('.picture')).size()).toEqual({ width: 100, height: 50 });
});

test('an image that cannot be loaded tells so', async () => {
  await device.phone.page.waitForTimeout(50);
  expect((await page.data('events')) as string[]).toContain('broke null');
});

test('rich-text draws trusted tags only, without handlers', async () => {
  const html = await device.phone.page.evaluate(
    () => document.querySelector('.rich')?.shadowRoot?.querySelector('.rich')?.innerHTML,
  );
  expect(html).toBe('<b>粗</b>');
});
