import { setTimeout as sleep } from 'node:timers/promises';
import { Harness, wang } from './testing/harness';

let harness: Harness;
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.close());

test.each(['nobody', '', '../secret', 'with space', '.', 'a'.repeat(61)])(
  'an unknown function is not found: %s',
  async (name) => {
    const refusal = await harness.refusal(name);
    expect(refusal).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      message: 'FunctionName parameter could not be found.',
    });
    expect(harness.context.log.find({ requestId: refusal.requestId })[0]?.outcome).toBe('refused');
  },
);

test.each([
  ['is not JSON', '{', /config\.json is not JSON/],
  ['has a timeout of 0', { timeout: 0 }, /timeout/],
  ['has a timeout over 900 s', { timeout: 901 }, /timeout/],
  ['has too little memory', { memorySize: 32 }, /memorySize/],
  ['sets a variable of the platform', { envVariables: { TCB_ENV: 'other' } }, /reserved/],
  [
    'has two triggers',
    { triggers: ['a', 'b'].map((name) => ({ name, type: 'timer', config: '0 0 2 1 * * *' })) },
    /one trigger at most/,
  ],
  [
    'has another kind of trigger',
    { triggers: [{ name: 'a', type: 'cos', config: '' }] },
    /triggers\.0\.type/,
  ],
  [
    'names its trigger wrongly',
    { triggers: [{ name: '1a', type: 'timer', config: '' }] },
    /not a trigger name/,
  ],
])(
  'a function whose config.json %s is refused with the place of the mistake, and only it',
  async (_what, config, message) => {
    harness.deploy('good', 'exports.main = () => 1;');
    harness.deploy('bad', 'exports.main = () => 1;', config);
    const refusal = await harness.refusal('bad');
    expect(refusal.code).toBe('PROJECT_FILE_INVALID');
    expect(refusal.message).toMatch(message);
    await expect(harness.call('good')).resolves.toBe(1);
    expect(harness.functions.bundles.list().map(({ name }) => name)).toEqual(['good']);
    expect(harness.logged('simulator')).toHaveLength(1);
  },
);

test('words we do not know are passed over', () => {
  harness.deploy('plain', 'exports.main = () => 1;', { timeout: 5, runtime: 'Nodejs18.15' });
  expect(harness.functions.bundles.find('plain').config).toMatchObject({ timeout: 5 });
});

test('a function without config.json has the platform’s defaults', () => {
  harness.deploy('plain', 'exports.main = () => 1;');
  expect(harness.functions.bundles.find('plain').config).toEqual({
    permissions: { openapi: [] },
    triggers: [],
    timeout: 3,
    memorySize: 256,
    envVariables: {},
  });
});

test('the call after a new bundle runs the new code', async () => {
  harness.deploy('changing', 'exports.main = () => "old";');
  await expect(harness.call('changing')).resolves.toBe('old');
  harness.deploy('changing', 'exports.main = () => "newer";');
  const done = await harness.functions.invoke({ name: 'changing', caller: wang });
  expect(done).toMatchObject({ result: '"newer"', isCold: true });
  expect(harness.functions.instances()).toEqual([{ name: 'changing', instances: 1, busy: 0 }]);
});

test('a call under way ends on the code it began with', async () => {
  harness.deploy('changing', 'exports.main = (e) => new Promise((r) => setTimeout(() => r("old"), e.ms));');
  await harness.call('changing', { ms: 0 });
  const first = harness.call('changing', { ms: 300 });
  while (!harness.functions.instances()[0]?.busy) await sleep(5);
  harness.deploy('changing', 'exports.main = () => "newer";');
  await expect(harness.call('changing')).resolves.toBe('newer');
  await expect(first).resolves.toBe('old');
});

test('a new configuration counts from the next call on; a bundle built again unchanged keeps its instances', async () => {
  const source = 'exports.main = (event, context) => context.time_limit_in_ms;';
  harness.deploy('limits', source);
  await expect(harness.call('limits')).resolves.toBe(3000);
  harness.deploy('limits', source, { timeout: 20 });
  await expect(harness.call('limits')).resolves.toBe(20_000);
  await sleep(2);
  harness.deploy('limits', source, { timeout: 20 });
  expect((await harness.functions.invoke({ name: 'limits', caller: wang })).isCold).toBe(false);
});

test('a function taken away is not found any more', async () => {
  harness.deploy('gone', 'exports.main = () => 1;');
  await harness.call('gone');
  harness.remove('gone');
  expect((await harness.refusal('gone')).code).toBe('FUNCTION_NOT_FOUND');
});

test('once started, changes are noticed without a call', async () => {
  harness.functions.start();
  const seen = new Promise<void>((resolve) => harness.functions.bundles.onChange(resolve));
  harness.deploy('late', 'exports.main = () => 1;');
  await seen;
  expect(harness.functions.bundles.list()).toHaveLength(1);
});
