import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

test('vibrations, calls and the screen are seen from outside', async () => {
  await device.outcome(`wx.vibrateShort({ type: 'heavy' })`);
  await device.outcome('wx.vibrateLong()');
  await device.outcome('wx.setKeepScreenOn({ keepScreenOn: true })');
  await device.outcome('wx.setScreenBrightness({ value: 0.2 })');
  const called = device.outcome(`wx.makePhoneCall({ phoneNumber: '95017' })`);
  await device.phone.page.click('.modal-button >> text=呼叫');
  expect(await called).toEqual({ errMsg: 'makePhoneCall:ok' });
  expect(await device.control.device()).toMatchObject({
    vibrations: ['heavy', 'long'],
    calls: ['95017'],
    keepsScreenOn: true,
    brightness: 0.2,
  });
  expect(await device.outcome('wx.getScreenBrightness()')).toMatchObject({ value: 0.2 });
});

test('what the phone cannot do is refused', async () => {
  expect(await device.outcome(`wx.vibrateShort({ type: 'wild' })`)).toEqual({
    errMsg: 'vibrateShort:fail style is not support',
  });
  expect(await device.outcome('wx.setScreenBrightness({ value: 2 })')).toMatchObject({
    errMsg: expect.stringContaining('setScreenBrightness:fail'),
  });
});

test('the text size of the system is told, and text that follows it grows', async () => {
  expect(await device.outcome('Promise.resolve(wx.getAppBaseInfo())')).toMatchObject({
    fontSizeScaleFactor: 1,
    fontSizeSetting: 16,
  });
  await device.control.setFontSize('extraLarge');
  expect(await device.outcome('Promise.resolve(wx.getAppBaseInfo())')).toMatchObject({
    fontSizeScaleFactor: 1.4,
    fontSizeSetting: 22.4,
  });
  const size = `getComputedStyle(document.documentElement).getPropertyValue('--system-font-size')`;
  expect(await device.phone.page.evaluate(size)).toBe('22.4px');
  await device.control.setFontSize('standard');
});

test('the phone describes itself the same in every interface', async () => {
  const all = (await device.outcome('wx.getSystemInfo()')) as Record<string, unknown>;
  expect(all).toMatchObject({
    screenWidth: 375,
    screenHeight: 812,
    statusBarHeight: 44,
    platform: 'devtools',
  });
  expect(all).toMatchObject((await device.outcome('Promise.resolve(wx.getWindowInfo())')) as object);
  expect(await device.outcome('Promise.resolve(wx.getAccountInfoSync())')).toMatchObject({
    miniProgram: { appId: device.phone.session.appid, envVersion: 'develop' },
  });
  expect(await device.outcome('Promise.resolve(wx.getMenuButtonBoundingClientRect())')).toMatchObject({
    width: 87,
    height: 32,
    right: 368,
  });
});

test('a screenshot is told, and black where the page asked for it', async () => {
  await device.outcome(
    `Promise.resolve(wx.onUserCaptureScreen(() => getCurrentPages()[0].tell('captured')))`,
  );
  expect(await device.control.captureScreen()).toEqual({ isBlack: false });
  expect(await device.told()).toBe('captured');
  await device.outcome(`wx.setVisualEffectOnCapture({ visualEffect: 'hidden' })`);
  expect(await device.control.captureScreen()).toEqual({ isBlack: true });
  await device.outcome('Promise.resolve(wx.offUserCaptureScreen())');
});

test('an update that is offered is told, and applied by starting anew', async () => {
  await device.outcome(
    `Promise.resolve(wx.getUpdateManager().onUpdateReady(() => getCurrentPages()[0].tell('ready')))`,
  );
  expect(
    await device.outcome('new Promise((resolve) => wx.getUpdateManager().onCheckForUpdate(resolve))'),
  ).toEqual({
    hasUpdate: false,
  });
  expect(await device.outcome('(async () => wx.getUpdateManager().applyUpdate())()')).toMatchObject({
    message: 'applyUpdate:fail update is not ready',
  });
  await device.control.offerUpdate('ready');
  expect(await device.told()).toBe('ready');
  const started = device.phone.link.once('Phone.ready');
  await device.phone.page.evaluate('0');
  await device.phone.link
    .ask('App.callFunction', {
      functionDeclaration: '() => { wx.getUpdateManager().applyUpdate() }',
      args: [],
    })
    .catch(() => undefined);
  await started;
});

test('the clipboard keeps text', async () => {
  await device.outcome(`wx.setClipboardData({ data: '6901' })`);
  expect(await device.outcome('wx.getClipboardData()')).toMatchObject({ data: '6901' });
  expect(await device.control.device()).toMatchObject({ clipboard: '6901' });
});
