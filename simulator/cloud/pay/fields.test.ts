import { ownNumber, readFields, text, whole } from './fields';
import { Malformed } from './refusal';
import { chinaClock, parseChinaTime } from './times';

const fields = {
  name: text(6, { required: true, pattern: ownNumber }),
  fee: whole({ required: true }),
  note: text(6),
};

test('reads what is there and leaves unknown fields alone', () => {
  expect(readFields(fields, { name: 'a-B_9', fee: 3, other: {} })).toEqual({ name: 'a-B_9', fee: 3 });
  expect(readFields(fields, { name: 'a', fee: 3, note: '' }).note).toBeUndefined();
});

test.each([
  ['a missing field', { fee: 3 }, '缺少参数name'],
  ['an empty field', { name: '', fee: 3 }, '缺少参数name'],
  ['a null field', { name: 'a', fee: null }, '缺少参数fee'],
  ['seven bytes', { name: 'abcdefg', fee: 3 }, 'name参数长度有误'],
  ['three Chinese characters, nine bytes', { name: 'a', fee: 3, note: '物业费' }, 'note参数长度有误'],
  ['a wrong character', { name: 'a b', fee: 3 }, 'name参数格式错误'],
])('%s is malformed', (_what, request, reason) => {
  expect(() => readFields(fields, request)).toThrow(new Malformed(reason));
});

test.each([
  ['an amount as text', { name: 'a', fee: '3' }],
  ['an amount with a fraction', { name: 'a', fee: 3.5 }],
  ['an amount beyond whole numbers', { name: 'a', fee: 2 ** 53 }],
  ['a number as a number', { name: 12, fee: 3 }],
  ['a list', { name: ['a'], fee: 3 }],
])('%s fails the call itself with -202', (_what, request) => {
  expect(() => readFields(fields, request)).toThrow(
    expect.objectContaining({ code: 'SYS_ERR', message: 'wx api error: -202' }),
  );
});

test('times are read and written in China time, and days that do not exist are refused', () => {
  expect(parseChinaTime('20261110093000')).toBe(Date.parse('2026-11-10T01:30:00Z'));
  expect(parseChinaTime('20260228')).toBe(Date.parse('2026-02-27T16:00:00Z'));
  for (const wrong of ['20260230', '20261310', '20261110250000', '2026111', '', '2026-11-10'])
    expect(parseChinaTime(wrong)).toBeUndefined();
  expect(chinaClock(Date.parse('2026-12-31T16:00:00Z'))).toBe('2027-01-01 00:00:00');
});
