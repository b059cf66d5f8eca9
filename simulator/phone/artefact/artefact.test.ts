import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Artefact } from './artefact';

const native = join(__dirname, '..', 'fixtures', 'native');

test('a package holds its own code, a subpackage is apart', () => {
  const artefact = new Artefact(native);
  const main = artefact.package('');
  expect(Object.keys(main.scripts)).toContain('pages/first/first.js');
  expect(Object.keys(main.scripts).some((path) => path.startsWith('packages/extra'))).toBe(false);
  expect(Object.keys(artefact.package('packages/extra').scripts)).toEqual([
    'packages/extra/pages/deep/deep.js',
  ]);
});

test('a folder without app.json is refused by name', () => {
  expect(() => new Artefact(__dirname)).toThrow('holds no mini-program: app.json is missing');
});

test('a template that does not parse is told with its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'artefact-'));
  writeFileSync(join(folder, 'app.json'), '{"pages":["p"]}');
  writeFileSync(join(folder, 'p.wxml'), '<view>\n<text');
  const { faults } = new Artefact(folder).package('');
  rmSync(folder, { recursive: true });
  expect(faults).toContainEqual(expect.objectContaining({ path: 'p', line: 2 }));
});

test('a page needs no json of its own, a component is told from a template by its json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'artefact-'));
  writeFileSync(join(folder, 'app.json'), '{"pages":["p"],"usingComponents":{"c-card":"card"}}');
  for (const name of ['p', 'card', 'template']) writeFileSync(join(folder, `${name}.wxml`), '<view/>');
  writeFileSync(join(folder, 'card.json'), '{"component":true}');
  const { configs } = new Artefact(folder).package('');
  rmSync(folder, { recursive: true });
  expect(Object.keys(configs).sort()).toEqual(['card', 'p']);
  expect(configs.p).toEqual({ usingComponents: { 'c-card': '/card' } });
});
