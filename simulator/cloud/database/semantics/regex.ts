import { refuse } from './refusal';

/** Leaves out blanks and comments of a pattern written with PCRE's `x` option. */
function withoutBlanks(pattern: string): string {
  let result = '';
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at]!;
    if (sign === '\\') {
      result += sign + (pattern[at + 1] ?? '');
      at += 1;
    } else if (!inClass && sign === '#') {
      const end = pattern.indexOf('\n', at);
      at = end < 0 ? pattern.length : end;
    } else if (inClass || !/\s/.test(sign)) {
      if (sign === '[') inClass = true;
      if (sign === ']') inClass = false;
      result += sign;
    }
  }
  return result;
}

/**
 * A PCRE pattern with MongoDB's options (`i`, `m`, `s`, `x`, `u`) as a JavaScript one. Options at the start of the pattern,
 * `(?i)`, are understood; JavaScript's own flags `g`, `y`, `d`, which an SDK passes along, mean nothing here [guess].
 */
export function toRegExp(pattern: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const body = inline ? pattern.slice(inline[0].length) : pattern;
  const wanted = options + (inline?.[1] ?? '');
  const unknown = /[^imsxugyd]/.exec(wanted);
  if (unknown) throw refuse(`invalid flag in regex options: ${unknown[0]}`);
  const source = wanted.includes('x') ? withoutBlanks(body) : body;
  const flags = ['i', 'm', 's'].filter((flag) => wanted.includes(flag)).join('');
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return withoutUnicode(source, flags);
  }
}

/** Escapes such as `\-` are right in PCRE but not in JavaScript's unicode mode. */
function withoutUnicode(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw refuse(`Regular expression is invalid: ${error instanceof Error ? error.message : source}`);
  }
}
