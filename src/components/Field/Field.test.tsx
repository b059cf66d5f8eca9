import { markup, words } from '../testing/markup';
import { Field } from './Field';

const nothing = () => undefined;

test('an error takes the place of the hint', () => {
  expect(words(<Field label="姓氏" value="" onChange={nothing} hint="和登记的一致" />)).toBe(
    '姓氏 和登记的一致',
  );
  const wrong = <Field label="姓氏" value="" onChange={nothing} hint="和登记的一致" error="请填写姓氏" />;
  expect(words(wrong)).toBe('姓氏 请填写姓氏');
  expect(markup(wrong)).toContain('field--wrong');
});

test('it is named for screen readers', () => {
  expect(markup(<Field label="房号" value="1201" onChange={nothing} />)).toMatch(/aria-label="房号"/);
});
