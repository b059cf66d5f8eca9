import { soughtIn } from './sought';

const home = { building: '3', unit: '2', room: '1201' };

test.each([
  ...[
    '3-2-1201',
    '3栋2单元1201',
    ' 3栋2单元1201室 ',
    '3 2 1201',
    '３－２－１２０１',
    '3号楼2单元1201',
    '3栋-2单元-1201',
  ],
])('%s is a home', (words) => {
  expect(soughtIn(words)).toEqual(home);
});

test('a building without a number keeps its name', () => {
  expect(soughtIn('A座1单元502')).toEqual({ building: 'A', unit: '1', room: '502' });
});

test.each(['20261116-0038', '202611160038', '20261116 0038', ' 20261116－0038'])(
  '%s is a number',
  (words) => {
    expect(soughtIn(words)).toEqual({ number: '20261116-0038' });
  },
);

test.each(['', '1201', '3栋', '3-1201', '0038', '漏水'])('%s is neither', (words) => {
  expect(soughtIn(words)).toBeUndefined();
});
