import type { QuestionRow } from '../../../../types/contract/charging';
import { momentWords } from '../../../words/timeWords';

/** As much of a question as its row in the list shows. Characters. */
const shownAtMost = 36;

/** 今天 14:20，面积和房产证上的不一样; a long question is cut, its sheet has all of it. */
export function questionLine({ text, askedAt }: Pick<QuestionRow, 'text' | 'askedAt'>, now: number): string {
  const characters = [...text];
  const shown = characters.length > shownAtMost ? `${characters.slice(0, shownAtMost).join('')}…` : text;
  return `${momentWords(askedAt, now)}，${shown}`;
}
