import { normalizeAppConfig, packageOf } from './appConfig';

const config = normalizeAppConfig({
  pages: ['pages/a', 'pages/b'],
  subpackages: [{ root: '/sub/', pages: ['c/c'] }],
  entryPagePath: '/pages/b',
});

test('pages of subpackages come after those of the main package, with their root', () => {
  expect(config.allPages).toEqual(['pages/a', 'pages/b', 'sub/c/c']);
  expect(packageOf(config, 'sub/c/c')).toBe('sub');
  expect(packageOf(config, 'pages/a')).toBe('');
});

test('the first page is the entry unless another is named', () => {
  expect(config.entryPagePath).toBe('pages/b');
  expect(normalizeAppConfig({ pages: ['x'] }).entryPagePath).toBe('x');
});

test('an app without pages is refused', () => {
  expect(() => normalizeAppConfig({ pages: [] })).toThrow('app.json names no pages');
});
