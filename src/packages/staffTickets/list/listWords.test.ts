import { listKind, listNames } from './listWords';

test('a page without a list, or with one that there is not, shows what is open', () => {
  expect([undefined, 'nonsense', 'late'].map(listKind)).toEqual(['open', 'open', 'late']);
});

test('every list says what would be in it', () => {
  for (const { title, none, line } of Object.values(listNames))
    for (const text of [title, none, line]) expect(text).not.toMatch(/[!！亲]/);
});
