import type { DeskFigure, DeskLine } from '../../../../types/contract/desk';
import { dayOf, type Instant } from '../../../../types/day';
import { momentWords, nearDayWords } from '../../../words/timeWords';

/** When a line was: bills are due on a day, everything else happened at a moment. */
function whenWords(kind: DeskFigure['kind'], at: number, now: number): string {
  if (kind !== 'building' && kind !== 'arrears') return momentWords(at, now);
  return `${nearDayWords(dayOf(at as Instant), dayOf(now as Instant))}到期`;
}

/** What stands below a line's title: 陈芳 微信支付 今天 14:20; of a bill 水费 未缴，11月30日到期. */
export function lineWords({ place, text, at }: DeskLine, kind: DeskFigure['kind'], now: number): string {
  const when = whenWords(kind, at, now);
  if (!place) return when;
  return kind === 'building' || kind === 'arrears' ? `${text}，${when}` : `${text} ${when}`;
}
