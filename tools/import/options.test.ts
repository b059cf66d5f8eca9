import { readGivingUp, readOptions } from './options';

test('a check, and an import with the old books’ totals', () => {
  expect(readOptions(['--file', 'a.xlsx', '--file', 'b.csv', '--community', 'yunqi'])).toEqual({
    files: ['a.xlsx', 'b.csv'],
    communityId: 'yunqi',
    applies: false,
    json: false,
  });
  const words = [
    '--file',
    'a.xlsx',
    '--community',
    'yunqi',
    '--apply',
    '--arrears',
    '1,284.60',
    '--take',
    'app',
  ];
  expect(readOptions([...words, '--cloud', 'http://127.0.0.1:4600/', '--json'])).toMatchObject({
    applies: true,
    opening: { arrears: 128460, prepaid: 0, vouchers: 0 },
    take: 'app',
    cloud: 'http://127.0.0.1:4600',
    json: true,
  });
});

test.each([
  [['--community', 'yunqi']],
  [['--file', 'a.xlsx']],
  [['--file', 'a.xlsx', '--community', 'Yun Qi']],
  [['--file', 'a.xlsx', '--community', 'yunqi', '--arrears', 'lots']],
  [['--file', 'a.xlsx', '--community', 'yunqi', '--take', 'both']],
])('%j is not understood', (words) => {
  expect(readOptions(words)).toBeUndefined();
});

test('giving up a first import names its community', () => {
  const cloud = 'http://127.0.0.1:4600';
  expect(readGivingUp(['--give-up', '--community', 'yunqi', '--cloud', `${cloud}/`])).toEqual({
    communityId: 'yunqi',
    cloud,
  });
  expect(readGivingUp(['--give-up'])).toBeUndefined();
  expect(readGivingUp(['--community', 'yunqi'])).toBeUndefined();
});
