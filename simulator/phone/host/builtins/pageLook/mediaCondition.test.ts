import { fits } from './mediaCondition';

const phone = { width: 375, height: 724 };

test.each([
  [{}, true],
  [{ minWidth: 300, maxWidth: 400 }, true],
  [{ minWidth: 376 }, false],
  [{ maxWidth: 374 }, false],
  [{ width: 375, height: 724 }, true],
  [{ width: 374 }, false],
  [{ height: 700 }, false],
  [{ minHeight: 725 }, false],
  [{ maxHeight: 723 }, false],
  [{ orientation: 'portrait' }, true],
  [{ orientation: 'landscape' }, false],
  [{ minWidth: 300, orientation: 'landscape' }, false],
])('%j on a phone: %s', (condition, expected) => {
  expect(fits(condition, phone)).toBe(expected);
});
