import { compileStyle } from './styles';
import { resolveUnits } from './units';

const sheets: Readonly<Record<string, string>> = {
  app: 'page { color: red }',
  'pages/a/a':
    '@import "../shared.wxss"; page { margin: 0 } .a { width: 10rpx } @keyframes k { from { top: 1rpx } }',
  'pages/shared': '.s { top: 1px }',
  'pages/lost': '@import "./none.wxss";',
  'pages/loop': '@import "./loop.wxss";',
};
const read = (path: string) => sheets[path];

test('app.wxss reaches every page', () => {
  expect(compileStyle('app', { kind: 'app' }, read)).toBe('wx-page { color: red }');
});

test('a page keeps its rules to itself, its keyframes not: a browser has them outside of scopes only', () => {
  const css = compileStyle('pages/a/a', { kind: 'page', path: 'pages/a/a' }, read);
  expect(css).toContain('@scope (wx-page[data-path="pages/a/a"])');
  expect(css).toMatch(/^\s*@keyframes k/);
  expect(css).toContain(':scope { margin: 0 }');
  expect(css).toContain('.s { top: 1px }');
});

test.each([
  ['(prefers-color-scheme: dark)', '@container style(--wx-theme: dark) { .a { color: red } }'],
  [
    'screen and (prefers-color-scheme:light) and (min-width: 10px)',
    '@media screen and (min-width: 10px) {@container style(--wx-theme: light) { .a { color: red } } }',
  ],
])('@media %s asks the phone, not the computer', (params, expected) => {
  const css = compileStyle('a', { kind: 'app' }, () => `@media ${params} { .a { color: red } }`);
  expect(css.replace(/\s+/g, ' ')).toBe(expected);
});

test('an import that leads nowhere is named', () => {
  expect(() => compileStyle('pages/lost', { kind: 'app' }, read)).toThrow(
    'pages/none.wxss is imported but is not in the package',
  );
});

test('an import of itself is named', () => {
  expect(() => compileStyle('pages/loop', { kind: 'app' }, read)).toThrow('pages/loop.wxss imports itself');
});

test.each([
  ['20rpx', 'calc(100vw * 20 / 750)'],
  ['-1.5rpx auto', 'calc(100vw * -1.5 / 750) auto'],
  ['calc(100vh - .5rpx)', 'calc(calc(var(--page-height, 100vh) * 100 / 100) - calc(100vw * .5 / 750))'],
  ['url(a20rpx.png)', 'url(a20rpx.png)'],
  ['var(--x-20rpx)', 'var(--x-20rpx)'],
])('%s is %s', (value, expected) => {
  expect(resolveUnits(value)).toBe(expected);
});
