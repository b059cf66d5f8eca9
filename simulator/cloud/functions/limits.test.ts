import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { longestEvent, longestResult } from './failures';
import { Harness, wang } from './testing/harness';

let harness: Harness;
beforeAll(() => {
  harness = new Harness();
});
afterAll(() => harness.close());

test('a call that takes longer than its timeout ends in the platform’s words, and its instance with it', async () => {
  harness.deploy(
    'slow',
    'let calls = 0; exports.main = (e) => new Promise((r) => setTimeout(() => r(++calls), e.ms));',
    {
      timeout: 1,
    },
  );
  await harness.call('slow', { ms: 1 });
  const refusal = await harness.refusal('slow', { ms: 5000 });
  expect(refusal).toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    message: 'Invoking task timed out after 1 seconds',
  });
  await expect(harness.call('slow', { ms: 1 })).resolves.toBe(1);
});

test('a busy loop is ended by its timeout too', async () => {
  harness.deploy('loop', 'exports.main = () => { for (;;); };', { timeout: 1 });
  expect((await harness.refusal('loop')).code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED');
});

test('the timeout is 3 seconds unless config.json says otherwise', async () => {
  harness.deploy(
    'default',
    'exports.main = (event, context) => [context.time_limit_in_ms, context.getRemainingTimeInMillis() <= 3000];',
  );
  await expect(harness.call('default')).resolves.toEqual([3000, true]);
});

test('an error thrown shows its stack with the cloud’s paths', async () => {
  harness.deploy('thrower', 'exports.main = async () => { throw new TypeError("no such house"); };');
  const refusal = await harness.refusal('thrower');
  expect(refusal.code).toBe('FUNCTIONS_EXECUTE_FAIL');
  expect(refusal.message).toMatch(
    /^TypeError: no such house\n\s+at exports\.main \(\/var\/user\/index\.js:1:36\)/,
  );
  expect(refusal.message).not.toContain(harness.dist);
  expect(refusal.message).not.toContain(__dirname);
});

test.each([
  ['text', 'throw "just text"', /just text/],
  ['a record', 'throw { errCode: 7 }', /errCode: 7/],
])('%s thrown is shown', async (_what, statement, message) => {
  harness.deploy('thrower', `exports.main = async () => { ${statement}; };`);
  expect((await harness.refusal('thrower')).message).toMatch(message);
});

test('an instance lives on after an error it threw', async () => {
  harness.deploy(
    'counter',
    'let n = 0; exports.main = (e) => { n += 1; if (e.fail) throw new Error("x"); return n; };',
  );
  await harness.refusal('counter', { fail: true });
  await expect(harness.call('counter')).resolves.toBe(2);
});

test.each([
  ['process.exit', 'process.exit(3)', 'FUNCTIONS_EXECUTE_FAIL', /User process exit when running \(code 3\)/],
  [
    'a signal',
    'process.kill(process.pid, "SIGKILL")',
    'FUNCTIONS_EXECUTE_FAIL',
    /User process exit when running \(SIGKILL\)/,
  ],
  [
    'an unhandled rejection',
    'Promise.reject(new Error("floating"))',
    'FUNCTIONS_EXECUTE_FAIL',
    /^Error: floating/,
  ],
  [
    'an uncaught exception',
    'setTimeout(() => { throw new Error("later"); })',
    'FUNCTIONS_EXECUTE_FAIL',
    /^Error: later/,
  ],
])(
  '%s in mid-call ends the call and the instance; the next call gets a new one',
  async (_what, statement, code, message) => {
    harness.deploy(
      'mortal',
      `let n = 0; exports.main = async (e) => { n += 1; if (e.die) { ${statement}; await new Promise(() => {}); } return n; };`,
    );
    await harness.call('mortal');
    const refusal = await harness.refusal('mortal', { die: true });
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
    await expect(harness.call('mortal')).resolves.toBe(1);
  },
);

test('what was printed before a crash is kept', async () => {
  harness.deploy('lastWords', 'exports.main = () => { console.log("so far so good"); process.exit(1); };');
  const refusal = await harness.refusal('lastWords');
  const [entry] = harness.context.log.find({ requestId: refusal.requestId });
  expect(entry?.lines).toEqual(['so far so good']);
});

test('an instance that dies between calls is complained about and replaced', async () => {
  harness.deploy(
    'floating',
    'let n = 0; exports.main = () => { setTimeout(() => { throw new Error("left floating"); }, 1); return ++n; };',
  );
  await expect(harness.call('floating')).resolves.toBe(1);
  while (harness.functions.instances().some(({ name, instances }) => name === 'floating' && instances > 0)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(harness.logged('simulator').at(-1)?.detail).toMatch(/died between two calls: Error: left floating/);
  await expect(harness.call('floating')).resolves.toBe(1);
});

test('more memory than configured ends the call', async () => {
  harness.deploy(
    'greedy',
    'exports.main = () => { const all = []; for (;;) all.push(new Array(1e5).fill({})); };',
    {
      memorySize: 64,
      timeout: 60,
    },
  );
  expect((await harness.refusal('greedy')).code).toBe('FUNCTIONS_MEMORY_LIMIT_EXCEEDED');
});

test('a result of 1 MB passes and a byte more does not; the instance stays', async () => {
  harness.deploy(
    'wide',
    'let n = 0; exports.main = (e) => { n += 1; return e.count ? n : "x".repeat(e.length - 2); };',
  );
  await expect(harness.call('wide', { length: longestResult })).resolves.toHaveLength(longestResult - 2);
  const refusal = await harness.refusal('wide', { length: longestResult + 1 });
  expect(refusal.code).toBe('WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT');
  expect(refusal.message).toContain('cloudfunction result size exceed limit (1MB)');
  await expect(harness.call('wide', { count: true })).resolves.toBe(3);
});

test('an event of 100 KB passes and a byte more is refused before the function runs', async () => {
  harness.deploy('runs', 'let n = 0; exports.main = () => ++n;');
  const text = (length: number) => 'x'.repeat(length - '{"a":""}'.length);
  const caller = { source: 'scf' };
  await expect(harness.call('runs', { a: text(longestEvent) }, { caller })).resolves.toBe(1);
  const refusal = await harness.refusal('runs', { a: text(longestEvent + 1) }, { caller });
  expect(refusal.code).toBe('EXCEED_REQUEST_SIZE_LIMIT');
  await expect(harness.call('runs', {}, { caller })).resolves.toBe(2);
  expect(harness.context.log.find({ requestId: refusal.requestId })[0]?.outcome).toBe('refused');
});

test.each([
  ['has a syntax error', 'exports.main = (', /SyntaxError/],
  [
    'misses a module',
    'require("no-such-module"); exports.main = () => 1;',
    /Cannot find module 'no-such-module'[\s\S]*\/var\/user\/index\.js/,
  ],
  ['exports nothing', 'exports.handler = () => 1;', /exports\.main is not a function/],
  ['exits while loading', 'process.exit(4);', /User process exit when running \(code 4\)/],
])('a bundle that %s fails every call and costs nothing else', async (_what, source, message) => {
  harness.deploy('broken', source);
  const refusals = await Promise.all(Array.from({ length: 6 }, () => harness.refusal('broken')));
  for (const refusal of refusals) {
    expect(refusal.code).toBe('FUNCTIONS_EXECUTE_FAIL');
    expect(refusal.message).toMatch(message);
  }
  harness.deploy('broken', 'exports.main = () => "mended";');
  await expect(harness.call('broken')).resolves.toBe('mended');
});

test('after the end of the cloud calls are refused', async () => {
  const other = new Harness();
  other.deploy('last', 'exports.main = () => new Promise(() => {});');
  const pending = other.functions.invoke({ name: 'last', caller: wang });
  const ended = expect(pending).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  while (!other.functions.instances()[0]?.busy) await new Promise((resolve) => setTimeout(resolve, 5));
  await other.close();
  await ended;
  await expect(other.functions.invoke({ name: 'last', caller: wang })).rejects.toMatchObject({
    code: 'SYS_ERR',
  });
});

test('an instance ends with the cloud that started it, however that ended', async () => {
  const instance = fork(join(__dirname, 'runner.cjs'), [], { execArgv: [], stdio: 'ignore' });
  instance.send({ type: 'load', bundle: '/nowhere', environment: {}, clock: {} });
  await once(instance, 'message');
  instance.disconnect();
  await expect(once(instance, 'exit')).resolves.toEqual([0, null]);
});
