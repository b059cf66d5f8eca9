/** Puts each tag of a wxml text on a line of its own, indented; a tag with nothing but text in it stays on one. */
export function indented(wxml: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const piece of wxml.match(/<[^>]*>|[^<]+/g) ?? []) {
    const isEnd = piece.startsWith('</');
    if (isEnd) depth -= 1;
    const last = lines.at(-1)?.trim() ?? '';
    const staysOnLine = isEnd && last.startsWith(`<${piece.slice(2, -1)}`) && !last.includes('</');
    const isText = !piece.startsWith('<');
    if (isText && piece.trim() === '') continue;
    if (staysOnLine || (isText && isOpenTag(last))) lines[lines.length - 1] += piece.trim();
    else lines.push('  '.repeat(depth) + piece.trim());
    if (!isEnd && !isText && !piece.endsWith('/>')) depth += 1;
  }
  return lines.join('\n');
}

/** One tag that opens and nothing else. */
function isOpenTag(line: string): boolean {
  return /^<[^/][^<]*>$/.test(line) && !line.endsWith('/>');
}
