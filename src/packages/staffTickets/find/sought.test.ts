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
    '3/2/1201',
    '3—2—1201',
    '三栋二单元1201',
    '三栋二单元一二零一',
    '三号楼二单元十二零一',
  ],
])('%s is a home', (words) => {
  expect(soughtIn(words)).toEqual(home);
});

test('a building without a number keeps its name', () => {
  expect(soughtIn('A座1单元502')).toEqual({ building: 'A', unit: '1', room: '502' });
});

test.each(['3-1201', '3栋1201', '三栋1201室', '3 1201', '３／１２０１'])(
  '%s leaves the unit out',
  (words) => {
    expect(soughtIn(words)).toEqual({ building: '3', room: '1201' });
  },
);

test.each([
  ['十二栋一单元三百零二', { building: '12', unit: '1', room: '302' }],
  ['二十栋一百二十', { building: '20', room: '120' }],
  ['十栋两单元三〇二', { building: '10', unit: '2', room: '302' }],
])('%s is read with Chinese numerals', (words, sought) => {
  expect(soughtIn(words)).toEqual(sought);
});

test.each([
  ['13857120001', '13857120001'],
  ['138 5712 0001', '13857120001'],
  ['+86 138-5712-0001', '13857120001'],
  ['0571-85123456', '057185123456'],
  ['85123456', '85123456'],
])('%s is a caller’s number', (words, phone) => {
  expect(soughtIn(words)).toEqual({ phone });
});

test.each(['陈芳', '欧阳建国', '张三', '阿依古丽·买买提'])('%s is a name', (name) => {
  expect(soughtIn(name)).toEqual({ name });
});

test.each([
  '20261116-0038',
  '202611160038',
  '20261116 0038',
  ' 20261116－0038',
  '2026-11-16-0038',
  '20261116—0038',
  '#20261116-0038',
  '编号：20261116-0038',
])('%s is a number', (words) => {
  expect(soughtIn(words)).toEqual({ number: '20261116-0038' });
});

test.each(['', '1201', '3栋', '0038', '漏', '138571', '3栋1单元'])('%s is neither', (words) => {
  expect(soughtIn(words)).toBeUndefined();
});
