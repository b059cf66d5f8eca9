import { maskedName, maskedPhone } from './mask';

test.each([
  ['张三', '张*'],
  ['张三丰', '张**'],
  ['欧阳锋刚', '欧**'],
  ['张', '张*'],
  ['𠮷田', '𠮷*'],
  ['', '*'],
])('%s → %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

test.each([
  ['13812345678', '138****5678'],
  ['88886666', '****66'],
])('%s → %s', (phone, masked) => {
  expect(maskedPhone(phone)).toBe(masked);
});
