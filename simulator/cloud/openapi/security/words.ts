import type { Suggest, Word } from '../settings';

export interface Verdict {
  readonly suggest: Suggest;
  readonly label: number;
  /** The words that were found, worst first. */
  readonly hits: readonly Word[];
}

const gravity: Readonly<Record<Suggest, number>> = { pass: 0, review: 1, risky: 2 };

/** The worst verdict among the listed words the text contains; a list is all this cloud has in place of WeChat's judgement. */
export function verdictOn(text: string, words: readonly Word[]): Verdict {
  const hits = words
    .filter((word) => word.text !== '' && text.includes(word.text))
    .sort((a, b) => gravity[b.suggest] - gravity[a.suggest]);
  const [worst] = hits;
  return worst ? { suggest: worst.suggest, label: worst.label, hits } : { suggest: 'pass', label: 100, hits };
}
