import { undrawnWords } from './undrawnWords';

test('a plan of a part says of how many it is, of which, and where the rest is seen', () => {
  expect(undrawnWords(undefined)).toBeUndefined();
  expect(undrawnWords({ drawn: 1000, of: 1203 })).toBe(
    '没办完的共 1203 件，这里只数了 1000 件：先数紧急的，再数最久没有动的。点开一栋楼，能看到它的全部。',
  );
});
