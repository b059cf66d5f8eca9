/** A province, a city or a district. */
export interface Region {
  readonly name: string;
  /** Six digits. */
  readonly code: string;
  /** Cities of a province, districts of a city. */
  readonly parts: readonly Region[];
}

/** The provinces with all below them, from what `packedRegions` wrote. */
export function unpackRegions(packed: string): Region[] {
  return packed.split(';').map((province) => unpack(province, '', [',', ' ']));
}

function unpack(text: string, above: string, [separator, ...below]: readonly string[]): Region {
  const [own = '', ...parts] = separator === undefined ? [text] : text.split(separator);
  const digits = above + own.slice(0, 2);
  return {
    name: own.slice(2),
    code: digits.padEnd(6, '0'),
    parts: parts.map((part) => unpack(part, digits, below)),
  };
}
