import { middleOf, touch } from './testing/hands';
import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('builtins');
});

beforeEach(async () => {
  page = await device.open('/pages/touch/touch');
  // A keyboard of the test before goes with its page.
  await device.phone.page.waitForTimeout(120);
  await page.setData({ heights: [] });
});

afterAll(() => device?.stop());

const screen = () => device.phone.page;
const log = () => page.data('log');

test('a pop-up takes the clicks of what is under it', async () => {
  const row = await middleOf(screen(), '.row');
  await screen().mouse.click(row.x, row.y);
  expect(await log()).toBe('row');
  await page.setData({ open: true, log: '' });
  const sheet = await middleOf(screen(), '.sheet');
  await screen().mouse.click(sheet.x, sheet.y);
  expect(await log()).toBe('sheet');
  await screen().mouse.click(row.x, row.y);
  expect(await log()).toBe('veil');
});

test('a finger rests long enough for a long press, which is no tap', async () => {
  const { x, y } = await middleOf(screen(), '.target');
  await screen().mouse.move(x, y);
  await screen().mouse.down();
  await screen().waitForSelector('.log >> text="long press"');
  await screen().mouse.up();
  expect(await log()).toBe('long press');
});

test('hover-class comes with the finger and goes; hover-stop-propagation keeps it inside', async () => {
  const background = async (selector: string) => (await page.$(selector))!.style('background-color');
  const row = await middleOf(screen(), '.row', { x: 0, y: -40 });
  await screen().mouse.move(row.x, row.y);
  await screen().mouse.down();
  await screen().waitForSelector('.row.pressed');
  expect(await background('.row')).toBe('rgb(200, 210, 220)');
  await screen().mouse.up();
  await screen().waitForSelector('.row:not(.pressed)');
  const inner = await middleOf(screen(), '.inner');
  await screen().mouse.move(inner.x, inner.y);
  await screen().mouse.down();
  await screen().waitForSelector('.inner.inner-pressed');
  expect(await background('.row')).toBe('rgb(242, 242, 242)');
  await screen().mouse.up();
});

test('a keyboard writes Chinese into an input', async () => {
  await screen().click('.field');
  expect(await log()).toBe('focus 291');
  await screen().keyboard.insertText('三栋二单元');
  expect(await log()).toBe('typed 三栋二单元');
});

test('the height of the keyboard is told when it comes and goes', async () => {
  await screen().click('.field');
  await screen().click('.area');
  await screen().click('.target');
  await screen().waitForTimeout(150);
  expect(await page.data('heights')).toEqual([291, 0]);
});

test('Chinese text is shown with letters, not with boxes', async () => {
  const [known, unknown] = await screen().evaluate(() => {
    const draw = (text: string) => {
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d')!;
      pen.font = `40px ${getComputedStyle(document.body).fontFamily}`;
      pen.fillText(text, 0, 60);
      return canvas.toDataURL();
    };
    return [draw('邻'), draw('\u{10ffff}')];
  });
  expect(known).not.toBe(unknown);
});

test('fingers are counted, and one that lifts taps', async () => {
  const { x, y } = await middleOf(screen(), '.target');
  await touch(screen(), [[{ x, y }]]);
  await screen().waitForSelector('.log >> text="row"');
  await touch(screen(), [
    [
      { x, y },
      { x: x + 30, y },
    ],
    [
      { x: x + 20, y },
      { x: x + 60, y },
    ],
  ]);
  await screen().waitForSelector('.log >> text="move 2"');
});
