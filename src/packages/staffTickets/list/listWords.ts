import type { InputOf } from '../../../../types/contract';
import { type Day, formatMonth, type Month } from '../../../../types/day';
import type { ComplaintGrade, Problem } from '../../../../types/ticket';
import {
  type DayFigure,
  type DeskList,
  dayFigures,
  deskLists,
  type Figure,
  figures,
  type SummedClock,
  type Tier,
} from '../../../../types/ticketFigures';
import { clockNames, gradeNames, problemNames, typeNames, urgencyNames } from '../../../words/tickets';
import { nearDayWords } from '../../../words/timeWords';

/** A list of the desks with what it is filtered by, as a page is opened with it: every figure opens exactly the tickets it counts. */
export interface Wanted {
  readonly which: DeskList | Figure | DayFigure;
  readonly month?: string;
  readonly day?: string;
  readonly building?: string;
  readonly staffId?: string;
  /** Of the member of staff, for the words. */
  readonly name?: string;
}

interface ListWords {
  readonly title: string;
  readonly none: string;
  readonly line: string;
}

const nowLists: Readonly<Record<DeskList, ListWords>> = {
  open: { title: '没办完的工单', none: '工单都办完了', line: '新报的工单会列在这里，到办完为止。' },
  openTasks: {
    title: '没办完的关联任务',
    none: '关联任务都办完了',
    line: '一件事要别的岗位配合时开出的任务，会列在这里。',
  },
  inHands: { title: '手上的工单', none: '手上没有工单', line: '派到手上还没修完的会列在这里。' },
  late: {
    title: '超时的工单',
    none: '没有超时的工单',
    line: '过了接单、到场、修好或答复时限的，会列在这里。',
  },
  emergencies: {
    title: '紧急工单',
    none: '现在没有紧急工单',
    line: '漏水、困人、燃气这类会列在这里，跟到回访为止。',
  },
  openEmergencies: {
    title: '没办完的紧急工单',
    none: '紧急工单都办完了',
    line: '漏水、困人、燃气这类会列在这里，到办完为止。',
  },
  inbox: { title: '收件箱', none: '没有等答复的', line: '投诉、咨询和建议会列在这里，答复后移出。' },
  revisits: {
    title: '该回访的',
    none: '没有该回访的',
    line: '紧急工单修好后、业主给了差评后，要打电话回访。',
  },
  ratingCalls: {
    title: '打电话问满意度的',
    none: '没有要问满意度的',
    line: '没有微信的住户报的事办完以后，要打电话问问满不满意。',
  },
  afterChecks: {
    title: '事后抽查',
    none: '没有要抽查的',
    line: '系统派的单会抽一部分；紧急超时的、到场没有扫码的，每单都请您看。',
  },
  closed: { title: '已办完的工单', none: '还没有办完的工单', line: '验收或答复完成的会列在这里。' },
};

const otherFigures: Readonly<Record<string, string>> = {
  reported: '报来的工单',
  tasks: '关联任务',
  tasksDone: '办完的关联任务',
  tasksLate: '没赶上时限的关联任务',
  done: '已办完的工单',
  fixedFirst: '一次修好的报修',
  returned: '返修过的报修',
  rated: '业主评价过的',
  poor: '差评（两星及以下）',
  escalated: '升级过的投诉',
  answered: '该答复的投诉',
  answeredLate: '没按时答复的投诉',
  kept: '时限都赶上的',
  missed: '有时限没赶上的',
};

export const tierNames: Readonly<Record<Tier, string>> = {
  emergency: urgencyNames.emergency,
  general: urgencyNames.general,
  complaint: typeNames.complaint,
  enquiry: typeNames.enquiry,
  suggestion: typeNames.suggestion,
};

/** What a list is called, without its period: 漏水, 噪音投诉, 紧急接单没赶上的. */
export function figureName(which: Wanted['which']): string {
  if (isNowList(which)) return nowLists[which].title;
  const [kind = '', of = '', clock = ''] = which.split('-');
  if (kind === 'problem') return `${problemNames[of as Problem]}工单`;
  if (kind === 'subject') return `${problemNames[of as Problem]}投诉`;
  if (kind === 'grade') return `${gradeNames[of as ComplaintGrade]}投诉`;
  if (kind === 'stars') return `${of} 星评价`;
  const promise = `${tierNames[of as Tier]}${clockNames[clock as SummedClock]}`;
  if (kind === 'clock') return `${promise}时限`;
  if (kind === 'late') return `${promise}没赶上的`;
  return otherFigures[which] ?? '';
}

/** The list in words, its filters with it: 2026年11月，张建国，已办完的工单. */
export function filterWords({ which, month, day, building, name }: Wanted, today: Day): string {
  const period = month ? formatMonth(month as Month) : day ? nearDayWords(day as Day, today) : undefined;
  const place = building === undefined ? undefined : building || '公共区域';
  return [period, place, name, figureName(which)].filter(Boolean).join('，');
}

/** What stands on the page where nothing is in the list. */
export function emptyWords(wanted: Wanted): Pick<ListWords, 'none' | 'line'> {
  const { which, building, staffId } = wanted;
  if (isNowList(which) && building === undefined && staffId === undefined) return nowLists[which];
  return { none: '没有这样的工单', line: '返回上一页，可以看别的数字。' };
}

/** What the cloud is asked; what is open where the page was opened with nothing it knows. */
export function inputOf(communityId: string, wanted: Wanted): InputOf<'ticketWork.list'> {
  const { which, month, day, building, staffId } = wanted;
  const of = { communityId, ...(staffId === undefined ? {} : { staffId }) };
  if (isNowList(which)) return { ...of, which, ...(building === undefined ? {} : { building }) };
  if (isDayFigure(which)) return day ? { ...of, which, day } : { ...of, which: 'open' };
  if (month) return { ...of, which, month };
  return day ? { ...of, which, day } : { ...of, which: 'open' };
}

/** As the address of the page says it. */
export function wantedOf(parameters: Readonly<Record<string, string | undefined>>): Wanted {
  const { which: asked, month, day, building, staffId, name } = parameters;
  const which = [...deskLists, ...figures, ...dayFigures].find((one) => one === asked) ?? 'open';
  const given = { month, day, building, staffId, name };
  const there = Object.entries(given).filter(([, value]) => value !== undefined);
  return { which, ...(Object.fromEntries(there) as Omit<Wanted, 'which'>) };
}

function isNowList(which: Wanted['which']): which is DeskList {
  return deskLists.some((one) => one === which);
}

function isDayFigure(which: Wanted['which']): which is DayFigure {
  return dayFigures.some((one) => one === which);
}
