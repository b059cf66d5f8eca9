import { type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;

beforeAll(async () => {
  device = await startPhoneUnderTest('extras');
});

afterAll(() => device?.stop());

test('a component of another package comes later, in the place of its placeholder', async () => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await device.phone.page.route('**/phone/package?root=later', async (route) => {
    await held;
    await route.continue();
  });
  try {
    const page = await device.open('/pages/async/async');
    expect(await (await (await page.$('#late'))!.$('.waiting'))!.text()).toBe('等着');
    release();
    await device.phone.page.waitForFunction(`document.querySelector('[class$="--late"]') !== null`);
    expect(await (await (await page.$('#late'))!.$('.late'))!.text()).toBe('来了 字');
  } finally {
    release();
  }
});

test('a module of another package comes by require.async or to a callback; one that is not there is refused', async () => {
  const page = await device.open('/pages/async/async');
  await device.phone.page.waitForFunction(`document.querySelector('[class$="--late"]') !== null`);
  expect(((await page.data('seen')) as string[]).sort()).toEqual(
    ['后来的', '回调 后来的', '../../later/none,string'].sort(),
  );
});
