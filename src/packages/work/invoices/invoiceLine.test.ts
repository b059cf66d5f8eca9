import { invoiceLine } from './invoiceLine';

const at = Date.parse('2026-11-23T14:20:00+08:00');
const asked = { place: '3栋2单元1201', askedAt: at, state: 'asked' } as const;

test('an invoice in a list says for which home, since when, and what became of it', () => {
  expect(invoiceLine(asked, at)).toBe('3栋2单元1201，今天 14:20 申请');
  expect(invoiceLine({ ...asked, state: 'issued', number: '1' }, at)).toMatch(/，已开$/);
  expect(invoiceLine({ ...asked, state: 'redFlushed', number: '1' }, at)).toMatch(/，已冲红$/);
});

test('one that was never issued was not taken back by a red one', () => {
  expect(invoiceLine({ ...asked, state: 'redFlushed' }, at)).toMatch(/，已退款，不用开$/);
});
