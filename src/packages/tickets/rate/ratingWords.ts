import type { TicketView } from '../../../../types/contract/tickets';
import { ratingWordsOf } from '../../../../types/ratingWords';
import type { TicketType } from '../../../../types/ticket';
import { lengthWords } from '../../../words/tickets';

/** What the stars mean, 1 to 5. */
export const starNames = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

/** Words to choose from: of three stars and fewer what went wrong. */
export function wordsFor(type: TicketType, stars: number): readonly string[] {
  const words = ratingWordsOf[type === 'repair' ? 'work' : 'answer'];
  return stars > 3 ? words.good : words.poor;
}

/** What it is about; that it is repaired is said only where it is. */
export function headOf({ type, title, state }: Pick<TicketView, 'type' | 'title' | 'state'>): string {
  return type === 'repair' && (state === 'closed' || state === 'rated') ? `${title}，修好了` : title;
}

/** Why there is nothing to rate; of what was said on the phone, who has written it down. */
export function whyNot({ rating, state }: Pick<TicketView, 'rating' | 'state'>): string {
  if (rating?.takenBy !== undefined)
    return `${rating.takenBy}已按您电话里说的记下 ${rating.stars} 星，不用再评，谢谢您。`;
  if (rating) return `您已经评过 ${rating.stars} 星，谢谢您。`;
  return state === 'cancelled' ? '这张工单已经取消，不用评价。' : '办完以后就能在这里评价。';
}

/** What the company does after so many stars (B7: two or fewer), by what the community has set. */
export function promiseFor(stars: number, { planWithin }: Pick<TicketView, 'planWithin'>): string {
  const plan = `${planWithin === undefined ? '' : `${lengthWords(planWithin)}内`}给出整改办法`;
  return stars > 0 && stars <= 2
    ? `客服会打电话回访您，${plan}，并在小区公示（不写姓名）。`
    : `2 星及以下，客服会回访您，${plan}。`;
}
