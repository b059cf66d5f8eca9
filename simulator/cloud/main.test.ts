import { readArguments } from './main';

test('without words the defaults hold', () => {
  expect(readArguments([])).toMatchObject({
    port: 4600,
    stateFolder: '.nuanlin/cloud',
    dist: 'dist',
    seed: 1,
  });
});

test('every word is understood', () => {
  const words =
    '--port 0 --memory --clock 2026-11-10T09:00:00+08:00 --seed 7 --dist build/x --max-instances 2 --strict always';
  expect(readArguments(words.split(' '))).toEqual({
    port: 0,
    stateFolder: undefined,
    dist: 'build/x',
    clockStart: Date.parse('2026-11-10T01:00:00Z'),
    seed: 7,
    maxInstances: 2,
    strictTransactions: 'always',
  });
});

test.each([
  ['--port x', '--port x'],
  ['--port 70000', '--port 70000'],
  ['--clock 2026-11-10', '--clock 2026-11-10'],
  ['--clock 2026-11-10T09:00:00', '--clock 2026-11-10T09:00:00'],
  ['--seed -1', 'seed'],
  ['--max-instances 0', '--max-instances 0'],
  ['--strict maybe', '--strict maybe'],
  ['--host 0.0.0.0', 'this machine only'],
  ['--host 192.168.1.4', 'this machine only'],
  ['--bogus', '--bogus'],
])('%s is refused by name', (words, complaint) => {
  expect(() => readArguments(words.split(' '))).toThrow(complaint);
});
