import { compileScript } from './scripts';

function run(source: string, modules: Record<string, unknown> = {}) {
  const module = { exports: {} as Record<string, unknown> };
  new Function('require', 'module', 'exports', compileScript('a.js', source))(
    (name: string) => modules[name],
    module,
    module.exports,
  );
  return module.exports;
}

test('a script without import and export is left as it stands', () => {
  const source = `// important\nmodule.exports = { text: 'import x' };`;
  expect(compileScript('a.js', source)).toBe(source);
});

test('import and export become require and exports', () => {
  const found = run(`import one, { two } from './b';\nexport const sum = one + two;\nexport default 7;`, {
    './b': { __esModule: true, default: 1, two: 2 },
  });
  expect(found.sum).toBe(3);
  expect(found.default).toBe(7);
});

test('a pressed one is known as well', () => {
  expect(run(`"use strict";const a=1;export{a}`).a).toBe(1);
  expect(run(`import*as all from"./b";export const b=all.two`, { './b': { two: 2 } }).b).toBe(2);
});

test('the default of a CommonJS module is what it exports', () => {
  expect(run(`import day from 'dayjs';\nexport const now = day();`, { dayjs: () => 'now' }).now).toBe('now');
});

test('what does not parse is left to fail when it runs', () => {
  expect(compileScript('a.js', 'import {')).toBe('import {');
});
