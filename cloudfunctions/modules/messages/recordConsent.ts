import type { ParsedOf } from '../../../types/contract';
import type { ConsentTemplate } from '../../../types/contract/messages';
import { granted, type Outcome } from '../../../types/refusal';
import { changes, save } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { afterAnswer, type ConsentAnswer, reminders } from './consent';
import { consents, consentsOf } from './messagesStore';
import { type TemplateKey, templateKeys, templateOf } from './templates';

/** What the phone asks consent for, at which taps, and what is left. One read. */
export async function listTemplates(
  _input: ParsedOf<'messages.templates'>,
  { caller: { openid } }: Context,
): Promise<Outcome<readonly ConsentTemplate[]>> {
  const known = await consentsOf(openid);
  return granted(
    templateKeys.map((key) => {
      const { id, title, occasions } = templateOf(key);
      const remaining = reminders(known.filter(({ template }) => template === key));
      return { templateId: id, title, occasions, remaining };
    }),
  );
}

/**
 * Counts what WeChat answered when the phone asked. The phone's word is taken: one who lies only gets a reminder tried that WeChat
 * refuses. Templates we do not have are passed over.
 */
export const recordConsent: Changing<
  ParsedOf<'messages.recordConsent'>,
  undefined,
  { readonly openid: string },
  { readonly reminders: number }
> = {
  async decide({ answers }, { caller: { openid } }) {
    const known = await consentsOf(openid);
    const writes = lastAnswers(answers).flatMap(({ template, answer }) => {
      const before = known.find((each) => each.template === template);
      const next = afterAnswer(before, { openid, template, answer });
      return next ? [save(consents, before, next)] : [];
    });
    const audit = {
      what: 'consentRecorded',
      beneficiary: { openid },
      subjects: writes.map(
        (write) => `messageConsents/${write.kind === 'remove' ? write.id : write.document._id}`,
      ),
    };
    return toDo({ openid }, changes(writes.length > 0 ? { writes, audit: [audit] } : {}));
  },
  answer: async ({ openid }) => granted({ reminders: reminders(await consentsOf(openid)) }),
};

/** One answer per template: WeChat gives no two. */
function lastAnswers(
  answers: ParsedOf<'messages.recordConsent'>['answers'],
): readonly { readonly template: TemplateKey; readonly answer: ConsentAnswer }[] {
  const byId = new Map(answers.map(({ templateId, answer }) => [templateId, answer]));
  return templateKeys.flatMap((template) => {
    const answer = byId.get(templateOf(template).id);
    return answer ? [{ template, answer }] : [];
  });
}
