import type { Suggest } from '../settings';

export interface MarkedVerdict {
  readonly suggest: Suggest;
  readonly label: number;
}

const mark = /verdict[=-](risky|review|pass)(?:[:-](\d{3,5}))?/;

/**
 * A verdict that a test file brings with it, in its name (`cat-verdict-risky-20002.jpg`) or anywhere in its bytes
 * (`verdict=review:20006`). Without a number: 21000, or 100 for `pass`. The real check reads no such marks.
 */
export function markerIn(url: string, bytes?: Uint8Array): MarkedVerdict | undefined {
  const [path = ''] = url.split(/[?#]/, 1);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = mark.exec(name) ?? (bytes && mark.exec(Buffer.from(bytes).toString('latin1')));
  if (!found) return undefined;
  const suggest = found[1] as Suggest;
  return { suggest, label: found[2] ? Number(found[2]) : suggest === 'pass' ? 100 : 21000 };
}
