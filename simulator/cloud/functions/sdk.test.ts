import { Harness, sdkPath, wang } from './testing/harness';

const preamble = `const cloud = require(${sdkPath}); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });`;
/** Calls `event.next` through the SDK and shows what came of it. */
const caller = `${preamble} exports.main = async ({ next, data }) => {
  try { return { me: cloud.getWXContext(), ...(await cloud.callFunction({ name: next, data })) }; }
  catch (error) { return { errCode: error.errCode, code: error.code, errMsg: error.errMsg }; } };`;
const whoami = `${preamble} exports.main = (event) => ({ ...cloud.getWXContext(), event });`;

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.open();
  harness.deploy('whoami', whoami);
  harness.deploy('caller', caller);
});
afterAll(() => harness.close());

test('getWXContext of the unmodified SDK shows the caller and hides the token', async () => {
  await expect(harness.call('whoami', {}, { caller: { ...wang, unionid: 'oUnion' } })).resolves.toEqual({
    OPENID: wang.openid,
    UNIONID: 'oUnion',
    APPID: harness.context.settings.appid,
    ENV: harness.context.settings.envId,
    SOURCE: 'wx_client',
    event: { userInfo: { appId: harness.context.settings.appid, openId: wang.openid } },
  });
});

test('a timer’s call has a source and no user', async () => {
  const context = await harness.call(
    'whoami',
    {},
    { caller: { source: 'wx_trigger', triggerSource: 'timer' } },
  );
  expect(context).toMatchObject({ SOURCE: 'wx_trigger' });
  expect(context).not.toHaveProperty('OPENID');
});

test('a function called by a function serves the same user, and the source tells the way', async () => {
  const answer = await harness.call('caller', { next: 'whoami', data: { a: 1 } });
  expect(answer).toMatchObject({
    me: { SOURCE: 'wx_client', OPENID: wang.openid },
    result: { SOURCE: 'wx_client,scf', OPENID: wang.openid, event: { a: 1 } },
    errMsg: 'callFunction:ok',
  });
});

test('the way grows with every function', async () => {
  const answer = await harness.call('caller', { next: 'caller', data: { next: 'whoami', data: {} } });
  expect(answer).toMatchObject({ result: { result: { SOURCE: 'wx_client,scf,scf', OPENID: wang.openid } } });
});

test('a user cannot be claimed through the data', async () => {
  const data = { userInfo: { openId: 'claimed' }, OPENID: 'claimed' };
  const answer = await harness.call('caller', { next: 'whoami', data });
  expect(answer).toMatchObject({ result: { OPENID: wang.openid } });
});

test.each([
  [
    'an unknown function',
    'nobody',
    undefined,
    'FUNCTION_NOT_FOUND',
    /FunctionName parameter could not be found/,
  ],
  [
    'a failing function',
    'failing',
    'exports.main = async () => { throw new Error("no water"); };',
    'FUNCTIONS_EXECUTE_FAIL',
    /Error: no water\n\s+at exports\.main \(\/var\/user/,
  ],
  [
    'a slow function',
    'slow',
    'exports.main = () => new Promise(() => {});',
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    /Invoking task timed out after 1 seconds/,
  ],
  [
    'too large a result',
    'wide',
    'exports.main = () => "x".repeat(2 ** 20);',
    'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
    /result size exceed limit/,
  ],
])('the SDK shows %s as errCode -1 and a code', async (_what, next, source, code, message) => {
  if (source) harness.deploy(next, source, { timeout: 1 });
  const answer = (await harness.call('caller', { next, data: {} })) as {
    errCode: number;
    code: string;
    errMsg: string;
  };
  expect(answer).toMatchObject({ errCode: -1, code });
  expect(answer.errMsg).toMatch(message);
});

test('too large a request is refused', async () => {
  harness.deploy(
    'bigCaller',
    `${caller.replace('exports.main', 'const call')}
    exports.main = () => call({ next: "whoami", data: { a: "x".repeat(100 * 1024) } });`,
  );
  await expect(harness.call('bigCaller')).resolves.toMatchObject({
    code: 'EXCEED_REQUEST_SIZE_LIMIT',
    errMsg: expect.stringContaining('data of a function call exceeds 100 KB'),
  });
});

test('twelve users at once, each through two functions, each with the right identity', async () => {
  const users = Array.from(
    { length: 12 },
    (_, i) => `oPq7x5Kd2mWnR8vT3yBcL6zHs${String(i).padStart(3, 'x')}`,
  );
  const answers = await Promise.all(
    users.map((openid) =>
      harness.call('caller', { next: 'whoami', data: { openid } }, { caller: { ...wang, openid } }),
    ),
  );
  for (const [i, openid] of users.entries()) {
    expect(answers[i]).toMatchObject({
      me: { OPENID: openid },
      result: { OPENID: openid, event: { openid } },
    });
  }
}, 60_000);

describe('functions.invokeFunction', () => {
  const invoke = (params: Record<string, unknown>) => {
    const action = harness.functions.actions['functions.invokeFunction'];
    const outside = harness.context.callers.find(undefined);
    if (!action || !outside) throw new Error('no action');
    return action(params, { caller: outside, requestId: 'r-1', parts: new Map() });
  };

  test('answers the result as JSON text', async () => {
    const answer = await invoke({ function_name: 'whoami', request_data: '{"a":1}' });
    expect(answer).toMatchObject({ data: { response_data: expect.stringContaining('"SOURCE":"scf"') } });
  });

  test.each([
    ['no name', {}, 'INVALID_PARAM'],
    ['data that is not JSON', { function_name: 'whoami', request_data: '{' }, 'INVALID_PARAM'],
    ['another version', { function_name: 'whoami', qualifier: '3' }, 'FUNCTION_QUALIFIER_NOT_FOUND'],
  ])('refuses %s', async (_what, params, code) => {
    await expect(invoke(params)).rejects.toMatchObject({ code });
  });

  test('takes the latest version by its name and no data as an empty event', async () => {
    const answer = await invoke({ function_name: 'whoami', request_data: '', qualifier: '$LATEST' });
    expect(answer).toMatchObject({ data: { response_data: expect.stringContaining('"event":{}') } });
  });
});
