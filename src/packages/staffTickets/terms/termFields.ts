import type { ServiceTerms } from '../../../../types/contract/ticketDesks';

/** One figure of the terms: where it stands and what it is called. Minutes. */
interface TermField {
  readonly group: keyof ServiceTerms;
  /** Absent: the group is the figure. */
  readonly part?: string;
  readonly name: string;
}

export const termFields: readonly TermField[] = [
  { group: 'emergency', part: 'respond', name: '紧急，接单' },
  { group: 'emergency', part: 'arrive', name: '紧急，到场' },
  { group: 'emergency', part: 'close', name: '紧急，到场后修好' },
  { group: 'emergency', part: 'revisit', name: '紧急，修好后回访' },
  { group: 'general', part: 'respond', name: '一般，接单' },
  { group: 'general', part: 'close', name: '一般，修好' },
  { group: 'enquiry', part: 'answer', name: '咨询建议，答复' },
  { group: 'complaint', part: 'minor', name: '一般投诉，答复' },
  { group: 'complaint', part: 'major', name: '重大投诉，答复' },
  { group: 'complaint', part: 'critical', name: '特大投诉，答复' },
  { group: 'acceptance', name: '没有回应就算验收' },
  { group: 'poorRating', part: 'revisit', name: '差评，客服回访' },
  { group: 'poorRating', part: 'supervisor', name: '差评，主管回访' },
  { group: 'poorRating', part: 'manager', name: '差评，经理回访' },
  { group: 'poorRating', part: 'plan', name: '差评，整改方案' },
  { group: 'offer', part: 'emergency', name: '紧急派单，等多久换人' },
  { group: 'offer', part: 'general', name: '一般派单，等多久换人' },
  { group: 'toManager', part: 'emergency', name: '紧急超时，多久报经理' },
  { group: 'toManager', part: 'general', name: '一般超时，多久报经理' },
];

/** Under which a figure is written. */
export function keyOf({ group, part }: TermField): string {
  return part === undefined ? group : `${group}.${part}`;
}

export function minutesOf(terms: ServiceTerms, { group, part }: TermField): number {
  const value: number | Readonly<Record<string, number>> = terms[group];
  return typeof value === 'number' ? value : (value[part ?? ''] ?? 0);
}

const most = 43_200;
/** Whole minutes up to 30 days; undefined of anything else. */
export function writtenMinutes(text: string): number | undefined {
  const minutes = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return minutes >= 1 && minutes <= most ? minutes : undefined;
}

/** The terms with what was written in them; undefined where a figure is none. */
export function withWritten(
  terms: ServiceTerms,
  written: Readonly<Record<string, string>>,
): ServiceTerms | undefined {
  let next: ServiceTerms = terms;
  for (const field of termFields) {
    const text = written[keyOf(field)];
    if (text === undefined) continue;
    const minutes = writtenMinutes(text);
    if (minutes === undefined) return undefined;
    const { group, part } = field;
    const value = next[group];
    next = { ...next, [group]: typeof value === 'number' || !part ? minutes : { ...value, [part]: minutes } };
  }
  return next;
}
