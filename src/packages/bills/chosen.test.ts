import { previewInput, toggled } from './chosen';

test('a bill is chosen and let go again', () => {
  const once = toggled(new Set(), 'a');
  expect([...once]).toEqual(['a']);
  expect([...toggled(once, 'a')]).toEqual([]);
});

test('without a choice all is paid; with an empty one nothing can be', () => {
  expect(previewInput('h', undefined)).toEqual({ homeId: 'h' });
  expect(previewInput('h', new Set())).toBeUndefined();
  expect(previewInput('h', new Set(['b', 'a']))).toEqual({ homeId: 'h', billIds: ['a', 'b'] });
});
