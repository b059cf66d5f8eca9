import Taro from '@tarojs/taro';
import type { ConsentOccasion, ConsentTemplate } from '../../types/contract/messages';
import { ask, change, newRequestId } from './cloud';

type Answer = 'accept' | 'reject' | 'ban' | 'filter';

/** WeChat asks for five templates at the most at once. */
const mostAtOnce = 5;

/**
 * Asks the person for reminders by WeChat. Call it straight from a tap, whose result the message will carry: `templateIds` are known
 * beforehand (`templatesFor`), because WeChat forgets the tap while one waits. Resolves with how many reminders are left, undefined
 * where nothing was answered.
 */
export async function askConsent(templateIds: readonly string[]): Promise<number | undefined> {
  if (templateIds.length === 0) return undefined;
  try {
    const said = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] });
    const answers = consentOf(said as Readonly<Record<string, unknown>>, templateIds);
    if (answers.length === 0) return undefined;
    const recorded = await change('messages.recordConsent', { answers }, newRequestId());
    if (!recorded.ok) return undefined;
    known = known && afterAnswers(known, answers);
    return recorded.value.reminders;
  } catch {
    // Switched off as a whole in WeChat's settings; the inbox has everything.
    return undefined;
  }
}

/** As the cloud has last said; what is left falls with each reminder that is sent. */
let known: readonly ConsentTemplate[] | undefined;
let knownAt = 0;
/** Milliseconds after which the cloud is asked anew. */
const fresh = 300_000;

/** The templates that a tap at these occasions may ask for, those first of which the person has least; empty without a network. */
export async function templatesFor(
  occasions: readonly ConsentOccasion[],
): Promise<readonly ConsentTemplate[]> {
  if (!known || Date.now() - knownAt > fresh) {
    const templates = await ask('messages.templates', {});
    if (templates.ok) {
      known = templates.value;
      knownAt = Date.now();
    }
  }
  return mostWanted(known ?? [], occasions);
}

/** At most five. */
export function mostWanted(
  templates: readonly ConsentTemplate[],
  occasions: readonly ConsentOccasion[],
): readonly ConsentTemplate[] {
  const wanted = templates.filter((template) => template.occasions.some((each) => occasions.includes(each)));
  return wanted.sort((one, other) => one.remaining - other.remaining).slice(0, mostAtOnce);
}

/** What is left once these were answered: each accepted one is one reminder more. */
export function afterAnswers(
  templates: readonly ConsentTemplate[],
  answers: readonly { readonly templateId: string; readonly answer: Answer }[],
): readonly ConsentTemplate[] {
  return templates.map((template) => {
    const isMore = answers.some(
      ({ templateId, answer }) => templateId === template.templateId && answer === 'accept',
    );
    return isMore ? { ...template, remaining: template.remaining + 1 } : template;
  });
}

/** Has the person told WeChat to keep allowing all of these: then asking shows nothing, and adds one of each. */
export async function isKeptAllowed(templateIds: readonly string[]): Promise<boolean> {
  try {
    const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true });
    const kept = subscriptionsSetting?.itemSettings as Readonly<Record<string, unknown>> | undefined;
    return templateIds.length > 0 && templateIds.every((id) => kept?.[id] === 'accept');
  } catch {
    return false;
  }
}

/** WeChat answers by template id, besides `errMsg`. */
export function consentOf(
  said: Readonly<Record<string, unknown>>,
  templateIds: readonly string[],
): { templateId: string; answer: Answer }[] {
  return templateIds.flatMap((templateId) => {
    const answer = said[templateId];
    return isAnswer(answer) ? [{ templateId, answer }] : [];
  });
}

function isAnswer(answer: unknown): answer is Answer {
  return answer === 'accept' || answer === 'reject' || answer === 'ban' || answer === 'filter';
}
