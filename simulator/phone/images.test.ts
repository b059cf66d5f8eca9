import { PNG } from 'pngjs';
import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
let page: AutomatorPage;
let picture: PNG;

const modes = [
  'scaleToFill',
  'aspectFit',
  'aspectFill',
  'widthFix',
  'heightFix',
  'top',
  'bottom',
  'center',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
  'bottom right',
];

beforeAll(async () => {
  device = await startPhoneUnderTest('builtins');
  page = await device.open('/pages/images/images');
  await device.phone.page.waitForFunction(() =>
    [...document.querySelectorAll('.picture')].every(
      (one) => one.shadowRoot?.querySelector('img')?.naturalWidth === 120,
    ),
  );
  picture = PNG.sync.read(await device.phone.page.screenshot());
});

afterAll(() => device?.stop());

/** The quarters of the sample picture, 120 × 80, as r(ed) b(lue) g(reen) y(ellow); its edge is k, what lies behind it e. */
const colors: Readonly<Record<string, readonly [number, number, number]>> = {
  r: [214, 90, 80],
  b: [90, 140, 200],
  g: [120, 170, 110],
  y: [230, 190, 90],
  k: [40, 40, 40],
  e: [238, 238, 238],
};

function colorAt(x: number, y: number): string {
  const at = (Math.round(y * 2) * picture.width + Math.round(x * 2)) * 4;
  const [red, green, blue] = [...picture.data.subarray(at, at + 3)];
  const near = ([r, g, b]: readonly [number, number, number]) =>
    Math.abs(r - red!) + Math.abs(g - green!) + Math.abs(b - blue!) < 12;
  return Object.entries(colors).find(([, color]) => near(color))?.[0] ?? '?';
}

// What the four corners of the 60 × 60 box show, a little way in: left above, right above, left below, right below.
test.each([
  ['scaleToFill', 60, 60, 'rbgy'],
  ['aspectFit', 60, 60, 'eeee'],
  ['aspectFill', 60, 60, 'rbgy'],
  ['widthFix', 60, 40, 'rbgy'],
  ['heightFix', 90, 60, 'rbgy'],
  ['top', 60, 60, 'rbgy'],
  ['bottom', 60, 60, 'rbgy'],
  ['center', 60, 60, 'rbgy'],
  ['left', 60, 60, 'rrgg'],
  ['right', 60, 60, 'bbyy'],
  ['top left', 60, 60, 'rrgg'],
  ['top right', 60, 60, 'bbyy'],
  ['bottom left', 60, 60, 'rrgg'],
  ['bottom right', 60, 60, 'bbyy'],
])('%s fills its box %d × %d', async (mode, width, height, corners) => {
  const box = (await device.phone.page.locator(`#m${modes.indexOf(mode)}`).boundingBox())!;
  expect([box.width, box.height]).toEqual([width, height]);
  const [left, right] = [box.x + 5, box.x + width - 5];
  const [top, bottom] = [box.y + 5, box.y + height - 5];
  const seen = colorAt(left, top) + colorAt(right, top) + colorAt(left, bottom) + colorAt(right, bottom);
  expect(seen).toBe(corners);
});

test.each([
  ['top', 30, 39, 30, 41],
  ['bottom', 30, 19, 30, 21],
])('%s shows the picture unscaled at that edge', async (mode, x, above, sameX, below) => {
  const box = (await device.phone.page.locator(`#m${modes.indexOf(mode)}`).boundingBox())!;
  // Left of the middle: red above the line between the quarters, green below it.
  expect(colorAt(box.x + x - 10, box.y + above - 1)).toBe('r');
  expect(colorAt(box.x + sameX - 10, box.y + below + 1)).toBe('g');
});

test('a lazy image is loaded when it is three screens away', async () => {
  await device.phone.page.waitForTimeout(150);
  expect(await page.data('log')).toBe('');
  await device.miniProgram.callWxMethod('pageScrollTo', { scrollTop: 4000, duration: 0 });
  await device.phone.page.waitForSelector('.log >> text="lazy loaded"');
});
