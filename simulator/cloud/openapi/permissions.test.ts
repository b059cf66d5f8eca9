import { mayCall, standingOf } from './permissions';

const emulated = new Set(['subscribeMessage.send', 'wxacode.get']);

test.each([
  ['subscribeMessage.send', 'emulated'],
  ['subscribeMessage.sing', 'unknown'],
  ['wxacode.toString', 'unknown'],
  ['urlscheme.generate', 'absent'],
  ['customerServiceMessage.send', 'absent'],
  ['', 'unknown'],
] as const)('%s is %s', (name, standing) => {
  expect(standingOf(name, emulated)).toBe(standing);
});

describe('a function may call what its config.json lists', () => {
  const caller = { appid: 'wx1', source: 'wx_client', clientIp: '' };
  test('listed', () => {
    expect(mayCall('wxacode.get', { ...caller, openapiPermissions: ['wxacode.get'] })).toBe(true);
  });
  test('not listed', () => {
    expect(mayCall('wxacode.get', { ...caller, openapiPermissions: [] })).toBe(false);
    expect(mayCall('wxacode.get', { ...caller, openapiPermissions: ['wxacode'] })).toBe(false);
  });
  test('an outside script is the developer', () => {
    expect(mayCall('wxacode.get', caller)).toBe(true);
  });
});
