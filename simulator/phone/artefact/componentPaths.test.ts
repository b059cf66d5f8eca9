import { componentPath, npmPlaces } from './componentPaths';

const lookUp = (used: string, ...files: string[]) =>
  componentPath('a/b/page', used, (path) => files.includes(path));

test('a component lies beside its user, or counts from the root', () => {
  expect(lookUp('./card', 'a/b/card')).toBe('/a/b/card');
  expect(lookUp('../card', 'a/card')).toBe('/a/card');
  expect(lookUp('/lib/card', 'lib/card')).toBe('/lib/card');
});

test('a folder stands for its index', () => {
  expect(lookUp('../card', 'a/card/index')).toBe('/a/card/index');
});

test('a plain name is looked for beside the user, then in miniprogram_npm upwards', () => {
  expect(lookUp('ui/tag', 'a/b/ui/tag', 'miniprogram_npm/ui/tag')).toBe('/a/b/ui/tag');
  expect(lookUp('ui/tag', 'a/miniprogram_npm/ui/tag', 'miniprogram_npm/ui/tag')).toBe(
    '/a/miniprogram_npm/ui/tag',
  );
  expect(lookUp('ui', 'miniprogram_npm/ui/index')).toBe('/miniprogram_npm/ui/index');
});

test('a relative path is no package', () => {
  expect(lookUp('./ui', 'miniprogram_npm/ui')).toBe('/a/b/ui');
});

test('one that is nowhere keeps its own place, a plugin its address', () => {
  expect(lookUp('./gone')).toBe('/a/b/gone');
  expect(lookUp('plugin://one/two')).toBe('plugin://one/two');
});

test('packages of a file at the root lie at the root', () => {
  expect(npmPlaces('app', 'dayjs')).toEqual(['miniprogram_npm/dayjs']);
});
