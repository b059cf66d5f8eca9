import { createHash } from 'node:crypto';
import type { Instant } from '../../../../types/day';
import { liesIn } from '../../../platform/files';
import type { CheckedText, KeptFile, Ticket } from '../ticket';

/**
 * Where a person's photos, voice and signatures are uploaded. The key is made of the openid, which nobody else is ever told, so one cannot
 * guess where another's files lie. Row B1; ours: 144 bits.
 */
export function folderOf(openid: string): string {
  const key = createHash('sha256').update(`files of ${openid}`).digest('base64url').slice(0, 24);
  return `people/${key}/`;
}

/** Are all of these files this person's own. */
export function areOwn(fileIds: readonly string[], openid: string): boolean {
  return fileIds.every((fileId) => liesIn(fileId, folderOf(openid)));
}

/** Files as they are kept until WeChat has looked at them; one handed in twice is one. */
export function keptFiles(fileIds: readonly string[], openid: string, now: Instant): readonly KeptFile[] {
  return [...new Set(fileIds)].map((fileId) => ({ fileId, at: now, check: 'pending', by: openid }));
}

/** Words as they are kept until WeChat has read them. Signs that are not shown are taken out; empty words need no check. */
export function keptText(text: string, openid: string): CheckedText {
  const shown = text.replace(/[^\P{C}\n]/gu, '').trim();
  return { text: shown, check: shown === '' ? 'passed' : 'pending', by: openid };
}

/** Is this file the recording of the report. */
export function isVoice(fileId: string, { voice }: Pick<Ticket, 'voice'>): boolean {
  return voice?.fileId === fileId;
}
