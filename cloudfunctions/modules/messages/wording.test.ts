import type { Instant } from '../../../types/day';
import type { MessageKind } from '../../kernel/message';
import { pagePath } from './pages';
import { gapsOf } from './remind';
import { declaredTemplates, fieldsOf, templateKeys, templateOf } from './templates';
import { worded, wordings } from './wording';

const place = '3栋2单元1201';
const at = Date.parse('2026-11-10T09:05:00+08:00') as Instant;
const kinds = Object.keys(wordings) as MessageKind[];
const words = {
  place,
  name: '王*',
  month: '2026-10',
  item: '物业费',
  amount: 130_460,
  bills: 3,
  unbillable: 2,
  count: 2,
  change: 'void',
  reason: '房号不对',
  verdict: 'leaves',
  day: '2026-11-10',
  failure: '三天没有取到微信账单',
};

test('what people read, in plain words', () => {
  const of = (kind: MessageKind, more: object = {}) => worded({ kind, words: { ...words, ...more } });
  expect(of('billPublished')).toEqual({
    subject: 'bill',
    title: '本期账单出来了',
    body: '3栋2单元1201，10月账单 3 笔，共 ¥1,304.60',
  });
  expect(of('paymentReceived').body).toBe('3栋2单元1201，已收到 ¥1,304.60，可查看收据');
  expect(of('billChanged').body).toBe('3栋2单元1201，10月物业费已作废，不用再缴');
  expect(of('billChanged', { change: 'adjusted' }).body).toContain('已调整，现为 ¥1,304.60');
  expect(of('bindingRejected').body).toBe('3栋2单元1201，房号不对');
  expect(of('objectionDecided').body).toContain('已解除绑定');
  expect(of('bindingAsked').body).toBe('王* 申请 3栋2单元1201，等您确认');
  expect(of('ticketFinished', { title: '漏水', hours: 96 }).body).toContain(
    '漏水，96 小时内没有回复就自动验收',
  );
  expect(of('moneyReturned').body).toContain('原路退回');
  expect(of('moneyReturned', { by: 'bank' }).body).toContain('由银行转账退回');
  expect(of('reconciliationFailed').body).toBe('2026年11月10日 三天没有取到微信账单');
  expect(of('billsDrafted').title).toBe('10月账单等您发布');
});

test.each(kinds)('%s: nothing undefined, no shouting, whatever words are missing', (kind) => {
  for (const given of [words, {}]) {
    const { title, body } = worded({ kind, words: given });
    expect(title).not.toBe('');
    if (given === words) expect(`${title}${body}`).not.toMatch(/undefined|NaN|null/);
    expect(`${title}${body}`).not.toMatch(/[!！]|亲/);
  }
});

test.each(kinds.filter((kind) => wordings[kind].template))('%s fills every field of its template', (kind) => {
  const template = templateOf(wordings[kind].template ?? 'work');
  const filled = fieldsOf(template, gapsOf({ kind, words }, at));
  expect(Object.keys(filled).sort()).toEqual(Object.values(template.fields).sort());
  for (const [field, text] of Object.entries(filled)) {
    expect(text).not.toMatch(/undefined|NaN/);
    if (field.startsWith('amount')) expect(text).toBe('¥1304.60');
    if (field.startsWith('phrase')) expect([...text].length).toBeLessThanOrEqual(5);
  }
});

test('a template’s id and fields are the account’s where it has its own', () => {
  process.env.MESSAGE_TEMPLATES = '{"bill": {"id": "real", "fields": {"amount": "amount7"}}}';
  expect(templateOf('bill')).toMatchObject({ id: 'real', title: '账单通知', fields: { amount: 'amount7' } });
  expect(templateOf('work').id).toBe('nuanlin-work');
  delete process.env.MESSAGE_TEMPLATES;
  expect(declaredTemplates.map(({ title }) => title)).toHaveLength(new Set(templateKeys).size);
});

test.each([
  ['receipt?orderId=1', 'packages/bills/receipt/index?orderId=1'],
  ['objections?homeId=1&place=3', 'packages/work/members/index?homeId=1&place=3'],
  ['home', 'pages/home/index'],
  ['workTicket?ticketId=1', 'packages/staffTickets/work/index?ticketId=1'],
  ['deskTicket?ticketId=1', 'packages/staffTickets/case/index?ticketId=1'],
  ['packages/bills/receipt/index?orderId=1', 'packages/bills/receipt/index?orderId=1'],
  ['billRun?billRunId=1', undefined],
  [undefined, undefined],
])('page %s', (page, path) => {
  expect(pagePath(page)).toBe(path);
});
