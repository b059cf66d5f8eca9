import { compileTemplates } from './templates';

const wxs = `module.exports = { isList: function (one) { return one.constructor === 'Array' } }`;

/** What `isList` answers in the compiled code: its function is cut out of it and run. */
function isList(code: string, given: unknown): unknown {
  const found = /isList: (function \(one\) \{[^}]*\})/.exec(code)?.[1];
  return new Function('given', `return (${found})(given)`)(given);
}

test('in wxs the constructor of a value is the name of its type', () => {
  const file = compileTemplates(new Map(), new Map([['a', wxs]]));
  const inline = compileTemplates(new Map([['a', `<wxs module="m">${wxs}</wxs><view/>`]]), new Map());
  for (const { code, faults } of [file, inline]) {
    expect(faults).toEqual([]);
    expect(isList(code, [1])).toBe(true);
    expect(isList(code, { a: 1 })).toBe(false);
  }
});

test('a template after a wxs that only names its file is left as it is', () => {
  const wxml =
    '<wxs src="./u.wxs" module="m"/><view>{{a.constructor}}</view><wxs module="n">module.exports = 1</wxs>';
  const { faults } = compileTemplates(new Map([['a', wxml]]), new Map([['u', wxs]]));
  expect(faults).toEqual([]);
});

test('each template that can reach wxs hands itself to the caller of its functions', () => {
  const wxml = `<wxs module="m">${wxs}</wxs><template name="t"><view/></template><template is="t"/>`;
  const { code } = compileTemplates(new Map([['a', wxml]]), new Map());
  expect(code).not.toContain('setFnFilter');
  expect(code.match(/connectWxs\(/g)?.length).toBe(2);
});
