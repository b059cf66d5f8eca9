import {
  amountOf,
  type Column,
  dayCell,
  monthCell,
  oneOf,
  permille,
  personName,
  phone,
  placeText,
  price,
  required,
  someOf,
  wholeNumber,
  words,
  yuan,
} from './column';

const of = <T>(column: Column<T>, text: string) => {
  const read = column.read(text);
  return read.ok ? read.value : read.complaint.title;
};

test.each([
  ['13857120001', '13857120001'],
  ['１３８ ５７１２ ０００１', '13857120001'],
  ['+86 138-5712-0001', '13857120001'],
  ['8613857120001', '13857120001'],
  ['1385712904', '手机号少几位'],
  ['138571200011', '手机号多几位'],
  ['1.3857E+10', '手机号变成了科学计数'],
  ['0571-88888888', '手机号不对'],
  ['13857120001/13857120002', '手机号不对'],
])('the phone %s', (text, value) => {
  expect(of(required('手机号', phone), text)).toBe(value);
});

test.each([
  ['2026-9-1', '2026-09-01'],
  ['2026/09/01', '2026-09-01'],
  ['2026年9月1日', '2026-09-01'],
  ['2026.9.1', '2026-09-01'],
  ['20260901', '2026-09-01'],
  ['2026-09-01 08:00', '2026-09-01'],
  ['2026-02-30', '日期不是日期'],
  ['9月1日', '日期不是日期'],
  ['46266', '日期不是日期'],
])('the day %s', (text, value) => {
  expect(of(required('日期', dayCell), text)).toBe(value);
});

test.each([
  ['2026-09', '2026-09'],
  ['2026年9月', '2026-09'],
  ['202609', '2026-09'],
  ['2026/9', '2026-09'],
  ['2026-09-01', '2026-09'],
  ['2026-13', '账期不是月份'],
  ['九月', '账期不是月份'],
])('the month %s', (text, value) => {
  expect(of(required('账期', monthCell), text)).toBe(value);
});

test.each([
  ['89.6', { units: 8960, decimals: 2 }],
  ['８９．６', { units: 8960, decimals: 2 }],
  ['89.605', '面积的小数太多'],
  ['89.6平', '面积不是数字'],
  ['-3', '面积是负数'],
  ['−89.605', '面积是负数'],
  ['-', '面积不是数字'],
  ['--3', '面积不是数字'],
  ['#REF!', '面积的公式没有结果'],
])('the area %s', (text, value) => {
  expect(of(required('面积', amountOf(2, ' ㎡', '89.6')), text)).toEqual(value);
});

test.each([
  ['1,286.5', 128650],
  ['￥12元', 1200],
  ['0', '金额不大于 0'],
  ['-5', '金额不大于 0'],
  ['12.345', '金额不是金额'],
  ['一百', '金额不是金额'],
])('the amount %s', (text, value) => {
  expect(of(required('金额', yuan), text)).toBe(value);
});

test.each([
  ['0.5380', { value: 538, decimals: 3 }],
  ['3.2', { value: 320, decimals: 2 }],
  ['1.915元/㎡·月', { value: 1915, decimals: 3 }],
  ['0.588 元', { value: 588, decimals: 3 }],
  ['-1', '单价不是单价'],
])('the price %s', (text, value) => {
  expect(of(required('单价', price), text)).toEqual(value);
});

test.each([
  ['30%', 300],
  ['30', 300],
  ['0.5%', 5],
  ['0', '比例不对'],
  ['101%', '比例不对'],
])('the part %s', (text, value) => {
  expect(of(required('比例', permille), text)).toBe(value);
});

test('names, places, words and choices', () => {
  expect(of(required('姓名', personName), '阿卜杜拉·买买提')).toBe('阿卜杜拉·买买提');
  expect(of(required('姓名', personName), '王秀英、陈建军')).toBe('姓名里有不能用的符号');
  expect(of(required('房号', placeText), '12 01 室')).toBe('1201室');
  expect(of(required('房号', placeText), '1201/1202')).toBe('房号里有不能用的符号');
  expect(of(required('房号', placeText), '一二三四五六七八九十一二三')).toBe('房号太长');
  expect(of(required('技能', words), '电工、水暖 电工')).toEqual(['电工', '水暖']);
  expect(of(required('月', wholeNumber(1, 12)), '13')).toBe('月不对');
  const duty = { finance: ['财务'], guard: ['保安'] } as const;
  expect(of(required('岗位', someOf(duty)), '财务，保安')).toEqual(['finance', 'guard']);
  expect(of(required('岗位', someOf(duty)), '财务、厨师')).toBe('岗位认不出');
  expect(of(required('岗位', oneOf(duty)), '财务')).toBe('finance');
});
