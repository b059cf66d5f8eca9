import type { ConsentOccasion } from '../../../types/contract/messages';
import { fieldText, type Gap } from './fields';

/** What a template can show. Which of its fields shows what differs from account to account. */
export type GapName = 'place' | 'title' | 'detail' | 'amount' | 'result' | 'at';
export type Gaps = Readonly<Record<GapName, Gap>>;

export const templateKeys = [
  'bill',
  'payment',
  'refund',
  'invoice',
  'decision',
  'ticket',
  'appointment',
  'done',
  'rating',
  'work',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

export interface Template {
  readonly id: string;
  readonly title: string;
  /** Gap → field of the template. */
  readonly fields: Partial<Readonly<Record<GapName, string>>>;
  readonly occasions: readonly ConsentOccasion[];
}

/** As the simulator has them, and as one chooses them in WeChat's library; ids and fields of an account come from MESSAGE_TEMPLATES. */
const ours: Readonly<Record<TemplateKey, Template>> = {
  bill: {
    id: 'nuanlin-bill',
    title: '账单通知',
    fields: { place: 'thing1', detail: 'thing2', amount: 'amount3' },
    occasions: ['paid', 'inbox'],
  },
  payment: {
    id: 'nuanlin-payment',
    title: '缴费成功通知',
    fields: { place: 'thing1', amount: 'amount2', at: 'time3' },
    occasions: ['inbox'],
  },
  refund: {
    id: 'nuanlin-refund',
    title: '退款通知',
    fields: { place: 'thing1', amount: 'amount2', detail: 'thing3' },
    occasions: ['paid', 'inbox'],
  },
  invoice: {
    id: 'nuanlin-invoice',
    title: '开票结果通知',
    fields: { place: 'thing1', amount: 'amount2', result: 'phrase3' },
    occasions: ['invoiceAsked'],
  },
  decision: {
    id: 'nuanlin-decision',
    title: '审核结果通知',
    fields: { place: 'thing1', result: 'phrase2', detail: 'thing3' },
    occasions: ['bindingAsked', 'inbox'],
  },
  ticket: {
    id: 'nuanlin-ticket',
    title: '工单进度通知',
    fields: { title: 'thing1', result: 'phrase2', detail: 'thing3', at: 'time4' },
    occasions: ['reported', 'inbox'],
  },
  // Templates of their own: one consent is one reminder, and what happens on the way must not use up those the owner has to answer.
  appointment: {
    id: 'nuanlin-appointment',
    title: '上门时间变更提醒',
    fields: { title: 'thing1', detail: 'thing2', at: 'time3' },
    occasions: ['reported', 'inbox'],
  },
  done: {
    id: 'nuanlin-done',
    title: '维修完成通知',
    fields: { title: 'thing1', result: 'phrase2', detail: 'thing3', at: 'time4' },
    occasions: ['reported', 'inbox'],
  },
  rating: {
    id: 'nuanlin-rating',
    title: '服务评价提醒',
    fields: { title: 'thing1', result: 'phrase2', detail: 'thing3', at: 'time4' },
    occasions: ['reported', 'inbox'],
  },
  work: {
    id: 'nuanlin-work',
    title: '待办提醒',
    fields: { title: 'thing1', detail: 'thing2', at: 'time3' },
    occasions: ['work'],
  },
};

const labels: Readonly<Record<GapName, string>> = {
  place: '房屋',
  title: '事项',
  detail: '说明',
  amount: '金额',
  result: '结果',
  at: '时间',
};

type Override = Partial<Pick<Template, 'id' | 'fields'>>;

/**
 * The template as this account has it. MESSAGE_TEMPLATES is JSON: `{"bill": {"id": "…", "fields": {"place": "thing4", …}}}`; a
 * template it leaves out is as the simulator has it.
 */
export function templateOf(key: TemplateKey): Template {
  const overrides = JSON.parse(process.env.MESSAGE_TEMPLATES || '{}') as Partial<
    Record<TemplateKey, Override>
  >;
  return { ...ours[key], ...overrides[key] };
}

/** The fields of one reminder, each in the form WeChat takes. */
export function fieldsOf({ fields }: Template, gaps: Gaps): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([gap, field]) => [field, fieldText(field, gaps[gap as GapName])]),
  );
}

/** What the build writes to dist/environment.json, as one chooses templates in WeChat's console. */
export const declaredTemplates = templateKeys.map((key) => {
  const { id, title, fields } = ours[key];
  const named = Object.entries(fields).map(([gap, field]) => [field, labels[gap as GapName]]);
  return { id, title, type: 'once' as const, fields: Object.fromEntries(named) as Record<string, string> };
});
