import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../cloud';
import { readDatabaseFile, readEnvironmentFile } from './project';

jest.setTimeout(60_000);

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'nuanlin-dist-'));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

const write = (file: string, content: unknown) =>
  writeFileSync(join(dist, file), typeof content === 'string' ? content : JSON.stringify(content));

test('missing files declare nothing', () => {
  expect(readDatabaseFile(dist)).toEqual({ collections: [] });
  expect(readEnvironmentFile(dist)).toMatchObject({ functionRules: {}, httpRoutes: [], templates: [] });
});

test("the console's ready-made permissions stand for rules", () => {
  write('database.json', {
    collections: [{ name: 'a', rules: 'PRIVATE' }, { name: 'b', rules: 'ADMINWRITE' }, { name: 'c' }],
  });
  expect(readDatabaseFile(dist).collections.map(({ rules }) => rules)).toEqual([
    { read: 'doc._openid == auth.openid', write: 'doc._openid == auth.openid' },
    { read: true, write: false },
    { read: false, write: false },
  ]);
});

test.each([
  ['database.json', '{"collections": [', /database\.json is not JSON/],
  ['database.json', { collections: [{ name: '' }] }, /collections\.0\.name/],
  [
    'database.json',
    { collections: [{ name: 'a', indexes: [{ name: 'i', keys: [] }] }] },
    /collections\.0\.indexes\.0\.keys/,
  ],
  ['database.json', { collections: [{ name: 'a', rules: 'EVERYBODY' }] }, /collections\.0\.rules/],
  ['database.json', { collections: [{ name: 'a', rules: { read: 'auth.openid ==' } }] }, /rules of a\.read/],
  ['environment.json', { httpRoutes: [{ path: 'device', function: 'x' }] }, /httpRoutes\.0\.path/],
  ['environment.json', { storageRules: { write: 'fetch(1)' } }, /storageRules\.write/],
  ['environment.json', { functionRules: { api: { invoke: 'auth !=' } } }, /functionRules\.api/],
  ['environment.json', { surprise: 1 }, /surprise/],
])('a wrong %s (%j) stops the start with the place of the mistake', async (file, content, complaint) => {
  write(file, content);
  await expect(startCloud({ dist })).rejects.toThrow(complaint);
});
