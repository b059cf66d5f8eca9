import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

const here = { latitude: 31.2, longitude: 121.4, accuracy: 12, speed: 1 };
type Fix = { latitude: number; longitude: number; accuracy: number };

beforeEach(async () => {
  await device.control.setPermission('scope.userLocation', true);
  await device.control.setLocationRule('develop');
  await device.control.setLocation(here);
});

test('the question names the purpose from app.json', async () => {
  await device.control.setPermission('scope.userLocation', undefined);
  const asked = device.outcome(`wx.getLocation({ type: 'gcj02' })`);
  expect(await device.control.asked('authorize')).toMatchObject({
    details: { scope: 'scope.userLocation', purpose: '用于巡检签到' },
  });
  await device.control.answerNext('authorize', 'allow');
  expect(await asked).toMatchObject({ ...here, errMsg: 'getLocation:ok' });
});

test('who refused stays where nobody knows', async () => {
  await device.control.setPermission('scope.userLocation', false);
  expect(await device.outcome('wx.getLocation()')).toEqual({
    errMsg: 'getLocation:fail auth deny',
    errno: 103,
  });
});

test('without a type the place is told as GPS knows it, some hundred metres off the map', async () => {
  const { latitude, longitude } = (await device.outcome('wx.getLocation()')) as Fix;
  expect(Math.abs(latitude - here.latitude) + Math.abs(longitude - here.longitude)).toBeGreaterThan(0.003);
});

test('a development build fails when asked again within 30 seconds', async () => {
  expect(await device.outcome(`wx.getLocation({ type: 'gcj02' })`)).toMatchObject({
    errMsg: 'getLocation:ok',
  });
  expect(await device.outcome(`wx.getLocation({ type: 'gcj02' })`)).toEqual({
    errMsg: 'getLocation:fail 频繁调用会增加电量损耗，可考虑使用 wx.onLocationChange 监听地理位置变化',
  });
});

test('a released one is told the first place again', async () => {
  await device.control.setLocationRule('release');
  await device.outcome(`wx.getLocation({ type: 'gcj02' })`);
  await device.control.setLocation({ latitude: 31.3, longitude: 121.5 });
  expect(await device.outcome(`wx.getLocation({ type: 'gcj02' })`)).toMatchObject({ latitude: 31.2 });
});

test('a recorded walk is walked to its end', async () => {
  await device.control.playTrack(
    [
      { latitude: 31.21, longitude: 121.4 },
      { latitude: 31.22, longitude: 121.4 },
    ],
    20,
  );
  await device.phone.page.waitForTimeout(100);
  expect(await device.outcome(`wx.getLocation({ type: 'gcj02' })`)).toMatchObject({ latitude: 31.22 });
});

test('a place that is none is refused', async () => {
  await expect(device.control.setLocation({ latitude: 91, longitude: 0 })).rejects.toThrow('no such place');
});

test('a place is chosen, or given up', async () => {
  const chosen = device.outcome('wx.chooseLocation()');
  await device.phone.page.click('text=确定');
  expect(await chosen).toMatchObject({ name: '当前位置', latitude: 31.2, longitude: 121.4 });
  await device.control.answerNext('chooseLocation', { name: '云栖苑', address: '示例路 1 号' });
  expect(await device.outcome('wx.chooseLocation()')).toMatchObject({ name: '云栖苑', latitude: 31.2 });
  await device.control.answerNext('chooseLocation', 'cancel');
  expect(await device.outcome('wx.chooseLocation()')).toEqual({ errMsg: 'chooseLocation:fail cancel' });
});

test('a place is shown on a page of its own', async () => {
  await device.outcome(`wx.openLocation({ latitude: 31.2, longitude: 121.4, name: '云栖苑' })`);
  expect(await device.phone.page.textContent('.place-card b')).toBe('云栖苑');
  await device.phone.page.click('.system-back');
});

test('continuous location is refused: undeclared first, then by category', async () => {
  expect(await device.outcome('wx.startLocationUpdate()')).toEqual({
    errMsg:
      'startLocationUpdate:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
  });
});
