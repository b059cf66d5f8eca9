import limits from '../limits.json';
import { runGates } from '../report';
import { faults } from '../testing/faults';
import { GoodMiniprogram } from '../testing/goodMiniprogram';
import { ownGates } from './index';
import { BuiltMiniprogram } from './miniprogram';

const gates = ownGates(limits);
const ours = new Set(gates.map(({ name }) => name));

let good: GoodMiniprogram;

beforeEach(() => {
  good = new GoodMiniprogram();
});

afterEach(() => good.delete());

const failing = async () => {
  const reports = await runGates(gates, new BuiltMiniprogram(good.folder));
  const failed = reports.filter(({ passed }) => !passed);
  return {
    gates: failed.map(({ gate }) => gate),
    text: JSON.stringify(failed.map(({ findings }) => findings)),
  };
};

test('nothing is found in a good mini-program', async () => {
  expect(await failing()).toEqual({ gates: [], text: '[]' });
});

test.each(faults)('$name: exactly its gates fail', async ({ plant, fails, names }) => {
  plant(good);
  const found = await failing();
  const expected = fails.filter((name) => ours.has(name));
  expect([...found.gates].sort()).toEqual([...expected].sort());
  if (expected.length > 0) expect(found.text).toContain(names);
});

test('a name is a global only if nothing declares it', async () => {
  good.write(
    'pages/mine/mine.js',
    'const document = wx.doc;\nfunction fetch() {}\ndocument.run(fetch());\nPage({ window: 1 }.window);',
  );
  expect((await failing()).gates).toEqual([]);
});

test('asking whether a name exists is no use of it; using it unasked is', async () => {
  good.write(
    'pages/mine/mine.js',
    `const doc = typeof document !== 'undefined' ? document : undefined;\nPage({ doc });`,
  );
  expect((await failing()).gates).toEqual([]);
  good.write(
    'pages/mine/mine.js',
    `const doc = typeof window !== 'undefined' ? document : undefined;\nPage({ doc });`,
  );
  expect(await failing()).toMatchObject({ gates: ['globals'], text: expect.stringContaining('document') });
});

test.each([
  'globalThis.fetch("/a");',
  'global["localStorage"];',
  'new Function("return 1")();',
  'setTimeout(() => window.alert(1));',
])('%s is found', async (line) => {
  good.write('pages/mine/mine.js', `${line}\nPage({});`);
  expect((await failing()).gates).toEqual(['globals']);
});

test('a permit lets through its own name beside its own text only', async () => {
  good.write('runtime.js', 'new Function("return this")();');
  expect((await failing()).gates).toEqual([]);
  good.write('runtime.js', 'new Function("return that")();');
  expect((await failing()).gates).toEqual(['globals']);
  good.write('runtime.js', `new Function("return this")();${' '.repeat(300)}new Function("return that")();`);
  expect((await failing()).gates).toEqual(['globals']);
});

test('a template is within reach of who includes a file that imports it', async () => {
  good.write('common/more.wxml', '<import src="./parts.wxml" />');
  good.write('pages/mine/mine.wxml', '<include src="../../common/more.wxml" /><template is="row" />');
  expect((await failing()).gates).toEqual([]);
});

test('every permit and accepted rule gives its reason', () => {
  for (const { reason } of [...limits.allowedGlobals, ...limits.acceptedRules])
    expect(reason.length).toBeGreaterThan(20);
});

test('a gate that breaks has failed', async () => {
  const broken = { name: 'broken', check: () => Promise.reject(new Error('no tool')) };
  const [report] = await runGates([broken], new BuiltMiniprogram(good.folder));
  expect(report).toMatchObject({
    passed: false,
    findings: [{ message: expect.stringContaining('no tool') }],
  });
});

test('a folder without app.json is no mini-program', () => {
  good.remove('app.json');
  expect(() => new BuiltMiniprogram(good.folder)).toThrow('app.json is missing');
});
