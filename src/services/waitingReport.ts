import type { InputOf } from '../../types/contract';
import type { WhoAmI } from '../../types/contract/people';
import type { Refusal } from '../../types/refusal';
import { problemNames } from '../../types/ticketNames';
import type { Missing } from './failure';
import type { LocalFile } from './uploads';

export type ReportInput = InputOf<'tickets.report'>;
export type TakeInput = InputOf<'tickets.takeReport'>;

/** A report on its way: kept on the phone until the cloud has answered it, with the name of its wish and the files it needs. */
interface Waiting {
  /** Kept through everything, so that it is reported once. */
  readonly requestId: string;
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

/** What somebody reports of the own home. */
export interface WaitingReport extends Waiting {
  readonly homeId: string;
}

/** What a member of staff has taken down. */
export interface WaitingTaking extends Waiting {
  readonly taken: Pick<TakeInput, 'communityId' | 'channel' | 'place' | 'contact'>;
}

export type AnyWaiting = WaitingReport | WaitingTaking;

/** Before its wish has a name. */
export type Made = Omit<WaitingReport, 'requestId'> | Omit<WaitingTaking, 'requestId'>;

export function isTaken(report: AnyWaiting): report is WaitingTaking {
  return 'taken' in report;
}

/** Whether it is for a home, or a community where one is on the staff, that is still one's own; true while it is not known who one is. */
export function isStillMine(report: AnyWaiting, me: Pick<WhoAmI, 'homes' | 'posts'> | undefined): boolean {
  if (!me) return true;
  return isTaken(report)
    ? me.posts.some(({ communityId }) => communityId === report.taken.communityId)
    : me.homes.some(({ homeId }) => homeId === report.homeId);
}

/** What stands on the page of a home: its own, and what was refused and has no other page any more. */
export function shownAtHome(
  reports: readonly AnyWaiting[],
  homeId: string | undefined,
  me: Pick<WhoAmI, 'homes' | 'posts'> | undefined,
): readonly AnyWaiting[] {
  return reports.filter(
    (report) =>
      (!isTaken(report) && report.homeId === homeId) || (report.refusal && !isStillMine(report, me)),
  );
}

/** So many tries with a network, and the person is asked whether it shall go without its files. Ours: about a minute. */
const patience = 3;

/** Its files do not go, though there is a network: tried on, and the person may let them go. */
export function isStuck({ fails = 0 }: Waiting): boolean {
  return fails >= patience;
}

/** An emergency goes at once, whatever of its files is there. */
export function isUrgent({ said }: Waiting): boolean {
  return said.urgency === 'emergency';
}

/** An emergency that was only spoken, while its recording is on its way: what it is about is all that is known in words. */
export function withWords(report: AnyWaiting): AnyWaiting {
  const { said, voice } = report;
  if (said.text !== '' || voice) return report;
  return { ...report, said: { ...said, text: `${problemNames[said.problem]}，语音报修，录音随后到` } };
}

/** Its photos, then its voice. */
export function filesOf({ photos, voice }: Waiting): readonly LocalFile[] {
  return [...photos, ...(voice ? [voice] : [])];
}

export function withOnly(
  { voice, photos, ...rest }: AnyWaiting,
  isWanted: (file: LocalFile) => boolean,
): AnyWaiting {
  return { ...rest, photos: photos.filter(isWanted), ...(voice && isWanted(voice) ? { voice } : {}) };
}

/** As the cloud takes it, with its files' names in the order of `filesOf`. */
export function inputOf(report: AnyWaiting, fileIds: readonly string[]): ReportInput | TakeInput {
  const { said, photos, voice } = report;
  const spoken = voice && fileIds[photos.length];
  return {
    ...said,
    ...(isTaken(report) ? report.taken : { homeId: report.homeId }),
    photos: fileIds.slice(0, photos.length),
    ...(spoken && voice ? { voice: { fileId: spoken, seconds: voice.seconds ?? 1 } } : {}),
  };
}
