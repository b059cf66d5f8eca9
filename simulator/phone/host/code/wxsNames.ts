/** What wxs has in place of regular expression literals and `new Date`. [doc: WXS 数据类型] */
const wxsNames = {
  getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
  getDate: (...given: []) => new Date(...given),
};

/** Runs the compiled templates, an expression, with the names that wxs brings along. */
export function evaluateTemplates(expression: string): unknown {
  return new Function(...Object.keys(wxsNames), `return ${expression}`)(...Object.values(wxsNames));
}
