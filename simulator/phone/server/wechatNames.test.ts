import { wechatApiNames } from './wechatNames';

test('the names are those of the typings of WeChat', () => {
  const names = wechatApiNames();
  expect(names.length).toBeGreaterThan(450);
  expect(names).toEqual(
    expect.arrayContaining([
      'login',
      'request',
      'startBeaconDiscovery',
      'createLivePusherContext',
      'getStorageSync',
    ]),
  );
  expect(names).not.toContain('catch');
});
