import type { TicketView } from '../../../../types/contract/tickets';
import type { ComplaintGrade } from '../../../../types/ticket';
import { gradeNames } from '../../../words/tickets';

/** What waits to be done: the first of these that may be done is the screen's primary action. */
const pressing = {
  'tickets.answer': '书面答复',
  'ticketWork.revisit': '记回访',
  'ticketWork.takeRating': '记评价',
  'ticketWork.plan': '写整改方案',
  'ticketWork.afterCheck': '事后抽查',
  'tickets.confirmAppointment': '业主同意时间了',
} as const;

/** What may be done besides. Whoever has no WeChat says it on the phone, and the desk writes it down. */
const besides = {
  'tickets.add': '补记业主说的',
  'ticketWork.giveUpRating': '评价问不到',
  'ticketWork.override': '改派',
  'tickets.rejectWork': '业主说还没修好',
  'tickets.judgeAnswer': '业主说没有解决',
  'tickets.grade': '投诉定级',
  'tickets.correct': '更正类型',
  'tickets.cancel': '取消工单',
} as const;

const acts = { ...pressing, ...besides };
export type CaseAct = keyof typeof acts;

/** What this reader may do now, in the order of the screen: at most one stands out. */
export function actsOf({ can }: Pick<TicketView, 'can'>): {
  readonly first?: CaseAct;
  readonly others: readonly CaseAct[];
} {
  const all = (Object.keys(acts) as CaseAct[]).filter((act) => can.includes(act));
  const first = all.find((act) => act in pressing);
  return { ...(first ? { first } : {}), others: all.filter((act) => act !== first) };
}

export function actName(act: CaseAct): string {
  return acts[act];
}

/** 特大（按内容自动判断，请核定） while nobody has graded it. */
export function gradeWords(grade: ComplaintGrade, isSuggested: boolean | undefined): string {
  return isSuggested ? `${gradeNames[grade]}（按内容自动判断，请核定）` : gradeNames[grade];
}
