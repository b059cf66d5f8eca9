import type { TicketView } from '../../../../types/contract/tickets';

/** What a desk does to a ticket, the most pressing first: the first one that may be done is the screen's primary action. */
const acts = {
  'tickets.answer': '书面答复',
  'ticketWork.revisit': '记回访',
  'ticketWork.plan': '写整改方案',
  'ticketWork.afterCheck': '抽查派单',
  'ticketWork.override': '改派',
  'tickets.grade': '投诉定级',
  'tickets.correct': '更正类型',
  'tickets.cancel': '取消工单',
} as const;
export type CaseAct = keyof typeof acts;

/** What this reader may do now, in the order of the screen. */
export function actsOf({ can }: Pick<TicketView, 'can'>): readonly CaseAct[] {
  return (Object.keys(acts) as CaseAct[]).filter((act) => can.includes(act));
}

export function actName(act: CaseAct): string {
  return acts[act];
}
