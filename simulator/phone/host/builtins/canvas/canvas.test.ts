import { dragMouse, middleOf } from '../../../testing/hands';
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
  page = await device.open('/pages/canvas/canvas');
  await logged('ready 300×200');
});

afterAll(() => device.stop());

const logged = (text: string) => device.phone.page.waitForSelector(`.log >> text=${text}`);

test('a page draws on the canvas a selector query gives it', async () => {
  expect(await page.callMethod('draw')).toBe(true);
  expect(await page.callMethod('pixel', 30, 30)).toEqual([180, 83, 60, 255]);
  expect(await page.callMethod('pixel', 290, 190)).toEqual([244, 239, 230, 255]);
});

test('a canvas is no DOM node', async () => {
  expect(await page.callMethod('keys')).toEqual(['undefined', 'function', 'undefined']);
});

test('pictures of the package and other canvases are drawn', async () => {
  expect(await page.callMethod('drawPicture')).toEqual([120, 80]);
  expect(await page.callMethod('pixel', 175, 30)).toEqual([214, 90, 80, 255]);
  await page.callMethod('drawOffscreen');
  expect(await page.callMethod('pixel', 30, 150)).toEqual([47, 127, 224, 255]);
});

test('frames of an animation come', async () => {
  expect(typeof (await page.callMethod('frames'))).toBe('number');
});

test('a canvas becomes a temporary file that an image shows', async () => {
  await page.callMethod('draw');
  expect(await page.callMethod('save')).toMatch(/\.png$/);
  // Both sides grow by the density of the screen unless told otherwise.
  await logged('copied 1200×800');
  const part = { x: 0, y: 0, width: 300, height: 100, destWidth: 60, destHeight: 20, fileType: 'jpg' };
  expect(await page.callMethod('save', part)).toMatch(/\.jpg$/);
  await logged('copied 60×20');
});

test('the old canvas is refused by its name', async () => {
  expect(await page.callMethod('refused', { canvasId: 'old' })).toBe(
    'canvasToTempFilePath:fail the old canvas (canvasId) is not supported by the simulator',
  );
  expect(await page.callMethod('refused', {})).toBe('canvasToTempFilePath:fail fail canvas is empty');
  const words = await device.miniProgram.evaluate(
    `() => { try { wx.createCanvasContext('old') } catch (error) { return error.message } }`,
  );
  expect(words).toBe('wx.createCanvasContext is not supported by the simulator');
});

test('a real mouse signs: touches carry their place in the canvas', async () => {
  await page.callMethod('draw');
  const from = await middleOf(device.phone.page, '.board', { x: 50, y: 40 });
  await dragMouse(device.phone.page, from, { x: 40, y: 0 });
  await logged('ended 240,140');
  expect(await page.callMethod('pixel', 220, 140)).toEqual([27, 27, 27, 255]);
});
