import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../simulator/cloud/cloud';
import { faultPoints } from '../../simulator/cloud/pay/faults';

const root = join(__dirname, '..', '..');
const simulator = readFileSync(join(root, 'docs', 'simulator.md'), 'utf8');

describe('docs/simulator.md', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({ dist: join(root, 'no-such-folder') });
  });
  afterAll(() => cloud.stop());

  test('names every operation of the control interface', async () => {
    const { routes } = (await (await fetch(cloud.controlUrl)).json()) as { routes: { path: string }[] };
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.map(({ path }) => path).filter((path) => !simulator.includes(path))).toEqual([]);
  });

  test('names every fault of pay', () => {
    const missing = Object.entries(faultPoints).flatMap(([point, kinds]) =>
      [point, ...Object.keys(kinds)].filter((word) => !simulator.includes(`\`${word}\``)),
    );
    expect(missing).toEqual([]);
  });
});

test('every npm script that a document names exists', () => {
  const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);
  const documents = [
    'README.md',
    ...['simulator', 'control-page', 'architecture', 'dependencies', 'portable'].map(
      (name) => `docs/${name}.md`,
    ),
  ];
  const named = documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(
      (match) => match[1],
    ),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => name === undefined || !scripts.includes(name))).toEqual([]);
});
