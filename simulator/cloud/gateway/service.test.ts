import { createTestGateway, type TestGateway } from './testGateway';

let gate: TestGateway;

beforeEach(() => {
  gate = createTestGateway();
});
afterEach(() => gate.context.state.close());

describe('log-in', () => {
  test('by openid or by name opens a session', async () => {
    for (const who of [{ openid: gate.user.openid }, { user: 'wang' }]) {
      const answer = await gate.ask('login', who, { session: undefined });
      expect(answer).toMatchObject({
        openid: gate.user.openid,
        unionid: gate.user.unionid,
        appid: gate.context.settings.appid,
        envId: gate.context.settings.envId,
      });
      expect(await gate.ask('phoneCode', {}, { session: String(answer.session) })).toMatchObject({
        code: `code of ${gate.user.openid}`,
      });
    }
  });

  test('an unknown user is made only when asked for', async () => {
    expect(await gate.ask('login', { user: 'new' })).toMatchObject({
      errCode: -1,
      errMsg: expect.stringContaining('there is no user new'),
    });
    const answer = await gate.ask('login', { user: 'new', create: true, phone: '13800138000' });
    expect(gate.ports.users.find('new')).toMatchObject({ openid: answer.openid, phone: '13800138000' });
  });

  test.each([[{}], [{ openid: 'x', create: true }], [{ user: 7 }]])('%j is refused', async (who) => {
    expect(await gate.ask('login', who)).toMatchObject({
      errCode: expect.any(Number),
      errMsg: expect.any(String),
    });
    expect(gate.ports.users.list()).toHaveLength(1);
  });

  test.each(['call', 'database', 'upload', 'requestPayment', 'messages'])(
    '%s without a session is refused',
    async (route) => {
      for (const given of [undefined, 'forged'])
        expect(await gate.ask(route, {}, { session: given })).toMatchObject({
          errCode: -501023,
          errMsg: expect.stringContaining('Unauthenticated access is denied'),
        });
    },
  );

  test('a visit is noted', async () => {
    gate.context.clock.set(gate.context.clock.now() + 60_000);
    await gate.ask('messages');
    expect(gate.ports.users.lastSeen(gate.user.openid)).toBe(gate.context.clock.now());
  });
});

describe('calling functions', () => {
  test('the function gets the data and the user of the session', async () => {
    const answer = await gate.ask('call', { name: 'api', data: { a: 1, openid: 'oForged' } });
    expect(answer).toEqual({
      result: { said: { a: 1, openid: 'oForged' } },
      requestID: expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/),
      errMsg: 'cloud.callFunction:ok',
    });
    const { openid, unionid } = gate.user;
    expect(gate.invoked).toMatchObject([
      { caller: { openid, unionid, source: 'wx_client', clientIp: '127.0.0.1' } },
    ]);
    expect(gate.lastLog()).toMatchObject({
      who: openid,
      what: 'call api',
      outcome: 'ok',
      requestId: answer.requestID,
    });
    expect(gate.lastLog()?.milliseconds).toBeGreaterThanOrEqual(0);
  });

  test.each([
    [
      'broken',
      -504002,
      'Error: errCode: -504002 functions execute fail | errMsg: Error: no\n    at main',
      'failed',
    ],
    ['slow', -504003, 'Error: errCode: -504003 | errMsg: Invoking task timed out after 3 seconds', 'failed'],
    [
      'missing',
      -501000,
      'Error: errCode: -501000 | errMsg: FunctionName parameter could not be found.',
      'refused',
    ],
    [
      'payNotify',
      -501023,
      'Error: errCode: -501023 permission denied | errMsg: Permission denied',
      'refused',
    ],
  ])('%s fails as wx.cloud shows it', async (name, errCode, text, outcome) => {
    expect(await gate.ask('call', { name })).toEqual({ errCode, errMsg: `cloud.callFunction:fail ${text}` });
    expect(gate.lastLog()).toMatchObject({ what: `call ${name}`, outcome });
  });

  test('a function forbidden by rule is not run', async () => {
    await gate.ask('call', { name: 'payNotify', data: {} });
    expect(gate.invoked).toEqual([]);
  });

  test.each([
    ['no JSON', Buffer.from('{'), 'malformed request body'],
    ['no name', Buffer.from('{}'), 'name'],
    ['a list', Buffer.from('[]'), 'expected object'],
  ])('%s is refused by name', async (_what, body, complaint) => {
    expect(await gate.ask('call', body)).toMatchObject({
      errCode: -501007,
      errMsg: expect.stringContaining(complaint),
    });
  });
});

describe("WeChat's own dialogs", () => {
  test('payment goes to the wallet of the user', async () => {
    const payment = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=x', signType: 'MD5', paySign: 's' };
    expect(await gate.ask('requestPayment', { ...payment, wallet: 'cancel' })).toEqual({
      errMsg: `requestPayment:ok ${gate.user.openid} cancel`,
    });
    expect(await gate.ask('requestPayment', { ...payment, wallet: 'steal' })).toMatchObject({
      errCode: -501007,
    });
  });

  test('consents, kept choices, messages and the phone code are those of the user', async () => {
    expect(await gate.ask('subscribe', { answers: { t1: 'accept' } })).toEqual({
      t1: 'accept',
      errMsg: `requestSubscribeMessage:ok ${gate.user.openid}`,
    });
    expect(await gate.ask('subscriptions')).toMatchObject({ itemSettings: { of: gate.user.openid } });
    expect(await gate.ask('messages', {}, { query: { after: '7' } })).toEqual({
      messages: [{ openid: gate.user.openid, after: 7 }],
    });
    expect(await gate.ask('messages', {}, { query: { after: 'x' } })).toMatchObject({
      messages: [{ after: 0 }],
    });
    expect(await gate.ask('phoneCode')).toMatchObject({ code: `code of ${gate.user.openid}` });
  });
});

test('an unknown route is refused by name', async () => {
  expect(await gate.ask('fly')).toMatchObject({
    errCode: -501021,
    errMsg: expect.stringContaining('route fly'),
  });
});

test('every route is announced once for mounting', () => {
  expect(gate.gateway.addresses().map(({ method, route }) => `${method} ${route}`)).toEqual([
    'POST login',
    'POST call',
    'POST database',
    'POST upload',
    'POST tempFileURL',
    'POST deleteFile',
    'POST requestPayment',
    'POST subscribe',
    'GET subscriptions',
    'POST phoneCode',
    'GET messages',
  ]);
});

test('a fault strikes a route by name', async () => {
  gate.context.faults.add({ id: 'f', point: 'gateway.call', kind: 'error', chance: 1, times: 1 });
  expect(await gate.ask('call', { name: 'api' })).toMatchObject({ errCode: -501001 });
  expect(await gate.ask('call', { name: 'api' })).toMatchObject({ errMsg: 'cloud.callFunction:ok' });
});

test('a bug of the simulator is an answer too, and is logged with its place', async () => {
  gate.ports.messages.delivered = () => {
    throw new TypeError('no such thing');
  };
  expect(await gate.ask('messages')).toMatchObject({
    errCode: -501001,
    errMsg: expect.stringContaining('no such thing'),
  });
  expect(gate.lastLog()).toMatchObject({
    outcome: 'failed',
    detail: expect.stringContaining('service.test.ts'),
  });
});
