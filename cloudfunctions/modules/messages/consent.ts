import type { consentAnswers } from '../../../types/contract/messages';
import { limits } from '../../kernel/limits';
import { type Consent, consentId } from './messagesStore';
import type { TemplateKey } from './templates';

export type ConsentAnswer = (typeof consentAnswers)[number];

/**
 * What is known of a person's consent after WeChat's answer: an accepted request is exactly one reminder more, without expiry. A
 * refusal takes nothing of what was agreed before. Undefined where nothing changes.
 */
export function afterAnswer(
  before: Consent | undefined,
  {
    openid,
    template,
    answer,
  }: { readonly openid: string; readonly template: TemplateKey; readonly answer: ConsentAnswer },
): Omit<Consent, 'version'> | undefined {
  const { remaining, isBanned } = before ?? { remaining: 0, isBanned: false };
  const consent = { _id: consentId(openid, template), openid, template };
  if (answer === 'accept')
    return { ...consent, remaining: Math.min(remaining + 1, limits.remindersKept), isBanned: false };
  return answer === 'ban' && !isBanned ? { ...consent, remaining, isBanned: true } : undefined;
}

/** How many reminders WeChat may still bring, all templates together. */
export function reminders(consents: readonly Consent[]): number {
  return consents.reduce((sum, { remaining, isBanned }) => sum + (isBanned ? 0 : remaining), 0);
}
