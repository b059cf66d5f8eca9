import type { ServiceTerms } from '../../../../types/contract/ticketDesks';

/** One figure of the terms: where it stands and what it is called among those of its group. Minutes. */
export interface TermField {
  readonly group: Exclude<keyof ServiceTerms, 'buildingRows'>;
  /** Absent: the group is the figure. */
  readonly part?: string;
  readonly name: string;
}

/** What belongs together, in the order of a ticket's life. */
export const termGroups: readonly { readonly name: string; readonly fields: readonly TermField[] }[] = [
  {
    name: '紧急',
    fields: [
      { group: 'emergency', part: 'respond', name: '接单' },
      { group: 'emergency', part: 'arrive', name: '到场' },
      { group: 'emergency', part: 'close', name: '到场后修好' },
      { group: 'emergency', part: 'revisit', name: '修好后回访' },
    ],
  },
  {
    name: '一般报修',
    fields: [
      { group: 'general', part: 'respond', name: '接单' },
      { group: 'general', part: 'close', name: '修好' },
      { group: 'acceptance', name: '没有回应算验收' },
    ],
  },
  {
    name: '答复',
    fields: [
      { group: 'enquiry', part: 'answer', name: '咨询、建议' },
      { group: 'complaint', part: 'minor', name: '一般投诉' },
      { group: 'complaint', part: 'major', name: '重大投诉' },
      { group: 'complaint', part: 'critical', name: '特大投诉' },
    ],
  },
  {
    name: '差评以后',
    fields: [
      { group: 'poorRating', part: 'revisit', name: '客服回访' },
      { group: 'poorRating', part: 'supervisor', name: '主管回访' },
      { group: 'poorRating', part: 'manager', name: '经理回访' },
      { group: 'poorRating', part: 'plan', name: '整改方案' },
    ],
  },
  {
    name: '派出去没人回应，多久换人',
    fields: [
      { group: 'offer', part: 'emergency', name: '紧急' },
      { group: 'offer', part: 'general', name: '一般' },
    ],
  },
  {
    name: '超时多久报经理',
    fields: [
      { group: 'toManager', part: 'emergency', name: '紧急' },
      { group: 'toManager', part: 'general', name: '一般' },
    ],
  },
];

/** Every figure there is. */
export const termFields: readonly TermField[] = termGroups.flatMap(({ fields }) => fields);

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
