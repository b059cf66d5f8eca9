import { cursorOf, readCursor } from './cursor';

test.each([
  { value: 5, id: 'a' },
  { value: '2026-11', id: '云栖-1·x' },
])('%j comes back', (position) => {
  expect(readCursor(cursorOf(position))).toEqual(position);
});

const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  undefined,
  '',
  'x',
  written({}),
  written([1]),
  written([{ $gt: 1 }, 'a']),
  written([1, { $ne: '' }]),
])('%j is the first page', (cursor) => {
  expect(readCursor(cursor)).toBeUndefined();
});
