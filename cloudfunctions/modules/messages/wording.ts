import type { MessageSubject } from '../../../types/contract/messages';
import { type Day, formatDay } from '../../../types/day';
import { type Fen, fen } from '../../../types/money';
import { formatYuan } from '../../../types/yuan';
import type { MessageIntent, MessageKind } from '../../kernel/message';
import type { TemplateKey } from './templates';

type Words = MessageIntent['words'];

/** How one kind of message is told. */
export interface Wording {
  readonly subject: MessageSubject;
  readonly title: (words: Words) => string;
  readonly detail: (words: Words) => string;
  /** One word for it, at most five characters. */
  readonly result?: string;
  /** Without one, the inbox is all. */
  readonly template?: TemplateKey;
  /** Whom it does not reach, staff must reach otherwise. */
  readonly mustReach?: true;
  /** Says only what its reader has just done and holds a paper of: without an account nobody needs to be called. */
  readonly isReceipt?: true;
}

/** A message in the words people read. */
export interface Worded {
  readonly subject: MessageSubject;
  readonly title: string;
  readonly body: string;
}

export function amountIn({ amount }: Words): Fen | undefined {
  return typeof amount === 'number' ? fen(amount) : undefined;
}

const money = (words: Words) => {
  const amount = amountIn(words);
  return amount === undefined ? '' : formatYuan(amount);
};
/** `10月`, of `2026-10`. */
const month = ({ month: text }: Words) => (text === undefined ? '' : `${Number(String(text).slice(5, 7))}月`);
const bill = (words: Words) => `${month(words)}${words.item ?? '账单'}`;
const said = (text: string) => () => text;

const changed: Readonly<Record<string, (words: Words) => string>> = {
  void: (words) => `${bill(words)}已作废，不用再缴`,
  reissued: (words) => `${bill(words)}已重新出账，现为 ${money(words)}`,
  adjusted: (words) => `${bill(words)}已调整，现为 ${money(words)}`,
};

