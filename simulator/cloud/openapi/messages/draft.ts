import { type OpenCall, WeChatRefusal } from '../api';
import { isPage } from '../app';
import { checkField, labelText } from './fields';
import type { DeliveredMessage } from './outbox';
import type { Template } from './request';

/** A message that is right in form; whether the user wants it is another question. */
export type Draft = Pick<
  DeliveredMessage,
  'openid' | 'title' | 'fields' | 'data' | 'page' | 'lang' | 'miniprogramState'
> & {
  readonly template: Template;
};

export interface Surroundings {
  readonly templates: readonly Template[];
  readonly pages: readonly string[] | undefined;
  isUser(openid: string): boolean;
}

const states = ['formal', 'trial', 'developer'];
const languages = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/** Checks the arguments of `subscribeMessage.send`. The order of the checks is a [guess]; the codes are documented. */
export function readDraft(args: OpenCall['args'], { templates, pages, isUser }: Surroundings): Draft {
  const template = templates.find(({ id }) => id === args.template_id);
  if (!template) throw new WeChatRefusal(40037, 'invalid template_id');
  const openid = args.touser;
  if (typeof openid !== 'string' || !isUser(openid)) throw new WeChatRefusal(40003, 'invalid openid');
  return {
    template,
    openid,
    title: template.title,
    ...readPage(args.page, pages),
    lang: choice(args, 'lang', languages),
    miniprogramState: choice(args, 'miniprogram_state', states),
    ...readData(args.data, template),
  };
}

function readPage(page: unknown, pages: readonly string[] | undefined): { page?: string } {
  if (page === undefined || page === null || page === '') return {};
  if (typeof page !== 'string' || !isPage(page, pages)) throw new WeChatRefusal(41030, 'invalid page');
  return { page };
}

/** The first of `allowed` stands for nothing said. */
function choice(args: OpenCall['args'], name: string, allowed: readonly string[]): string {
  const value = args[name] ?? allowed[0];
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw invalidArgument(`${name} invalid`);
}

function readData(data: unknown, template: Template): Pick<Draft, 'fields' | 'data'> {
  const given = isRecord(data) ? data : {};
  for (const key of Object.keys(given))
    if (!Object.hasOwn(template.fields, key)) throw invalidArgument(`data.${key}.value invalid`);
  const fields = Object.entries(template.fields).map(([key, label]) => ({
    key,
    label: labelText(label),
    value: readValue(key, label, given[key]),
  }));
  return { fields, data: Object.fromEntries(fields.map(({ key, value }) => [key, value])) };
}

function readValue(key: string, label: string, given: unknown): string {
  const value = isRecord(given) ? given.value : undefined;
  const verdict = checkField(key, value, label);
  if (verdict === 'ok' && typeof value === 'string') return value;
  throw invalidArgument(verdict === 'empty' ? `data.${key}.value is empty` : `data.${key}.value invalid`);
}

/** [measured] The text names the field: `argument invalid! data.thing5.value invalid`. */
function invalidArgument(what: string): WeChatRefusal {
  return new WeChatRefusal(47003, `argument invalid! ${what}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
