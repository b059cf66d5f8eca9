import { rewriteSelector } from './selectors';

test.each([
  ['page', 'wx-page'],
  ['view.a > text', 'wx-view.a > wx-text'],
  ['.view #text', '.view #text'],
  ['scroll-view::before', 'wx-scroll-view::before'],
  ['button[type="button"]', 'wx-button[type="button"]'],
  ['.a:not(view):nth-child(2n+1)', '.a:not(wx-view):nth-child(2n+1)'],
  ['my-card .a', 'my-card .a'],
  ['.w-1\\/2', '.w-1\\/2'],
  ['*, image', '*, wx-image'],
])('%s is %s in the browser', (selector, expected) => {
  expect(rewriteSelector(selector)).toBe(expected);
});

test('classes of an isolated component carry its prefix', () => {
  expect(rewriteSelector('.a.b view', { classPrefix: 'c' })).toBe('.c--a.c--b wx-view');
});

test(':host stands for the component itself', () => {
  expect(rewriteSelector(':host .a', { host: '[data-host="c"]', classPrefix: 'c' })).toBe(
    '[data-host="c"] .c--a',
  );
});

test('a search finds a class with the prefix and without', () => {
  expect(rewriteSelector('.a', { eitherPrefix: 'c' })).toBe(':is(.a,.c--a)');
});