/** Every kind has its words: the compiler refuses one that has none. */
export const wordings: Readonly<Record<MessageKind, Wording>> = {
  memberJoined: {
    subject: 'home',
    title: said('家里来了新成员'),
    detail: ({ name }) => `${name} 已加入，如不认识可提出异议`,
  },
  memberLeft: { subject: 'home', title: said('有成员退出了房屋'), detail: said('可在成员页查看') },
  membershipEnded: {
    subject: 'home',
    title: said('您已不在这套房屋里'),
    detail: said('如有疑问请联系客服'),
    result: '已移除',
    template: 'decision',
    mustReach: true,
  },
  bindingAsked: {
    subject: 'work',
    title: said('有人申请绑定房屋'),
    detail: ({ place, name }) => `${name ?? '申请人'} 申请 ${place ?? '房屋'}，等您确认`,
    template: 'work',
  },
  bindingApproved: {
    subject: 'home',
    title: said('房屋绑定已通过'),
    detail: said('现在可以查看账单和缴费'),
    result: '已通过',
    template: 'decision',
  },
  bindingRejected: {
    subject: 'home',
    title: said('房屋绑定没有通过'),
    detail: ({ reason }) => String(reason ?? '请联系客服核对'),
    result: '未通过',
    template: 'decision',
    mustReach: true,
  },
  objectionRaised: {
    subject: 'home',
    title: said('有成员提出了异议'),
    detail: ({ reason }) => (reason === undefined ? '客服正在核实，请留意电话' : `原因：${reason}`),
    result: '核实中',
    template: 'decision',
    mustReach: true,
  },
  objectionDecided: {
    subject: 'home',
    title: said('异议有结果了'),
    detail: ({ verdict }) => (verdict === 'leaves' ? '核实后已解除绑定' : '核实后绑定不变'),
    result: '已核实',
    template: 'decision',
    mustReach: true,
  },
  billsDrafted: {
    subject: 'work',
    title: (words) => `${month(words)}账单等您发布`,
    detail: (words) => `${words.bills} 笔共 ${money(words)}，${words.unbillable} 项无法出账`,
    template: 'work',
    mustReach: true,
  },
  billPublished: {
    subject: 'bill',
    title: said('本期账单出来了'),
    detail: (words) => `${month(words)}账单 ${words.bills} 笔，共 ${money(words)}`,
    template: 'bill',
    mustReach: true,
  },
  billChanged: {
    subject: 'bill',
    title: said('账单有变动'),
    detail: (words) => changed[String(words.change)]?.(words) ?? `${bill(words)}现为 ${money(words)}`,
    template: 'bill',
    mustReach: true,
  },
  billQuestioned: {
    subject: 'work',
    title: said('业主对账单有疑问'),
    detail: (words) => `${words.place ?? ''}${bill(words)}，请答复`,
    template: 'work',
    mustReach: true,
  },
  billAnswered: {
    subject: 'bill',
    title: said('账单疑问有答复了'),
    detail: (words) => `${bill(words)} ${money(words)}`,
    template: 'bill',
    mustReach: true,
  },
  paymentReceived: {
    subject: 'payment',
    title: said('缴费成功'),
    detail: (words) => `已收到 ${money(words)}，可查看收据`,
    template: 'payment',
    isReceipt: true,
  },
  moneyReturned: {
    subject: 'refund',
    title: said('有一笔钱退给您'),
    detail: (words) => `${money(words)} ${words.by === 'bank' ? '由银行转账退回' : '原路退回'}`,
    template: 'refund',
    mustReach: true,
  },
  invoiceAsked: {
    subject: 'work',
    title: said('有业主申请发票'),
    detail: ({ place }) => `${place ?? ''}，请开票`,
    template: 'work',
    mustReach: true,
  },
  invoiceReady: {
    subject: 'invoice',
    title: said('电子发票已开好'),
    detail: (words) => `${money(words)}，可在收据里查看`,
    result: '已开票',
    template: 'invoice',
    mustReach: true,
  },
  invoiceTakenBack: {
    subject: 'invoice',
    title: said('电子发票已冲红'),
    detail: (words) => `${money(words)}，原发票作废`,
    result: '已冲红',
    template: 'invoice',
    mustReach: true,
  },
  casesOpened: {
    subject: 'work',
    title: said('对账有差异要处理'),
    detail: ({ count }) => `${count} 笔，请在对账里查看`,
    template: 'work',
    mustReach: true,
  },
  reconciliationFailed: {
    subject: 'work',
    title: said('有一天没能和微信对账'),
    detail: ({ day, failure }) =>
      `${day === undefined ? '' : formatDay(day as Day)} ${failure ?? '请查看'}`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketOffered: {
    subject: 'work',
    title: ({ urgency }) => (urgency === 'emergency' ? '紧急工单，请马上接单' : '有一张工单派给您'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketLate: {
    subject: 'work',
    title: ({ level }) => (level === 1 ? '工单快到时限了' : '有工单超过时限'),
    detail: ({ place, title, clock }) => `${place ?? ''} ${title ?? ''}，${clock ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketUnassigned: {
    subject: 'work',
    title: said('有工单没人能接，请派单'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketStandsStill: {
    subject: 'work',
    title: said('有工单一直暂停，请跟进'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketReassigned: {
    subject: 'work',
    title: said('有一张工单换人了'),
    detail: ({ place, title, name }) => `${place ?? ''} ${title ?? ''}，由${name ?? '同事'}处理`.trim(),
  },
  ticketWaits: {
    subject: 'work',
    title: said('有住户等您答复'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketDisputed: {
    subject: 'work',
    title: said('住户说还没有解决'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  workMoved: {
    subject: 'work',
    title: ({ change }) => `工单${change ?? '有变动'}`,
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  checkFailed: {
    subject: 'work',
    title: said('抽查不合格，请看意见'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketMoved: {
    subject: 'ticket',
    title: ({ change }) => `工单${change ?? '有新进展'}`,
    detail: ({ title, by }) => `${title ?? '工单'}${by === undefined ? '' : `，${by}`}`,
    result: '处理中',
    template: 'ticket',
  },
  ticketFinished: {
    subject: 'ticket',
    title: said('修好了，请您验收'),
    detail: ({ title, hours }) => `${title ?? '工单'}，${hours ?? 72} 小时内没有回复就自动验收`,
    result: '待验收',
    template: 'done',
    mustReach: true,
  },
  appointmentProposed: {
    subject: 'ticket',
    title: said('要改个时间，请您确认'),
    detail: ({ title, when }) => `${title ?? '工单'}，${when ?? '请打开查看'}`,
    result: '待确认',
    template: 'appointment',
    mustReach: true,
  },
  appointmentUnanswered: {
    subject: 'work',
    title: said('约的时间没有人确认'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}，请联系住户`.trim(),
    template: 'work',
    mustReach: true,
  },
  ticketClosed: {
    subject: 'ticket',
    title: said('工单完成，请您评价'),
    detail: ({ title }) => String(title ?? '点开可以评价'),
    result: '已完成',
    template: 'rating',
  },
  ticketAnswered: {
    subject: 'ticket',
    title: said('您的来信有答复了'),
    detail: ({ title }) => String(title ?? '点开查看答复'),
    result: '已答复',
    template: 'ticket',
    mustReach: true,
  },
  contentRefused: {
    subject: 'ticket',
    title: said('有内容没有通过检查'),
    detail: ({ title }) => `${title ?? '工单'}，只有您自己看得到，可以重新补充`,
  },
  poorRating: {
    subject: 'work',
    title: ({ isFinding }) => (isFinding === undefined ? '有一条差评要回访' : '巡更同事给了差评'),
    detail: ({ place, title, stars }) =>
      `${place ?? ''} ${title ?? ''}${stars === undefined ? '' : `，${stars} 星`}`.trim(),
    template: 'work',
    mustReach: true,
  },
  revisitDue: {
    subject: 'work',
    title: said('有一张工单要回访'),
    detail: ({ place, title }) => `${place ?? ''} ${title ?? ''}`.trim(),
    template: 'work',
    mustReach: true,
  },
  planPublished: {
    subject: 'ticket',
    title: said('整改方案出来了'),
    detail: ({ title }) => String(title ?? '点开查看'),
    result: '已整改',
    template: 'ticket',
  },
  shiftBegins: {
    subject: 'work',
    title: said('到上班时间了'),
    detail: said('请打开在岗开关，开始接单'),
    template: 'work',
  },
  handOverWaits: {
    subject: 'work',
    title: said('有一笔交款等您签收'),
    detail: (words) => `${words.name ?? '同事'} 交 ${money(words)}`,
    template: 'work',
    mustReach: true,
  },
};

/** What stands in the inbox. The place leads, where the message is about a home of the reader's. */
export function worded({ kind, words }: Pick<MessageIntent, 'kind' | 'words'>): Worded {
  const { subject, title, detail } = wordings[kind];
  const place = subject === 'work' || !words.place ? '' : `${words.place}，`;
  return { subject, title: title(words), body: `${place}${detail(words)}` };
}
