import type { NotReachedReason } from '../../../types/contract/messages';
import type { MessageIntent } from '../../kernel/message';
import type { Ports } from '../../kernel/ports';
import { is, readById } from '../../platform/database';
import { addTo, changeWhere } from '../../platform/messages/directWrites';
import { type Reminder, type ReminderOutcome, sendReminder } from '../../platform/messages/subscribeMessage';
import type { Outgoing } from '../../platform/systemStore';
import { type Consent, consentId, consents } from './messagesStore';
import { pagePath } from './pages';
import { fieldsOf, type Gaps, type TemplateKey, templateOf } from './templates';
import { amountIn, worded, wordings } from './wording';

/** How the attempt to remind one person ended. */
export type Reminded =
  | { readonly kind: 'reached' }
  | { readonly kind: 'notReached'; readonly reason: NotReachedReason }
  | { readonly kind: 'later' };

/** Reminds one person on WeChat, where there is consent; counts it down, and believes WeChat where it knows of none. */
export async function remind(
  openid: string,
  intent: MessageIntent,
  { at }: Pick<Outgoing, 'at'>,
  ports: Ports,
): Promise<Reminded> {
  const { template } = wordings[intent.kind];
  if (!template) return { kind: 'reached' };
  const consent = await readById(consents, consentId(openid, template));
  if (consent?.isBanned) return { kind: 'notReached', reason: 'refused' };
  if (!consent || consent.remaining < 1) return { kind: 'notReached', reason: 'noConsent' };
  const outcome = await send(reminderOf(openid, intent, template, at));
  return settled(outcome, consent, ports);
}

function reminderOf(openid: string, intent: MessageIntent, key: TemplateKey, at: Outgoing['at']): Reminder {
  const template = templateOf(key);
  const page = pagePath(intent.page);
  const fields = fieldsOf(template, gapsOf(intent, at));
  return { openid, templateId: template.id, fields, ...(page === undefined ? {} : { page }) };
}

export function gapsOf(intent: Pick<MessageIntent, 'kind' | 'words'>, at: Outgoing['at']): Gaps {
  const { kind, words } = intent;
  const amount = amountIn(words);
  return {
    place: String(words.place ?? ''),
    title: worded(intent).title,
    detail: wordings[kind].detail(words),
    amount: amount === undefined ? '' : { fen: amount },
    result: wordings[kind].result ?? '',
    at: { at },
  };
}

/** A page that the released version does not have yet must not keep the message back. */
async function send({ page, ...reminder }: Reminder): Promise<ReminderOutcome> {
  const outcome = await sendReminder({ ...reminder, ...(page === undefined ? {} : { page }) });
  return outcome.kind === 'noPage' ? sendReminder(reminder) : outcome;
}

async function settled(outcome: ReminderOutcome, consent: Consent, ports: Ports): Promise<Reminded> {
  // Where the person has agreed to more meanwhile, that stands; WeChat will be asked again the next time.
  const counted = (fields: Partial<Consent>) =>
    changeWhere(consents, { _id: consent._id, version: consent.version }, fields);
  const log = (reason: string) =>
    ports.log({ level: 'warning', what: 'reminder', facts: { template: consent.template, reason } });
  switch (outcome.kind) {
    case 'sent':
      await addTo(consents, { _id: consent._id, remaining: is.above(0) }, 'remaining', -1);
      return { kind: 'reached' };
    case 'noConsent':
      await counted({ remaining: 0 });
      return { kind: 'notReached', reason: 'noConsent' };
    case 'banned':
      await counted({ isBanned: true });
      return { kind: 'notReached', reason: 'refused' };
    case 'nobody':
      return { kind: 'notReached', reason: 'noAccount' };
    case 'later':
      log(outcome.reason);
      return { kind: 'later' };
    default:
      log('reason' in outcome ? outcome.reason : outcome.kind);
      return { kind: 'notReached', reason: 'failed' };
  }
}
