import { ratingWordsOf } from '../../../../types/ratingWords';
import type { TicketType } from '../../../../types/ticket';

/** What the stars mean, 1 to 5. */
export const starNames = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

/** Words to choose from: of three stars and fewer what went wrong. */
export function wordsFor(type: TicketType, stars: number): readonly string[] {
  const words = ratingWordsOf[type === 'repair' ? 'work' : 'answer'];
  return stars > 3 ? words.good : words.poor;
}

/** What the company does after so many stars (B7: two or fewer). */
export function promiseFor(stars: number): string {
  return stars > 0 && stars <= 2
    ? '客服会打电话回访您，24 小时内给出整改办法，并在小区公示（不写姓名）。'
    : '2 星及以下，客服会回访您，24 小时内给出整改办法。';
}
