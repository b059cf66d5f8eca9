import type { Recognised, ReportForm } from '../../../../types/contract/tickets';
import type { Problem, TicketType, Urgency } from '../../../../types/ticket';
import { lengthWords } from '../../../words/tickets';

/** What the person has chosen by hand; it is stronger than what was recognised. */
export interface Chosen {
  readonly type?: TicketType | undefined;
  readonly problem?: Problem | undefined;
  readonly urgency?: Urgency | undefined;
}

export type Question = 'type' | 'problem' | 'urgency';

/** What a report is by now, and what must still be asked because nobody is sure of it (B1). */
export interface Settled {
  readonly type: TicketType;
  readonly problem?: Problem;
  readonly urgency?: Urgency;
  readonly asks: readonly Question[];
}

/**
 * Recognition fills what was not chosen, as far as it is sure; of repairs kind and urgency count, of complaints the subject. What is an
 * emergency for sure is a repair however it was said, and is held up by no question but what is broken where nothing tells; where nobody is
 * sure whether it is one, or the person has called it something for which nobody comes, that is asked.
 */
export function settle(chosen: Chosen, recognised: Recognised | undefined): Settled {
  if (isEmergencyForSure(chosen, recognised)) {
    const problem = chosen.problem ?? recognised?.problem;
    if (problem === undefined) return { type: 'repair', urgency: 'emergency', asks: ['problem'] };
    return { type: 'repair', problem, urgency: 'emergency', asks: [] };
  }
  const sure = recognised?.isSureOf;
  const type = chosen.type ?? (sure?.type ? recognised?.type : undefined);
  const problem = chosen.problem ?? (sure?.problem ? recognised?.problem : undefined);
  const asks: Question[] = [];
  // Without a word recognised it is what the screen's title says.
  if (type === undefined && recognised) asks.push('type');
  const shown = type ?? recognised?.type ?? 'repair';
  if (problem === undefined && hasSubject(shown)) asks.push('problem');
  const urgency = urgencyOf(shown, chosen, recognised);
  if (urgency === undefined) asks.push('urgency');
  const subject = problem ?? (hasSubject(shown) ? undefined : (recognised?.problem ?? 'other'));
  return { type: shown, ...(subject ? { problem: subject } : {}), ...(urgency ? { urgency } : {}), asks };
}

/** What it is called by hand; who calls it something for which nobody comes takes back that it is an emergency. */
export function calledBy(type: TicketType): Chosen {
  return type === 'repair' ? { type } : { type, urgency: undefined };
}

export function hasSubject(type: TicketType): boolean {
  return type === 'repair' || type === 'complaint';
}

/** By hand, whatever it was called before; or recognised, where the hand has said nothing against it. */
function isEmergencyForSure(chosen: Chosen, recognised: Recognised | undefined): boolean {
  if (chosen.urgency) return chosen.urgency === 'emergency';
  const isRepair = chosen.type === undefined || chosen.type === 'repair';
  return isRepair && recognised?.urgency === 'emergency' && recognised.isSureOf.urgency;
}

function urgencyOf(type: TicketType, chosen: Chosen, recognised: Recognised | undefined) {
  const isQuestion = type === 'enquiry' || type === 'suggestion';
  if (chosen.urgency) return isQuestion ? 'enquiry' : chosen.urgency;
  if (type !== 'repair' && recognised?.urgency === 'emergency') return undefined;
  if (isQuestion) return 'enquiry';
  if (type === 'complaint') return 'general';
  const found = recognised?.isSureOf.urgency ? recognised.urgency : undefined;
  // A repair is never a mere question.
  return found === 'enquiry' ? 'general' : found;
}

/** Whom to call before anything is sent: as recognised, or by what the person says it is. */
export function callFirst(
  { problem }: Pick<Settled, 'problem'>,
  recognised: Recognised | undefined,
): '119' | '120' | '110' | undefined {
  return recognised?.callFirst ?? (problem === 'gas' || problem === 'fire' ? '119' : undefined);
}

const numbers = { '119': '消防', '120': '急救', '110': '报警' } as const;
export function callLabel(number: keyof typeof numbers): string {
  return `先打 ${number} ${numbers[number]}`;
}

/** What the company promises for it: 师傅 15 分钟内接单，30 分钟内到. */
export function promiseWords(
  { type, urgency, asks }: Settled,
  { promises }: Pick<ReportForm, 'promises'>,
): string | undefined {
  const of = (tier: Urgency) => promises.find((promise) => promise.urgency === tier);
  if (type !== 'repair') {
    // It may be an emergency: nothing is promised before that is known.
    if (asks.includes('urgency')) return undefined;
    const answer = of('enquiry')?.answer;
    return answer === undefined ? undefined : `客服 ${lengthWords(answer)}内书面答复您`;
  }
  const promise = urgency && of(urgency);
  if (promise?.respond === undefined) return undefined;
  const then =
    promise.arrive === undefined
      ? promise.close === undefined
        ? ''
        : `，${lengthWords(promise.close)}内修好`
      : `，${lengthWords(promise.arrive)}内到`;
  return `师傅 ${lengthWords(promise.respond)}内接单${then}`;
}

/** What can be chosen, the commonest first. */
export const problemsOf: Readonly<Record<TicketType, readonly Problem[]>> = {
  repair: [
    ...(['leak', 'burst', 'drain', 'electrics', 'supply', 'lift', 'door', 'gas', 'fire'] as const),
    ...(['heating', 'lighting', 'wall', 'facility', 'network', 'other'] as const),
  ],
  complaint: [
    ...(['noise', 'cleaning', 'smell', 'parking', 'security', 'fee', 'service', 'lift'] as const),
    ...(['facility', 'building', 'handover', 'planning', 'road', 'school', 'other'] as const),
  ],
  enquiry: [],
  suggestion: [],
};
