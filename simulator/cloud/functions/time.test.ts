import { Harness, start, wang } from './testing/harness';

let harness: Harness;
beforeAll(() => {
  harness = new Harness();
  harness.deploy('now', 'exports.main = () => Date.now();');
});
beforeEach(() => harness.context.clock.restore(start, 0));
afterAll(() => harness.close());

test('Date shows the frozen business clock, in every way to ask', async () => {
  harness.deploy(
    'ways',
    `class Later extends Date { constructor() { super(); } }
    exports.main = () => ({ ways: [Date.now(), +new Date(), Date.parse(Date()), +new Later(), new Date().getTime()],
      same: [new Date() instanceof Date, new Date(0).constructor === Date, new Later() instanceof Later, Date.name, Date.length],
      fixed: [new Date(5).getTime(), new Date(2026, 0, 2).toISOString(), Date.UTC(1970, 0, 1, 0, 0, 1), Date.parse("1970-01-01T00:00:02Z")] });`,
  );
  await expect(harness.call('ways')).resolves.toEqual({
    ways: [start, start, start, start, start],
    same: [true, true, true, 'Date', 7],
    fixed: [5, '2026-01-02T00:00:00.000Z', 1000, 2000],
  });
});

test('a warm instance sees the clock advanced between calls', async () => {
  await harness.call('now');
  harness.context.clock.set(start + 86_400_000);
  await expect(harness.call('now')).resolves.toBe(start + 86_400_000);
});

test('a call under way sees the clock move', async () => {
  harness.deploy(
    'waits',
    `exports.main = async () => { const first = Date.now(); console.log("waiting");
      while (Date.now() === first) await new Promise((r) => setTimeout(r, 1)); return Date.now() - first; };`,
  );
  const call = harness.call('waits');
  while (!harness.functions.instances().some(({ name, busy }) => name === 'waits' && busy > 0)) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await harness.call('now');
  const timer = setInterval(() => harness.context.clock.set(harness.context.clock.now() + 60_000), 20);
  const passed = (await call) as number;
  clearInterval(timer);
  expect(passed % 60_000).toBe(0);
  expect(passed).toBeGreaterThan(0);
});

test('the clock’s rate holds inside functions, while waiting takes real time', async () => {
  harness.deploy(
    'sleeps',
    `const real = () => Number(process.hrtime.bigint() / 1000000n);
    exports.main = async () => { const [b, r] = [Date.now(), real()]; await new Promise((y) => setTimeout(y, 50));
      return { business: Date.now() - b, real: real() - r }; };`,
  );
  await harness.call('sleeps');
  harness.context.clock.run(3600);
  const { business, real } = (await harness.call('sleeps')) as { business: number; real: number };
  expect(business).toBeGreaterThanOrEqual(49 * 3600);
  expect(business / real).toBeGreaterThan(1000);
  expect(real).toBeLessThan(3000);
});

test('the time zone is UTC unless config.json or the function sets it', async () => {
  const source = 'exports.main = () => [process.env.TZ, new Date(0).getHours()];';
  harness.deploy('zoneless', source);
  harness.deploy('configured', source, { envVariables: { TZ: 'Asia/Shanghai' } });
  harness.deploy('self', `process.env.TZ = 'Asia/Shanghai'; ${source}`);
  await expect(harness.call('zoneless')).resolves.toEqual(['UTC', 0]);
  await expect(harness.call('configured')).resolves.toEqual(['Asia/Shanghai', 8]);
  await expect(harness.call('self')).resolves.toEqual(['Asia/Shanghai', 8]);
});

test('a new instance starts on business time', async () => {
  harness.context.clock.set(start + 1000);
  harness.deploy('loads', 'const loaded = Date.now(); exports.main = () => loaded;');
  await expect(harness.functions.invoke({ name: 'loads', caller: wang })).resolves.toMatchObject({
    result: String(start + 1000),
  });
});
