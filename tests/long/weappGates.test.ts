import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allGates } from '../../tools/weapp/gates';
import { BuiltMiniprogram } from '../../tools/weapp/gates/miniprogram';
import limits from '../../tools/weapp/limits.json';
import { runGates } from '../../tools/weapp/report';
import { faults } from '../../tools/weapp/testing/faults';
import { GoodMiniprogram } from '../../tools/weapp/testing/goodMiniprogram';
import { toolkitModules } from './toolkit';

jest.setTimeout(300_000);

/** The gates that need WeChat's own tools, and with them the whole command. */
const root = join(__dirname, '..', '..');
const modules = toolkitModules();

let good: GoodMiniprogram;

beforeEach(() => {
  good = new GoodMiniprogram();
});

afterEach(() => good.delete());

const failing = async () => {
  const reports = await runGates(allGates(modules, limits), new BuiltMiniprogram(good.folder));
  const failed = reports.filter(({ passed }) => !passed);
  return {
    gates: failed.map(({ gate }) => gate),
    findings: failed.map(({ findings }) => JSON.stringify(findings)),
  };
};

test('all gates pass a good mini-program', async () => {
  expect(await failing()).toEqual({ gates: [], findings: [] });
});

test.each(faults)('$name: exactly its gates fail', async ({ plant, fails, names }) => {
  plant(good);
  const { gates, findings } = await failing();
  expect({ gates: [...gates].sort(), findings }).toMatchObject({ gates: [...fails].sort() });
  expect(findings.join('\n')).toContain(names);
});

test('the command passes the product, fails a broken copy, and says so in JSON', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['tools/check-weapp.mjs', ...args], { cwd: root, encoding: 'utf8' });
  // What WeChat's package leaves where it stands.
  const litter = () => readdirSync(root).filter((name) => /^[0-9a-f]{32}$/.test(name));
  const before = litter();
  const ours = run();
  expect(litter()).toEqual(before);
  expect({ status: ours.status, text: ours.stdout }).toMatchObject({
    status: 0,
    text: expect.stringContaining('All gates passed.'),
  });
  expect(ours.stdout).toContain('pages were not drawn');
  good.write('pages/mine/mine.wxml', '<view><text></view>');
  const broken = run('--dist', good.folder, '--json');
  expect(broken.status).toBe(1);
  const { gates } = JSON.parse(broken.stdout) as { gates: { gate: string; passed: boolean }[] };
  expect(gates.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual(['wcc']);
});

test('the toolkit is the exact version the gates were made for', () => {
  expect(existsSync(join(modules, 'miniprogram-ci', 'dist', 'schema', 'dist', 'app.js'))).toBe(true);
});
