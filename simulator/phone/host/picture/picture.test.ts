import { PNG } from 'pngjs';
import { type PhoneUnderTest, startPhoneUnderTest } from '../../testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;

beforeAll(async () => {
  device = await startPhoneUnderTest('builtins');
});
afterAll(() => device?.stop());

async function ours(): Promise<PNG> {
  const { png } = (await device.phone.link.ask('Phone.picture', {})) as { png: string };
  return PNG.sync.read(Buffer.from(png, 'base64'));
}
const theirs = async () => PNG.sync.read(await device.phone.page.screenshot());

/** The share of pixels that are plainly of another colour. */
function difference(one: PNG, other: PNG): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const apart = [0, 1, 2].map((part) => Math.abs(one.data[at + part]! - other.data[at + part]!));
    if (apart.reduce((sum, each) => sum + each) > 90) count += 1;
  }
  return count / (one.width * one.height);
}

test.each(['images', 'map', 'media'])(
  'the picture of the page %s is what the browser shows',
  async (name) => {
    await device.open(`/pages/${name}/${name}`);
    await device.phone.page.waitForLoadState('networkidle');
    expect(difference(await ours(), await theirs())).toBeLessThan(0.02);
  },
);

test('a page that was scrolled is shown where it is', async () => {
  await device.open('/pages/images/images');
  await device.phone.page.mouse.move(180, 400);
  const before = await ours();
  await device.phone.page.mouse.wheel(0, 150);
  await device.phone.page.waitForFunction(
    `document.querySelector('.page-frame:not([hidden]) .page-scroller').scrollTop > 100`,
  );
  const after = await ours();
  expect(difference(after, before)).toBeGreaterThan(0.02);
  expect(difference(after, await theirs())).toBeLessThan(0.02);
});
