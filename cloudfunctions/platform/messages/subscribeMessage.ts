import { sdk } from '../sdk';

/** A reminder on the person's WeChat (订阅消息). */
export interface Reminder {
  readonly openid: string;
  readonly templateId: string;
  /** Fields of the template, each within WeChat's limits. */
  readonly fields: Readonly<Record<string, string>>;
  /** With its query, without a leading slash. */
  readonly page?: string;
}

export type ReminderOutcome =
  | { readonly kind: 'sent' }
  /** 43101: no consent is left, or the main switch is off. */
  | { readonly kind: 'noConsent' }
  /** 43107: WeChat has banned the template for this person, or us. */
  | { readonly kind: 'banned' }
  /** 40003: no such person in this mini-program. */
  | { readonly kind: 'nobody' }
  /** 41030: the released mini-program has no such page. */
  | { readonly kind: 'noPage' }
  /** 47003, 45168, 40037: a field, a word or the template is refused. Ours to mend; the same again helps nobody. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** 43108 (two at once to one person), limits, no answer: later. */
  | { readonly kind: 'later'; readonly reason: string };

type SimpleKind = 'noConsent' | 'banned' | 'nobody' | 'noPage';
const simple = new Map<number, SimpleKind>([
  [43101, 'noConsent'],
  [43107, 'banned'],
  [40003, 'nobody'],
  [41030, 'noPage'],
]);
const refusals = new Set([40037, 43104, 45168, 47003]);

/** Asks WeChat to remind somebody once. Never throws. Uses one consent where it was sent. */
export async function sendReminder({ openid, templateId, fields, page }: Reminder): Promise<ReminderOutcome> {
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
  try {
    const send = sdk().openapi.subscribeMessage?.send;
    if (!send) throw new Error('the SDK has no subscribeMessage.send');
    const answer = await send({ touser: openid, templateId, data, ...(page === undefined ? {} : { page }) });
    return outcomeOf(Number(answer.errCode ?? 0), String(answer.errMsg ?? ''));
  } catch (error) {
    const { errCode, errMsg, message } = error as { errCode?: number; errMsg?: string; message?: string };
    return outcomeOf(Number(errCode ?? -1) || -1, errMsg ?? message ?? String(error));
  }
}

function outcomeOf(code: number, words: string): ReminderOutcome {
  if (code === 0) return { kind: 'sent' };
  const kind = simple.get(code);
  if (kind) return { kind };
  const reason = `${code} ${words}`;
  return { kind: refusals.has(code) ? 'refused' : 'later', reason };
}
