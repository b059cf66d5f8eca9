import Taro from '@tarojs/taro';
import type { ConsentOccasion, ConsentTemplate } from '../../types/contract/messages';
import { ask, change, newRequestId } from './cloud';

type Answer = 'accept' | 'reject' | 'ban' | 'filter';

/** WeChat asks for three templates at the most at once. */
const mostAtOnce = 3;

/**
 * Asks the person for reminders by WeChat. Call it straight from a tap, whose result the message will carry: `templateIds` are known
 * beforehand (`templatesFor`), because WeChat forgets the tap while one waits. Resolves with how many reminders are left, undefined
 * where nothing was answered.
 */
export async function askConsent(templateIds: readonly string[]): Promise<number | undefined> {
  if (templateIds.length === 0) return undefined;
  try {
    const said = await Taro.requestSubscribeMessage({
      tmplIds: templateIds.slice(0, mostAtOnce),
      entityIds: [],
    });
    const answers = consentOf(said as Readonly<Record<string, unknown>>, templateIds);
    if (answers.length === 0) return undefined;
    const recorded = await change('messages.recordConsent', { answers }, newRequestId());
    return recorded.ok ? recorded.value.reminders : undefined;
  } catch {
    // Switched off as a whole in WeChat's settings; the inbox has everything.
    return undefined;
  }
}

/** They change with a release only: asked for once, as soon as the cloud answers. */
let known: readonly ConsentTemplate[] | undefined;

/** The templates this tap may ask for; empty without a network. */
export async function templatesFor(occasion: ConsentOccasion): Promise<readonly string[]> {
  if (!known) {
    const templates = await ask('messages.templates', {});
    if (!templates.ok) return [];
    known = templates.value;
  }
  return known.filter(({ occasions }) => occasions.includes(occasion)).map(({ templateId }) => templateId);
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
