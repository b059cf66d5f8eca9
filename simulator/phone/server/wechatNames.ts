import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The names WeChat's own typings give `wx`, read from the package so that a new version brings its new names. */
export function wechatApiNames(): string[] {
  const typings = createRequire(join(__dirname, 'package.json')).resolve(
    'miniprogram-api-typings/types/wx/lib.wx.api.d.ts',
  );
  const text = readFileSync(typings, 'utf8');
  const start = text.indexOf('    interface Wx {');
  const body = text.slice(start, text.indexOf('\n    type ', start));
  // Examples in comments stand at the margin or deeper; the members alone are indented by eight.
  const names = [...body.matchAll(/^ {8}(?:readonly )?([a-zA-Z]\w*)\??(?:<|\(|:)/gm)].map(
    ([, name]) => name!,
  );
  const keywords = ['env', 'cloud', 'if', 'for', 'while', 'switch', 'catch', 'function', 'return'];
  return [...new Set(names)].filter((name) => !keywords.includes(name));
}
