import { checkField, type FieldVerdict, fieldType, labelText } from './fields';

const han20 = '一二三四五六七八九十一二三四五六七八九十';

const table: readonly [key: string, value: unknown, verdict: FieldVerdict, label?: string][] = [
  ['thing1', han20, 'ok'],
  ['thing1', `${han20}多`, 'invalid'],
  ['thing1', '😀'.repeat(20), 'ok'],
  ['thing1', '第一行\n第二行', 'invalid'],
  ['thing1', 'a\tb', 'invalid'],
  ['thing1', 'a\u2028b', 'invalid'],
  ['thing1', '', 'empty'],
  ['thing1', '   ', 'empty'],
  ['thing1', undefined, 'empty'],
  ['thing1', null, 'empty'],
  ['thing1', 5, 'invalid'],
  ['thing12', '漏水 3-2-801', 'ok'],
  ['number01', '339208499', 'ok'],
  ['number1', '3.50', 'ok'],
  ['number1', '9'.repeat(32), 'ok'],
  ['number1', '9'.repeat(33), 'invalid'],
  ['number1', '-1', 'invalid'],
  ['number1', '1,000', 'invalid'],
  ['letter1', 'Abc', 'ok'],
  ['letter1', 'a'.repeat(33), 'invalid'],
  ['letter1', 'ab1', 'invalid'],
  ['symbol1', '+-*/!', 'ok'],
  ['symbol1', '+-*/!?', 'invalid'],
  ['symbol1', 'a', 'invalid'],
  ['character_string1', 'WO-2026-000017#A', 'ok'],
  ['character_string1', 'a'.repeat(33), 'invalid'],
  ['character_string1', '工单17', 'invalid'],
  ['time1', '15:01', 'ok'],
  ['time1', '15:01:59', 'ok'],
  ['time1', '2019年10月1日 15:01', 'ok'],
  ['time1', '2019-10-01 15:01', 'ok'],
  ['time1', '2019年10月1日 15:01~2019年10月1日 16:00', 'ok'],
  ['time1', '2019年10月1日~2019年10月3日', 'ok'],
  ['time1', '15:01～16:00', 'invalid'],
  ['time1', '24:00', 'invalid'],
  ['time1', '下午三点', 'invalid'],
  ['date1', '2019年10月1日', 'ok'],
  ['date1', '2019年10月', 'ok'],
  ['date1', '10月1日', 'ok'],
  ['date2', '2019-12-25 09:42', 'ok'],
  ['date1', '2018/01/01', 'ok'],
  ['date1', '2018.01.01', 'ok'],
  ['date1', '2018-01', 'ok'],
  ['date1', '01-01', 'ok'],
  ['date1', '2018-01-01~2018-01-31', 'ok'],
  ['date1', '2018-13-01', 'invalid'],
  ['date1', '2018-01/01', 'invalid'],
  ['date1', '15:01', 'invalid'],
  ['amount1', '￥100', 'ok'],
  ['amount1', '¥1234567890.12', 'ok'],
  ['amount1', '¥12345678901', 'invalid'],
  ['amount1', '100.50元', 'ok'],
  ['amount1', '¥¥100', 'invalid'],
  ['amount1', '一百元', 'invalid'],
  ['phone_number1', '+86-0766-66888866', 'ok'],
  ['phone_number1', '138****1234', 'ok'],
  ['phone_number1', '+86-0766-668888660', 'invalid'],
  ['phone_number1', '电话138', 'invalid'],
  ['car_number1', '粤A8Z888挂', 'ok'],
  ['car_number1', '粤A8Z8888挂', 'invalid'],
  ['car_number1', '粤A·12345', 'invalid'],
  ['car_number1', 'A粤12345', 'invalid'],
  ['name1', '王小明', 'ok'],
  ['name1', '王*', 'ok'],
  ['name1', '一二三四五六七八九十', 'ok'],
  ['name1', '一二三四五六七八九十一', 'invalid'],
  ['name1', 'Alexander Hamilton X', 'ok'],
  ['name1', 'Alexander Hamilton XY', 'invalid'],
  ['name1', '王123', 'invalid'],
  ['phrase1', '配送中', 'ok'],
  ['phrase1', '一二三四五六', 'invalid'],
  ['phrase1', '已完成!', 'invalid'],
  ['enum1', '通过', 'ok', '结果|通过|驳回'],
  ['enum1', '再议', 'invalid', '结果|通过|驳回'],
  ['enum1', '随意', 'ok', '结果'],
  ['poem1', '床前明月光', 'invalid'],
];

describe('checkField', () => {
  for (const [key, value, verdict, label] of table)
    test(`${key} = ${JSON.stringify(value)} is ${verdict}`, () => {
      expect(checkField(key, value, label)).toBe(verdict);
    });
});

test('a field type is the part before the number, and only those WeChat has', () => {
  expect(fieldType('character_string3')).toBe('character_string');
  expect(fieldType('enum1')).toBe('enum');
  expect(fieldType('thing')).toBeUndefined();
  expect(fieldType('toString1')).toBeUndefined();
});

test('a label may carry the values of its enum, which the user does not read', () => {
  expect(labelText('审核结果|通过|驳回')).toBe('审核结果');
});
