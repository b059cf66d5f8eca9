import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

const native = () => device.miniProgram.native();

test('a scope is asked for once; an allowed one is not asked again', async () => {
  const asked = device.outcome(`wx.authorize({ scope: 'scope.camera' })`);
  await device.phone.page.click('text=允许');
  expect(await asked).toEqual({ errMsg: 'authorize:ok' });
  expect(await device.outcome(`wx.authorize({ scope: 'scope.camera' })`)).toEqual({ errMsg: 'authorize:ok' });
});

test('a refusal is remembered and answers by itself', async () => {
  const asked = device.outcome(`wx.authorize({ scope: 'scope.record' })`);
  await device.control.asked('authorize');
  await native().authorizeCancel();
  const refused = { errMsg: 'authorize:fail auth deny', errno: 103 };
  expect(await asked).toEqual(refused);
  expect(await device.outcome(`wx.authorize({ scope: 'scope.record' })`)).toEqual(refused);
  expect(await device.control.pending()).toEqual([]);
  expect(await device.outcome('wx.getSetting()')).toMatchObject({
    authSetting: { 'scope.camera': true, 'scope.record': false },
  });
});

test('the settings page turns a refusal round, and the mini-program hears of it', async () => {
  await device.control.setPermission('scope.record', false);
  await device.phone.page.click('.open-setting');
  await device.phone.page.click('[data-scope="scope.record"]');
  await device.phone.page.click('.system-back');
  expect(await device.told()).toMatchObject({
    errMsg: 'openSetting:ok',
    authSetting: { 'scope.record': true },
  });
  expect(await device.outcome(`wx.authorize({ scope: 'scope.record' })`)).toEqual({ errMsg: 'authorize:ok' });
});

test('wx.openSetting wants a tap', async () => {
  expect(await device.outcome('wx.openSetting()')).toEqual({
    errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
  });
  await device.control.answerNext('openSetting', 'close');
  expect(await device.tapped('wx.openSetting({ withSubscriptions: true })')).toMatchObject({
    errMsg: 'openSetting:ok',
    subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
  });
});

test('scopes that nobody grants are refused by name, free ones are granted', async () => {
  expect(await device.outcome(`wx.authorize({ scope: 'scope.everything' })`)).toEqual({
    errMsg: 'authorize:fail invalid scope',
  });
  expect(await device.outcome(`wx.authorize({ scope: 'scope.userInfo' })`)).toEqual({
    errMsg: 'authorize:fail scope unauthorized',
  });
  expect(await device.outcome(`wx.authorize({ scope: 'scope.invoiceTitle' })`)).toEqual({
    errMsg: 'authorize:ok',
  });
});

test('answers are kept over a reload', async () => {
  await device.control.setPermission('scope.bluetooth', false);
  const ready = device.phone.link.once('Phone.ready');
  await device.phone.page.reload();
  await ready;
  expect(await device.outcome('wx.getSetting()')).toMatchObject({
    authSetting: { 'scope.bluetooth': false },
  });
  await device.control.setPermission('scope.bluetooth', undefined);
  expect(await device.outcome('wx.getSetting()')).not.toMatchObject({
    authSetting: { 'scope.bluetooth': false },
  });
});
