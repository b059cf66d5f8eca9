import type { Instant } from '../../../../types/day';
import type { Mover } from '../life';
import { keptText } from '../reporting/files';
import type { CheckedText, Step, Terms } from '../ticket';

/** Who does something with a ticket: as what, how the timeline names them, and when. What every rule of the work is told. */
export interface Acting {
  readonly as: Mover;
  readonly who: Pick<Step, 'by' | 'staffId' | 'openid'>;
  readonly now: Instant;
  readonly terms: Terms;
}

/** What `moved` is told of a move, with a step of the timeline. */
export function moving({ as, who, now, terms }: Acting, step: Pick<Step, 'note' | 'files'> = {}) {
  return { as, now, terms, step: { ...who, ...step } };
}

/** Words of staff, or our own: nobody must wait for WeChat to read them. */
export function plainly(text: string): CheckedText {
  return { text, check: 'passed' };
}

/** Words of a resident: nobody else reads them before WeChat has. */
export function unchecked(text: string, { who }: Acting): CheckedText {
  return keptText(text, who.openid ?? '');
}
