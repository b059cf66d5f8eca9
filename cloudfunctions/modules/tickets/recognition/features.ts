/** How many buckets the pieces of a text are hashed into. */
export const buckets = 16_384;

/** Longer texts are read up to here, in characters: the point of a report comes early, and a text stays under 5 ms. */
export const longestText = 1_000;

/** One spelling for what is said in several: width, case, digits, spaces and punctuation do not matter. */
function normalised(text: string): string {
  return text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[0-9]+/g, '0')
    .replace(/[\p{P}\p{S}\s]+/gu, '|');
}

/** FNV-1a over UTF-16 units. */
function hashed(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at++) {
    hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}

/**
 * The buckets of all pieces of one to three characters, each once, ascending. Pieces rather than words: typos and
 * dialect leave most pieces of a sentence as they are, and no dictionary is needed.
 */
export function featuresOf(text: string): number[] {
  const line = normalised(text);
  const found = new Set<number>();
  for (let length = 1; length <= 3; length++) {
    for (let at = 0; at + length <= line.length; at++) {
      const piece = line.slice(at, at + length);
      if (piece.replaceAll('|', '') !== '') {
        found.add(hashed(piece));
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}
