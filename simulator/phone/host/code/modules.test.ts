import { Modules } from './modules';

function modulesOf(sources: Record<string, string>) {
  const modules = new Modules({ wx: { name: 'wx' } });
  modules.add(sources);
  return modules;
}

test('a file is found by a path relative to the one that asks', () => {
  const modules = modulesOf({
    'a/b.js': `module.exports = require('../c') + require('/d/index.js') + require('./e')`,
    'c.js': 'module.exports = 1',
    'd/index.js': 'exports.x = 1; module.exports = 10',
    'a/e/index.js': 'module.exports = 100',
  });
  expect(modules.load('a/b.js')).toBe(111);
});

test('a plain name is a package in miniprogram_npm, the nearest one', () => {
  const modules = modulesOf({
    'a/b.js': `module.exports = [require('day'), require('ui/toast'), require('near.js')]`,
    'a/near.js': `module.exports = 'near'`,
    'miniprogram_npm/day/index.js': `module.exports = 'day'`,
    'miniprogram_npm/ui/toast.js': `module.exports = 'outer'`,
    'a/miniprogram_npm/ui/toast/index.js': `module.exports = 'inner'`,
  });
  expect(modules.load('a/b.js')).toEqual(['day', 'inner', 'near']);
});

test('a file runs once, and two may need each other', () => {
  const modules = modulesOf({
    'a.js': `exports.early = 1; exports.b = require('./b').seen`,
    'b.js': `exports.seen = require('./a').early`,
  });
  expect(modules.load('a.js')).toEqual({ early: 1, b: 1 });
});

test('a file that is not there is named', () => {
  expect(() => modulesOf({ 'a.js': `require('./none')` }).load('a.js')).toThrow(
    "module 'none.js' is not defined",
  );
});

test('names of the browser are undefined', () => {
  const modules = modulesOf({
    'a.js': 'module.exports = [typeof window, typeof document, typeof process, wx.name]',
  });
  expect(modules.load('a.js')).toEqual(['undefined', 'undefined', 'undefined', 'wx']);
});

test('a file may use such a name for something of its own', () => {
  const modules = modulesOf({ 'a.js': `class Image {}\nconst wx = 1;\nmodule.exports = typeof Image + wx` });
  expect(modules.load('a.js')).toBe('function1');
});
