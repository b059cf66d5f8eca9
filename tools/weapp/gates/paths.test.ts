import { isOutside, resolveTarget } from './paths';

test.each([
  ['pages/a/a.wxml', '../../base.wxml', 'base.wxml'],
  ['pages/a/a.wxml', './b.wxml', 'pages/a/b.wxml'],
  ['pages/a/a.wxml', 'b', 'pages/a/b'],
  ['pages/a/a.wxml', '/images/x.png', 'images/x.png'],
  ['app.json', '../secret', undefined],
])('%s names %s', (from, target, path) => {
  expect(resolveTarget(from, target)).toBe(path);
});

test.each(['https://a.b/c.png', '//a.b/c.png', 'data:image/png;base64,A', 'cloud://e/f.png', 'plugin://p/c'])(
  '%s leads out',
  (target) => {
    expect(isOutside(target)).toBe(true);
  },
);
