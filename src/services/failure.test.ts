import { failureOf, missingOf } from './failure';

test.each([
  { errCode: -504002, errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail' },
  {
    errCode: -504003,
    errMsg: 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out',
  },
  // Some phones say the number in words only.
  { errCode: -1, errMsg: 'cloud.callFunction:fail Error: errCode: -501001 resource system error | errMsg: ' },
  new Error('errCode: -404011 cloud function execution error'),
])('a function that failed is no dead network: %j', (error) => {
  expect(failureOf(error, true)).toBe('SERVICE_FAILED');
  // The network went after the cloud had answered.
  expect(failureOf(error, false)).toBe('SERVICE_FAILED');
});

test.each([
  { errCode: -1, errMsg: 'cloud.callFunction:fail Error: request:fail ' },
  { errCode: -1, errMsg: 'cloud.callFunction:fail net::ERR_INTERNET_DISCONNECTED' },
])('a request that did not get there is a dead network, whatever the phone thinks of it: %j', (error) => {
  expect(failureOf(error, true)).toBe('UNREACHABLE');
  expect(failureOf(error, false)).toBe('UNREACHABLE');
});

test('what says nothing is told by whether the phone has a network', () => {
  for (const error of [undefined, 'timeout', new Error('boom'), {}]) {
    expect(failureOf(error, false)).toBe('UNREACHABLE');
    expect(failureOf(error, true)).toBe('SERVICE_FAILED');
  }
});

test('a refusal of the thing itself misses nothing', () => {
  expect(missingOf('UNREACHABLE')).toBe('network');
  expect(missingOf('SERVICE_FAILED')).toBe('service');
  expect(missingOf('INTERNAL')).toBe('service');
  expect(missingOf('BUSY')).toBeUndefined();
  expect(missingOf('NOT_ALLOWED')).toBeUndefined();
});
