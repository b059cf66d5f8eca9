import { connectWxs } from '../wxs/responses';

/** What wxs has in place of regular expression literals and `new Date`. [doc: WXS 数据类型] */
const wxsNames = {
  getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
  getDate: (...given: []) => new Date(...given),
};

/** Runs the compiled templates, an expression, with the names that wxs brings along. */
export function evaluateTemplates(expression: string): unknown {
  const names = { ...wxsNames, connectWxs };
  return new Function(...Object.keys(names), `return ${expression}`)(...Object.values(names));
}
