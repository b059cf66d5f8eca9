import type { InputOf } from '../../types/contract';
import type { Refusal } from '../../types/refusal';
import { problemNames } from '../../types/ticketNames';
import type { Missing } from './failure';
import type { LocalFile } from './uploads';

export type ReportInput = InputOf<'tickets.report'>;

/** A report on its way: kept on the phone until the cloud has answered it, with the name of its wish and the files it needs. */
export interface WaitingReport {
  /** Kept through everything, so that it is reported once. */
  readonly requestId: string;
  readonly homeId: string;
  /** Where its files go; unknown where it was made without ever having had a network. */
  readonly folder?: string;
  readonly madeAt: number;
  readonly said: Omit<ReportInput, 'homeId' | 'photos' | 'voice'>;
  readonly photos: readonly LocalFile[];
  readonly voice?: LocalFile;
  /** Why the cloud does not take it; then it waits for the person. */
  readonly refusal?: Refusal;
  /** For want of what the last try did not go; undefined before the first, and where too many were there at once. */
  readonly missing?: Missing | undefined;
  /** Of an emergency: the keys of the files its words go with. Chosen once, as the wish has one name; the others follow. */
  readonly first?: readonly string[];
  /** Its words are there: what is left here are files that follow, under a name of their own. */
  readonly followed?: { readonly ticketId: string; readonly requestId: string };
  /** How often files did not go though there was a network. */
  readonly fails?: number;
}

/** So many tries with a network, and the person is asked whether it shall go without its files. Ours: about a minute. */
const patience = 3;

/** Its files do not go, though there is a network: tried on, and the person may let them go. */
export function isStuck({ fails = 0 }: WaitingReport): boolean {
  return fails >= patience;
}

/** An emergency goes at once, whatever of its files is there. */
export function isUrgent({ said }: WaitingReport): boolean {
  return said.urgency === 'emergency';
}

/** An emergency that was only spoken, while its recording is on its way: what it is about is all that is known in words. */
export function withWords(report: WaitingReport): WaitingReport {
  const { said, voice } = report;
  if (said.text !== '' || voice) return report;
  return { ...report, said: { ...said, text: `${problemNames[said.problem]}，语音报修，录音随后到` } };
}

/** Its photos, then its voice. */
export function filesOf({ photos, voice }: WaitingReport): readonly LocalFile[] {
  return [...photos, ...(voice ? [voice] : [])];
}

export function withOnly(
  { voice, photos, ...rest }: WaitingReport,
  isWanted: (file: LocalFile) => boolean,
): WaitingReport {
  return { ...rest, photos: photos.filter(isWanted), ...(voice && isWanted(voice) ? { voice } : {}) };
}

/** As the cloud takes it, with its files' names in the order of `filesOf`. */
export function inputOf(
  { homeId, said, photos, voice }: WaitingReport,
  fileIds: readonly string[],
): ReportInput {
  const spoken = voice && fileIds[photos.length];
  return {
    ...said,
    homeId,
    photos: fileIds.slice(0, photos.length),
    ...(spoken && voice ? { voice: { fileId: spoken, seconds: voice.seconds ?? 1 } } : {}),
  };
}
