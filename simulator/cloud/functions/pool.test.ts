import { setTimeout as sleep } from 'node:timers/promises';
import { Harness, wang } from './testing/harness';

let harness: Harness;
beforeEach(() => {
  harness = new Harness({ maxInstances: 2 });
});
afterEach(() => harness.close());

const fault = (kind: string, more = {}) =>
  harness.context.faults.add({ id: 'f', point: 'function.work', kind, chance: 1, times: 1, ...more });

const work = `let n = 0; exports.main = async (e) => { n += 1; await new Promise((r) => setTimeout(r, e.ms ?? 0));
  return { n, pid: process.pid, openid: process.env.WX_OPENID }; };`;
interface Worked {
  n: number;
  pid: number;
  openid: string;
}

test('calls one after another use one instance; calls at once use up to the limit, and the others wait', async () => {
  harness.deploy('work', work);
  for (let i = 0; i < 3; i += 1) await harness.call('work');
  expect(harness.functions.instances()).toEqual([{ name: 'work', instances: 1, busy: 0 }]);
  const all = (await Promise.all(
    Array.from({ length: 8 }, () => harness.call('work', { ms: 20 })),
  )) as Worked[];
  expect(new Set(all.map(({ pid }) => pid)).size).toBe(2);
  expect(harness.functions.instances()).toEqual([{ name: 'work', instances: 2, busy: 0 }]);
});

test('an instance never runs two calls at once', async () => {
  harness.deploy(
    'alone',
    `let inside = 0; exports.main = async () => { inside += 1; const seen = inside; await new Promise((r) => setTimeout(r, 3)); inside -= 1; return seen; };`,
  );
  const all = await Promise.all(Array.from({ length: 20 }, () => harness.call('alone')));
  expect(new Set(all)).toEqual(new Set([1]));
});

test('twelve users at once each keep their own identity', async () => {
  harness.deploy('work', work);
  const users = Array.from(
    { length: 12 },
    (_, i) => `oPq7x5Kd2mWnR8vT3yBcL6zHs${String(i).padStart(3, 'x')}`,
  );
  const rounds = Array.from({ length: 10 }, () => users).flat();
  const results = await Promise.all(
    rounds.map((openid) => harness.call('work', { ms: 1 }, { caller: { ...wang, openid } })),
  );
  expect((results as Worked[]).map(({ openid }) => openid)).toEqual(rounds);
});

test('waiting for an instance does not count against the timeout', async () => {
  harness.deploy('work', work, { timeout: 1 });
  const calls = Array.from({ length: 8 }, () => harness.call('work', { ms: 300 }));
  await expect(Promise.all(calls)).resolves.toHaveLength(8);
});

test('crashes under load lose only their own calls', async () => {
  harness.deploy('work', work);
  harness.context.faults.add({ id: 'f', point: 'function.work', kind: 'crash', chance: 0.3 });
  const ends = await Promise.allSettled(Array.from({ length: 20 }, () => harness.call('work')));
  const lost = ends.filter((end) => end.status === 'rejected').length;
  expect(lost).toBe(harness.context.faults.list().drawn);
  expect(lost).toBeGreaterThan(0);
  expect(lost).toBeLessThan(20);
});

describe('faults', () => {
  beforeEach(async () => {
    harness.deploy('work', work);
    await harness.call('work');
  });

  test('latency holds a call back', async () => {
    fault('latency', { ms: 60 });
    const { milliseconds } = await harness.functions.invoke({ name: 'work', caller: wang });
    expect(milliseconds).toBeGreaterThanOrEqual(59);
  });

  test('an error takes the place of the call', async () => {
    fault('error', { code: 'EXCEED_REQUEST_LIMIT', message: 'quota' });
    expect(await harness.refusal('work')).toMatchObject({ code: 'EXCEED_REQUEST_LIMIT', message: 'quota' });
    expect(((await harness.call('work')) as Worked).n).toBe(2);
  });

  test('a crash without a time lets the work be done and loses the answer', async () => {
    harness.deploy(
      'work',
      `require("node:fs").appendFileSync(${JSON.stringify(`${harness.dist}/done`)}, ""); ${work}`,
    );
    fault('crash');
    expect(await harness.refusal('work')).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'User process exit when running (SIGKILL)',
    });
    expect(require('node:fs').existsSync(`${harness.dist}/done`)).toBe(true);
    expect(((await harness.call('work')) as Worked).n).toBe(1);
  });

  test('a crash with a time strikes in mid-call', async () => {
    fault('crash', { ms: 30 });
    expect((await harness.refusal('work', { ms: 2500 })).message).toContain('SIGKILL');
  });

  test('a timeout loses the answer in the words of a timeout', async () => {
    fault('timeout');
    expect(await harness.refusal('work')).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 3 seconds',
    });
  });

  test('cold starts a new instance', async () => {
    fault('cold');
    expect((await harness.functions.invoke({ name: 'work', caller: wang })).isCold).toBe(true);
    expect((await harness.functions.invoke({ name: 'work', caller: wang })).isCold).toBe(false);
  });

  test('another room can kill the instance of a call under way, and only that', async () => {
    const call = harness.refusal('work', { ms: 2500 }, { requestId: 'victim' });
    while (!harness.functions.instances()[0]?.busy) await sleep(1);
    expect(harness.functions.crash('somebody')).toBe(false);
    expect(harness.functions.crash('victim')).toBe(true);
    expect((await call).message).toContain('SIGKILL');
    expect(harness.functions.crash('victim')).toBe(false);
  });
});

test('the token of a call opens nothing once the call is over', async () => {
  harness.deploy('token', 'exports.main = () => process.env.WX_API_TOKEN;');
  const token = (await harness.call('token')) as string;
  expect(token).toMatch(/^[0-9a-f]{40}$/);
  expect(harness.context.callers.find(token)).toBeUndefined();
});

test('while a call runs its token tells who it is for', async () => {
  harness.deploy(
    'token',
    'exports.main = () => { console.log(process.env.WX_API_TOKEN); return new Promise((r) => setTimeout(r, 200)); };',
    {
      permissions: { openapi: ['subscribeMessage.send'] },
    },
  );
  const found = jest.spyOn(harness.context.callers, 'mint');
  await harness.call('token', {}, { requestId: 'r-7' });
  expect(found).toHaveBeenCalledWith({
    openid: wang.openid,
    unionid: undefined,
    appid: harness.context.settings.appid,
    source: 'wx_client',
    clientIp: '127.0.0.1',
    functionName: 'token',
    openapiPermissions: ['subscribeMessage.send'],
    invocationId: 'r-7',
  });
});

test('a call from a function gets an instance beyond the limit, which goes again after the call', async () => {
  harness.deploy('work', work);
  const held = [1, 2].map(() => harness.call('work', { ms: 400 }));
  const inner = harness.functions.invoke({
    name: 'work',
    caller: { ...wang, source: 'wx_client,scf' },
    isNested: true,
  });
  expect(JSON.parse((await inner).result)).toMatchObject({ n: 1, openid: wang.openid });
  await Promise.all(held);
  await sleep(50);
  expect(harness.functions.instances()).toEqual([{ name: 'work', instances: 2, busy: 0 }]);
});
