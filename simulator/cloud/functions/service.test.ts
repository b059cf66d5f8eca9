import { Harness, start, wang } from './testing/harness';

let harness: Harness;
beforeAll(() => {
  harness = new Harness();
  harness.deploy('echo', 'exports.main = async (event, context) => ({ event, context, env: process.env });');
});
afterAll(() => harness.close());

interface Echo {
  event: Record<string, unknown>;
  context: Record<string, unknown>;
  env: Record<string, string>;
}
const echo = (event?: unknown, more = {}) => harness.call('echo', event, more) as Promise<Echo>;

test('a call from a mini-program finds its caller in the environment and in event.userInfo', async () => {
  const { event, env } = await echo({ a: 1 }, { caller: { ...wang, unionid: 'u-1', clientIp: '10.0.0.9' } });
  expect(event).toEqual({ a: 1, userInfo: { appId: harness.context.settings.appid, openId: wang.openid } });
  expect(env).toMatchObject({
    WX_OPENID: wang.openid,
    WX_UNIONID: 'u-1',
    WX_APPID: harness.context.settings.appid,
    WX_CLIENTIP: '10.0.0.9',
    TCB_SOURCE: 'wx_client',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP,WX_API_TOKEN',
  });
});

test('a userInfo sent by the mini-program is overwritten', async () => {
  const { event } = await echo({ userInfo: { openId: 'somebody else' } });
  expect(event.userInfo).toMatchObject({ openId: wang.openid });
});

test('identity of an earlier call is gone from the environment', async () => {
  await echo({}, { caller: { ...wang, unionid: 'u-1' } });
  const { event, env } = await echo({}, { caller: { source: 'wx_trigger', triggerSource: 'timer' } });
  expect(env.WX_OPENID).toBeUndefined();
  expect(env.WX_UNIONID).toBeUndefined();
  expect(env.WX_CONTEXT_KEYS).toBe('WX_APPID,WX_API_TOKEN');
  expect(env).toMatchObject({ TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer' });
  expect(event).toEqual({});
  expect((await echo()).env.TRIGGER_SRC).toBeUndefined();
});

test('nothing of the surrounding process gets into the function', async () => {
  process.env.NUANLIN_SECRET = 'not for functions';
  harness.deploy('fresh', 'exports.main = () => process.env.NUANLIN_SECRET ?? typeof process.send;');
  await expect(harness.call('fresh')).resolves.toBe('undefined');
});

test('a function runs in its own folder', async () => {
  harness.deploy('beside', "exports.main = () => require('fs').readFileSync('./index.js', 'utf8').length;");
  await expect(harness.call('beside')).resolves.toBeGreaterThan(50);
});

test('the context argument has the documented fields', async () => {
  const { context } = await echo({}, { requestId: 'r-1' });
  expect(context).toMatchObject({
    request_id: 'r-1',
    function_name: 'echo',
    function_version: '$LATEST',
    namespace: harness.context.settings.envId,
    memory_limit_in_mb: 256,
    time_limit_in_ms: 3000,
  });
  expect(JSON.parse(String(context.environment))).toMatchObject({ WX_OPENID: wang.openid });
});

test('variables of config.json are in the environment; an event that is no record arrives as it is', async () => {
  harness.deploy('configured', 'exports.main = (event) => [process.env.FLAVOUR, event];', {
    envVariables: { FLAVOUR: 'plum' },
  });
  await expect(harness.call('configured', [1, 2])).resolves.toEqual(['plum', [1, 2]]);
});

describe('a result is what JSON makes of it', () => {
  test.each([
    ['nothing', 'return undefined', 'null'],
    ['null', 'return null', 'null'],
    ['a number', 'return 1.5', '1.5'],
    ['not a number', 'return NaN', 'null'],
    ['text', 'return "a\\u6696"', '"a暖"'],
    ['text that looks like JSON', 'return "{}"', '"{}"'],
    ['a date', 'return new Date(0)', '"1970-01-01T00:00:00.000Z"'],
    ['bytes', 'return Buffer.from("ab")', '{"type":"Buffer","data":[97,98]}'],
    ['an error object', 'return new Error("x")', '{}'],
    ['a function', 'return () => 1', 'null'],
    ['undefined inside', 'return { a: undefined, b: [undefined] }', '{"b":[null]}'],
  ])('%s', async (_what, statement, expected) => {
    harness.deploy('results', `exports.main = async () => { ${statement}; };`);
    expect((await harness.functions.invoke({ name: 'results', caller: wang })).result).toBe(expected);
  });

  test.each([
    ['a circle', 'const a = {}; a.a = a; return a', /circular/],
    ['a big integer', 'return 1n', /BigInt/],
  ])('%s cannot be said and is an execution failure', async (_what, statement, message) => {
    harness.deploy('results', `exports.main = async () => { ${statement}; };`);
    const refusal = await harness.refusal('results');
    expect(refusal.code).toBe('FUNCTIONS_EXECUTE_FAIL');
    expect(refusal.message).toMatch(message);
  });
});

test('the older style with a callback works, for results and for errors', async () => {
  harness.deploy(
    'older',
    'exports.main = (event, context, callback) => { setTimeout(() => callback(event.fail && new Error("no"), 7), 1); };',
  );
  await expect(harness.call('older')).resolves.toBe(7);
  expect((await harness.refusal('older', { fail: true })).message).toMatch(/^Error: no/);
});

test('every call is logged with what it printed, who made it and how it went', async () => {
  harness.deploy(
    'talker',
    'exports.main = (e) => { console.log("one", { two: 2 }); console.error("three"); if (e.fail) throw new Error("bad"); };',
  );
  await harness.call('talker', {}, { requestId: 'r-ok' });
  await harness.refusal('talker', { fail: true }, { requestId: 'r-bad' });
  const [first] = harness.context.log.find({ requestId: 'r-ok' });
  expect(first).toMatchObject({
    at: start,
    kind: 'function',
    who: wang.openid,
    what: 'talker',
    outcome: 'ok',
    source: 'wx_client',
    isCold: true,
    lines: ['one { two: 2 }', 'three'],
  });
  const [second] = harness.context.log.find({ requestId: 'r-bad' });
  expect(second).toMatchObject({ outcome: 'failed', isCold: false, lines: ['one { two: 2 }', 'three'] });
  expect(second?.detail).toMatch(/^FUNCTIONS_EXECUTE_FAIL: Error: bad/);
});

test('what a bundle prints while it loads belongs to its first call', async () => {
  harness.deploy('loud', 'console.log("loading"); exports.main = () => 1;');
  const done = await harness.functions.invoke({ name: 'loud', caller: wang });
  expect(done).toMatchObject({ isCold: true, lines: ['loading'] });
  expect(await harness.functions.invoke({ name: 'loud', caller: wang })).toMatchObject({
    isCold: false,
    lines: [],
  });
});

test('output is kept up to 100 KB a call', async () => {
  harness.deploy(
    'flood',
    'exports.main = () => { for (let i = 0; i < 300; i += 1) console.log("x".repeat(1023)); };',
  );
  const first = await harness.functions.invoke({ name: 'flood', caller: wang });
  expect(first.lines.join('\n').length).toBeLessThanOrEqual(100 * 1024);
  const second = await harness.functions.invoke({ name: 'flood', caller: wang });
  expect(second.lines).toHaveLength(100);
});
