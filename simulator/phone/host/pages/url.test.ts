import { parsePageUrl } from './url';

test.each([
  ['/pages/a/b?x=1&y=', 'pages/c/c', { path: 'pages/a/b', query: { x: '1', y: '' } }],
  ['../d/d', 'pages/c/c', { path: 'pages/d/d', query: {} }],
  ['/pages/a.html?u=%E7%94%B2', '', { path: 'pages/a', query: { u: '%E7%94%B2' } }],
  ['/p?next=/q?z=1', '', { path: 'p', query: { next: '/q?z=1' } }],
  ['/p?flag', '', { path: 'p', query: { flag: '' } }],
])('%s from %s', (url, from, expected) => {
  expect(parsePageUrl(url, from)).toEqual(expected);
});
