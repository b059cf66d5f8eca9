import { dragMouse, middleOf, touch } from '../../../testing/hands';
import {
  type AutomatorPage,
  type PhoneUnderTest,
  startPhoneUnderTest,
} from '../../../testing/phoneUnderTest';

jest.setTimeout(120_000);

interface Movable {
  moveTo(x: number, y: number): Promise<void>;
  property(name: string): Promise<unknown>;
}

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('builtins');
});

beforeEach(async () => {
  page = await device.open('/pages/movable/movable');
});

afterAll(() => device.stop());

const screen = () => device.phone.page;
const events = async () => (await page.data('events')) as string[];
const drag = async (selector: string, x: number, y: number) =>
  dragMouse(screen(), await middleOf(screen(), selector), { x, y });

test('a mouse drags a view within its area', async () => {
  await drag('.free', 100, 50);
  expect((await events()).at(-1)).toBe('change 100,50 touch');
  await drag('.free', 500, 500);
  expect((await events()).at(-1)).toBe('change 240,140 touch');
});

test('what moves sideways moves only so, and says which way', async () => {
  await drag('.sideways', 80, 30);
  expect((await events())[0]).toBe('htouchmove');
  expect((await events()).at(-1)).toBe('change 80,0 touch');
});

test('what may leave its bounds comes back', async () => {
  await drag('.elastic', 100, 0);
  const all = await events();
  expect(all.some((one) => one.endsWith('touch-out-of-bounds'))).toBe(true);
  expect(all.at(-1)).toBe('change 60,0 out-of-bounds');
});

test('neither a disabled view nor one deeper in its area moves', async () => {
  await drag('.shut', 40, 10);
  await drag('.inner', 20, 10);
  expect(await events()).toEqual([]);
});

test('data moves a view, within its bounds, and says so without a source', async () => {
  await page.setData({ x: 30, y: 999 });
  expect((await events()).at(-1)).toBe('change 30,140 ');
});

test('the automator moves a view and reads where it is', async () => {
  const view = (await page.$('.free')) as unknown as Movable;
  await view.moveTo(50, 60);
  expect(await view.property('x')).toBe(50);
  expect(await view.property('y')).toBe(60);
});

test('a tap on a movable view is a tap', async () => {
  const { x, y } = await middleOf(screen(), '.free');
  await screen().mouse.click(x, y);
  expect(await events()).toEqual(['tapped']);
});

test('a size beyond the greatest is cut', async () => {
  await page.setData({ size: 5 });
  const box = await screen().locator('.growing').boundingBox();
  expect(box?.width).toBeCloseTo(80, 0);
});

test('a finger drags, two fingers make it grow', async () => {
  const from = await middleOf(screen(), '.free');
  await touch(screen(), [[from], [{ x: from.x + 20, y: from.y }], [{ x: from.x + 70, y: from.y + 20 }]]);
  expect((await events()).at(-1)).toBe('change 70,20 touch');
  const { x, y } = await middleOf(screen(), '.growing');
  const apart = (by: number) => [
    { x: x - by, y },
    { x: x + by, y },
  ];
  await touch(screen(), [apart(8), apart(10), apart(12)]);
  expect((await events()).at(-1)).toBe('scale 1.5');
});
