/** A code that was tampered with: as long as the true one, but for its last letter or digit, which is another. */
export function forged(code: string): string {
  const found = /[0-9A-Za-z](?=[^0-9A-Za-z]*$)/.exec(code);
  if (!found) return `${code}x`;
  const other = found[0] === '7' ? '3' : '7';
  return `${code.slice(0, found.index)}${other}${code.slice(found.index + 1)}`;
}
