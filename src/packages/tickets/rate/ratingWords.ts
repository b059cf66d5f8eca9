import type { TicketType } from '../../../../types/ticket';

/** What the stars mean, 1 to 5. */
export const starNames = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

const good = ['来得准时', '讲得清楚', '收拾干净', '态度好', '一次修好', '收费明白'];
const poor = ['来得太晚', '没讲清楚', '没收拾', '态度不好', '没修好', '收费不明'];
const goodAnswer = ['回复及时', '讲得清楚', '解决了问题', '态度好'];
const poorAnswer = ['回复太慢', '没讲清楚', '没解决', '态度不好'];

/** Words to choose from: of three stars and fewer what went wrong. */
export function wordsFor(type: TicketType, stars: number): readonly string[] {
  if (type === 'repair') return stars > 3 ? good : poor;
  return stars > 3 ? goodAnswer : poorAnswer;
}

/** What the company does after so many stars (B7: two or fewer). */
export function promiseFor(stars: number): string {
  return stars > 0 && stars <= 2
    ? '客服会打电话回访您，24 小时内给出整改办法，并在小区公示（不写姓名）。'
    : '2 星及以下，客服会回访您，24 小时内给出整改办法。';
}
