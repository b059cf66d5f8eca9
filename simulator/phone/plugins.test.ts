import { type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;

beforeAll(async () => {
  device = await startPhoneUnderTest('extras');
});

afterAll(() => device?.stop());

test("a plugin's component stands in its place by name, and the rest of the page is drawn", async () => {
  const page = await device.open('/pages/plugin/plugin');
  expect(await (await page.$('.after'))!.text()).toBe('后');
  const text = await device.phone.page.evaluate(
    `document.querySelector('.foreign').shadowRoot.querySelector('.stand-in').textContent`,
  );
  expect(text).toBe('插件组件plugin://player/player模拟器不运行插件');
  const written: string[] = [];
  device.phone.page.on('console', (message) => written.push(message.text()));
  await device.phone.page.reload();
  await device.phone.link.once('Phone.ready');
  expect(written).toContain(
    'pages/plugin/plugin: component "plugin://player/player" is not supported by the simulator, which runs no plugins',
  );
});

test('its code and its pages are refused by name', async () => {
  const page = await device.open('/pages/plugin/plugin');
  expect(await page.callMethod('ask')).toBe(
    'plugin "player" is not supported by the simulator, which runs no plugins',
  );
  const refused = await device.miniProgram
    .callWxMethod('navigateTo', { url: 'plugin://player/hello' })
    .catch((error: unknown) => String((error as Error).message));
  expect(JSON.stringify(refused)).toContain('which runs no plugins');
});
