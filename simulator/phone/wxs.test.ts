import { middleOf, touch } from './testing/hands';
import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
let page: AutomatorPage;
const screen = () => device.phone.page;
const told = async () =>
  JSON.parse((await (await page.$('.told'))!.text()) || '{}') as Record<string, unknown>;
const until = (words: string) =>
  screen().waitForFunction(
    `document.querySelector('.page-frame:not([hidden]) .told').textContent.includes(${JSON.stringify(words)})`,
  );

beforeAll(async () => {
  device = await startPhoneUnderTest('extras');
  screen().setDefaultTimeout(5000);
});

afterAll(() => device?.stop());

beforeEach(async () => {
  page = await device.open('/pages/wxs/wxs');
});

test('change: is called with the first value and with each later one, with owner and node', async () => {
  await until('change');
  expect(await told()).toEqual({ what: 'change', newValue: '甲', was: 'nothing', changes: 1, me: '条' });
  await page.setData({ watched: '乙' });
  await until('乙');
  expect(await told()).toEqual({ what: 'change', newValue: '乙', was: '甲', changes: 2, me: '条' });
  await page.setData({ watched: '乙' });
  expect(((await page.data('heard')) as unknown[]).length).toBe(2);
});

test('a handler styles, measures and calls; its node keeps a state', async () => {
  await screen().click('.passing');
  await screen().click('.passing');
  await until('"width":200');
  expect(await told()).toEqual({
    what: 'tap',
    classes: [true, true, true, false],
    width: 200,
    left: 10,
    computed: { width: '200px', marginLeft: '10px' },
    bars: 2,
    missing: true,
    name: '过',
    instance: '过',
    sameState: true,
  });
  const bar = (await page.$('.bar'))!;
  expect(await bar.style('color')).toBe('rgb(1, 2, 3)');
  expect(await page.data('outer')).toBe(2);
});

test('what wxs gave a node outlives the next drawing of its template', async () => {
  await screen().click('.passing');
  await page.setData({ watched: '丙' });
  expect(await (await page.$('.bar'))!.style('width')).toBe('100px');
});

test('false stops the event', async () => {
  await screen().click('.inner');
  expect(await page.data('outer')).toBe(0);
});

test('a handler that is no function at the moment does nothing', async () => {
  await page.setData({ off: true });
  await until('change');
  await screen().click('.passing');
  expect(await page.data('outer')).toBe(1);
  expect((await told()).what).toBe('change');
});

test('frames and timers come, unless they are cleared', async () => {
  await screen().click('.later');
  await until('later');
  expect(await told()).toEqual({ what: 'later', frames: 1 });
});

test('what wxs throws is written to the console and goes no further', async () => {
  const written = screen().waitForEvent('console', (message) => message.type() === 'error');
  await screen().click('.broken');
  expect((await written).text()).toContain('wxs:');
  expect(await page.data('outer')).toBe(0);
});

test('a finger moves a component without its logic layer, which hears of the end', async () => {
  const from = await middleOf(screen(), '[class$="--drag"]');
  const at = (x: number) => [{ x: from.x + x, y: from.y }];
  await touch(screen(), [at(0), at(-40), at(-60)]);
  const swipe = (await page.$('#swipe'))!;
  const wrapper = (await swipe.$('.wrapper'))!;
  expect(await wrapper.style('transform')).toBe('matrix(1, 0, 0, 1, -60, 0)');
  expect(await page.data('swiped')).toBe(-60);
  expect(await (swipe as unknown as { data(path: string): Promise<unknown> }).data('opened')).toBe(-60);
  await touch(screen(), [at(0), at(-100), at(-200)]);
  expect(await page.data('swiped')).toBe(-90);
});
