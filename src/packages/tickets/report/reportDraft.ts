import type { MyHome } from '../../../../types/contract/people';
import type { ReportForm } from '../../../../types/contract/tickets';
import type { LocalFile } from '../../../services/uploads';
import type { AnyWaiting, WaitingReport } from '../../../services/waitingReport';
import type { Window } from '../windows';
import type { Chosen, Settled } from './settled';

/** What the person has said so far; plain data, it survives a restart. */
export interface ReportDraft extends Chosen {
  readonly text: string;
  readonly photos: readonly LocalFile[];
  /** One at the most. */
  readonly voice: readonly LocalFile[];
  /** 厨房 */
  readonly spot?: string;
  /** Absent: as soon as possible. */
  readonly window?: Window | undefined;
}

export const blankDraft: ReportDraft = {
  ...{ text: '', photos: [], voice: [] },
  ...{ type: undefined, problem: undefined, urgency: undefined, spot: '', window: undefined },
};

/** One draft per home. */
export function draftName(homeId: string): string {
  return `report:${homeId}`;
}

/** What the screen needs, as far as it is known: else from what the phone knows of the home. */
export type FormAtHand = Omit<ReportForm, 'folder'> & { readonly folder?: string };

export function formOf(
  { homeId, communityId, communityName, place }: MyHome,
  servicePhone: string | undefined,
): FormAtHand {
  return {
    ...{ homeId, communityId, communityName, place, contact: { name: '', phone: '' }, promises: [] },
    ...(servicePhone === undefined ? {} : { servicePhone }),
  };
}

/** The report as it is sent; undefined while something of it is still to be asked. */
export function reportOf(
  { homeId, folder }: FormAtHand,
  draft: ReportDraft,
  { type, problem, urgency }: Settled,
  now = Date.now(),
): Omit<WaitingReport, 'requestId'> | undefined {
  if (problem === undefined || urgency === undefined) return undefined;
  const { text, photos, spot, window } = draft;
  const [voice] = draft.voice;
  const isPlanned = type === 'repair' && urgency !== 'emergency' && window && window.from > now;
  return {
    ...{ homeId, madeAt: now, photos },
    ...(folder === undefined ? {} : { folder }),
    ...(voice ? { voice } : {}),
    said: {
      ...{ type, problem, urgency, text: text.trim() },
      ...(spot?.trim() ? { spot: spot.trim() } : {}),
      ...(isPlanned ? { window: { from: window.from, to: window.to } } : {}),
    },
  };
}

/** Is there something in it that would be lost. */
export function isWritten(draft: ReportDraft | undefined): draft is ReportDraft {
  if (!draft) return false;
  return draft.text.trim() !== '' || draft.photos.length + draft.voice.length > 0;
}

/** What waited and came back, as something to write on. */
export function draftOf({ said, photos, voice }: AnyWaiting): ReportDraft {
  const { type, problem, urgency, text, spot, window } = said;
  return {
    ...{ type, problem, urgency, text, photos, voice: voice ? [voice] : [] },
    ...(spot ? { spot } : {}),
    ...(window ? { window } : {}),
  };
}
