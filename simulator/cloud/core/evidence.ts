/**
 * How we know that WeChat behaves as emulated. `document`: an official page says so; `measured`: seen by running the vendor's
 * own SDK or suite, or reported from production logs; `guess`: our inference, to be checked with the probe function.
 */
export type EvidenceKind = 'document' | 'measured' | 'guess';

/** One emulated behaviour and why we believe in it; every room exports its list from `evidence.ts`. */
export interface Evidence {
  readonly behaviour: string;
  readonly kind: EvidenceKind;
  readonly source: string;
}
