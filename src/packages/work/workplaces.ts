import type { MyPost } from '../../../types/contract/people';
import type { Duty } from '../../../types/role';
import { pages } from '../../services/routes';
import type { IconName } from '../../theme/iconNames';

/** Something a member of staff does in the mini-program, and where. */
export interface Workplace {
  readonly title: string;
  readonly line: string;
  readonly icon: IconName;
  readonly page: string;
  /** Any of these duties has it; the cloud decides, this only shows what would not be refused. */
  readonly duties: readonly Duty[];
}

export const workplaces: readonly Workplace[] = [
  {
    title: '我的工单',
    line: '接单、签到、修好请业主验收',
    icon: 'wrench',
    page: pages.workQueue,
    duties: ['engineer', 'guard'],
  },
  {
    title: '客服台',
    line: '紧急工单、该回访的、等答复的，电话来的记一条',
    icon: 'messages',
    page: pages.customerDesk,
    duties: ['customerService'],
  },
  {
    title: '主管看板',
    line: '超时改派、谁忙谁闲、派单抽查',
    icon: 'services',
    page: pages.supervisorBoard,
    duties: ['supervisor', 'projectManager'],
  },
  {
    title: '工单月报',
    line: '时限、一次修好、满意度、投诉',
    icon: 'document',
    page: pages.ticketMonth,
    duties: ['supervisor', 'projectManager'],
  },
  {
    title: '排班',
    line: '维修工、保安、客服和主管一周的班次',
    icon: 'clock',
    page: pages.roster,
    duties: ['supervisor'],
  },
  {
    title: '服务时限',
    line: '接单、到场、修好、答复各多久，楼栋怎么排',
    icon: 'settings',
    page: pages.serviceTerms,
    duties: ['projectManager'],
  },
  {
    title: '问答库',
    line: '业主常问的和标准答案',
    icon: 'question',
    page: pages.knowledge,
    duties: ['customerService', 'supervisor'],
  },
  {
    title: '财务台',
    line: '收缴率、欠费、今天到账、对账差异',
    icon: 'card',
    page: pages.desk,
    duties: ['finance', 'projectManager'],
  },
  {
    title: '出账',
    line: '每月账单：出账、核对、发布',
    icon: 'receipt',
    page: pages.billRuns,
    duties: ['finance'],
  },
  {
    title: '收款',
    line: '现金、刷卡、转账，当面出收据',
    icon: 'cash',
    page: pages.counter,
    duties: ['finance', 'customerService'],
  },
  { title: '交款签收', line: '同事交来的现金', icon: 'check', page: pages.handOvers, duties: ['finance'] },
  { title: '开票', line: '业主申请的电子发票', icon: 'document', page: pages.invoices, duties: ['finance'] },
  {
    title: '账单疑问',
    line: '业主问的账单，答复后恢复缴费',
    icon: 'question',
    page: pages.questions,
    duties: ['finance', 'customerService'],
  },
  {
    title: '绑定申请',
    line: '核对身份，同意或退回',
    icon: 'family',
    page: pages.bindings,
    duties: ['customerService'],
  },
  {
    title: '成员异议',
    line: '核实后决定留下或移出',
    icon: 'alert',
    page: pages.objections,
    duties: ['customerService'],
  },
  {
    title: '没通知到的人',
    line: '消息没有送达，换个方式告知',
    icon: 'phone',
    page: pages.notReached,
    duties: ['customerService', 'finance'],
  },
  {
    title: '导入资料',
    line: '房屋、住户、收费、读数，从表格导入',
    icon: 'upload',
    page: pages.imports,
    duties: ['finance', 'customerService'],
  },
];

/** What somebody with this post finds on the work page. */
export function workplacesOf({ duties }: Pick<MyPost, 'duties'>): readonly Workplace[] {
  return workplaces.filter((place) => place.duties.some((duty) => duties.includes(duty)));
}

export const dutyNames: Readonly<Record<Duty, string>> = {
  customerService: '客服',
  engineer: '维修工',
  guard: '保安',
  finance: '财务',
  supervisor: '主管',
  projectManager: '项目经理',
  committee: '业委会',
};
