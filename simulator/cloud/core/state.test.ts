import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { State } from './state';

const table = 'CREATE TABLE IF NOT EXISTS things (name TEXT PRIMARY KEY)';
let folder: string;
let opened: State[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nuanlin-state-'));
});
afterEach(() => {
  for (const state of opened) state.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

function openState(at = folder): State {
  const state = new State(at);
  opened.push(state);
  state.schema('test', table);
  return state;
}

function close(state: State): void {
  state.close();
  opened = opened.filter((other) => other !== state);
}

const put = (state: State, name: string) => state.sql('INSERT INTO things VALUES (?)').run(name);
const names = (state: State) =>
  state
    .sql('SELECT name FROM things ORDER BY name')
    .all()
    .map((row) => (row as { name: string }).name);

test('what was written is there after a restart', () => {
  const first = openState();
  put(first, 'a');
  close(first);
  expect(names(openState())).toEqual(['a']);
});

test('an exception inside a transaction leaves nothing behind', () => {
  const state = openState();
  expect(() =>
    state.atomically(() => {
      put(state, 'a');
      state.atomically(() => put(state, 'b'));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(names(state)).toEqual([]);
});

test('a reset brings the snapshot back and tells those who cache', () => {
  const state = openState();
  put(state, 'a');
  state.saveSnapshot('clean');
  put(state, 'b');
  let told = 0;
  state.onReplaced(() => {
    told += 1;
  });
  state.resetTo('clean');
  expect(names(state)).toEqual(['a']);
  expect(told).toBe(1);
  put(state, 'c');
  expect(names(state)).toEqual(['a', 'c']);
});

test.each(['', '../x', 'a/b', '.hidden', 'x'.repeat(65)])('%p is no snapshot name', (name) => {
  expect(() => openState().saveSnapshot(name)).toThrow('not a snapshot name');
});

test('a snapshot that was taken away is unknown', () => {
  const state = openState();
  state.saveSnapshot('one');
  state.saveSnapshot('two');
  state.removeSnapshot('one');
  expect(state.snapshots()).toEqual(['two']);
  expect(() => state.removeSnapshot('one')).toThrow('there is no snapshot named one');
});

test('an unknown snapshot is refused and nothing changes', () => {
  const state = openState();
  put(state, 'a');
  expect(() => state.resetTo('never')).toThrow('there is no snapshot named never');
  expect(names(state)).toEqual(['a']);
});

test('an export can be imported elsewhere', () => {
  const state = openState();
  put(state, 'a');
  const file = join(folder, 'export.file');
  state.exportTo(file);
  const other = openState(join(folder, 'other'));
  put(other, 'z');
  other.importFrom(file);
  expect(names(other)).toEqual(['a']);
});

test.each([
  ['text', (file: string) => writeFileSync(file, 'not a database at all, only words that go on for a while')],
  ['half of a state', (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
  ['nothing', (file: string) => writeFileSync(file, '')],
])('%s is refused on import and nothing is lost', (_what, damage) => {
  const state = openState();
  for (let i = 0; i < 500; i += 1) put(state, `thing ${i} ${'x'.repeat(100)}`);
  const file = join(folder, 'export.file');
  state.exportTo(file);
  damage(file);
  expect(() => state.importFrom(file)).toThrow(/is not a usable state file/);
  expect(names(state)).toHaveLength(500);
});

test('a half-written state file is refused at the start and left as it is', () => {
  const first = openState();
  for (let i = 0; i < 500; i += 1) put(first, `thing ${i} ${'x'.repeat(100)}`);
  close(first);
  const file = join(folder, 'state.db');
  truncateSync(file, 9000);
  const before = readFileSync(file);
  expect(() => new State(folder)).toThrow(/is not a usable state file .* it was left as it is/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a foreign SQLite file is refused', () => {
  const { DatabaseSync } =
    jest.requireActual<typeof import('@photostructure/sqlite')>('@photostructure/sqlite');
  const foreign = new DatabaseSync(join(folder, 'state.db'));
  foreign.exec('CREATE TABLE t (a)');
  foreign.close();
  expect(() => new State(folder)).toThrow('it was not written by this cloud');
});

test('one folder serves one cloud at a time', () => {
  openState();
  expect(() => new State(folder)).toThrow(`in use by process ${process.pid}`);
});

test.each([
  ['a process that is gone', '999999999'],
  ['an older process that had our number', String(process.pid)],
])('the lock of %s is taken over', (_whose, holder) => {
  close(openState());
  writeFileSync(join(folder, 'cloud.lock'), holder);
  expect(names(openState())).toEqual([]);
});

test('a start that was killed in the middle does not hinder the next one', () => {
  writeFileSync(join(folder, 'state.db.new'), 'SQLite format 3');
  expect(names(openState())).toEqual([]);
});

test('the folder a killed cloud left behind goes with the next temporary one; a living one stays', () => {
  const left = mkdtempSync(join(tmpdir(), 'nuanlin-cloud-'));
  writeFileSync(join(left, 'cloud.lock'), '999999999');
  const first = new State();
  const held = first.folder;
  for (const old of [left, held]) utimesSync(old, new Date(0), new Date(0));
  const second = new State();
  opened.push(first, second);
  expect([existsSync(left), existsSync(held)]).toEqual([false, true]);
});
