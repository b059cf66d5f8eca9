import { phoneOptions } from './options';

const user = ['--user', 'oSomebody'];

test('a user is enough: online, standard text, nothing said of privacy', () => {
  const options = phoneOptions(user);
  expect(options).toEqual({
    openid: 'oSomebody',
    gatewayUrl: 'http://127.0.0.1:4600/gateway',
    automatorPort: 9420,
    settings: { network: 'online', fontSize: 'standard', theme: 'light' },
  });
});

test('network, text size and what the privacy guide declares', () => {
  expect(
    phoneOptions([
      ...user,
      '--network',
      'slow',
      '--font',
      'extraLarge',
      '--theme',
      'dark',
      '--privacy',
      '手机号, 位置信息',
    ]),
  ).toMatchObject({
    settings: { network: 'slow', fontSize: 'extraLarge', theme: 'dark' },
    privacy: ['手机号', '位置信息'],
  });
  expect(phoneOptions([...user, '--privacy', '']).privacy).toEqual([]);
});

test.each([
  [[], '--user'],
  [[...user, '--network', '4g'], '--network is one of online, slow, offline; not 4g'],
  [[...user, '--font', 'huge'], '--font is one of standard, large, extraLarge; not huge'],
  [[...user, '--theme', 'blue'], '--theme is one of light, dark; not blue'],
  [[...user, '--privacy', '手机号,鞋码'], 'not 鞋码'],
  [[...user, '--colour', 'red'], '--colour'],
])('%j is refused', (words, why) => {
  expect(() => phoneOptions(words)).toThrow(why);
});
