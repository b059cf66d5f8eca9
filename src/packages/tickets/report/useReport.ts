import { useCallback, useEffect, useRef, useState } from 'react';
import { missingFor } from '@/hooks/answer';
import { type Asked, useAnswer } from '@/hooks/useAnswer';
import { useDraft } from '@/hooks/useDraft';
import { type UploadsHook, useUploads } from '@/hooks/useUploads';
import { say } from '@/services/device';
import { outbox } from '@/services/outbox';
import type { Recorded } from '@/services/recorder';
import { pages, replaceBy } from '@/services/routes';
import type { LocalFile } from '@/services/uploads';
import { useMe } from '@/stores/me';
import { waitWords } from '@/words/tickets';
import type { Recognised, ReportForm } from '../../../../types/contract/tickets';
import type { Refusal } from '../../../../types/refusal';
import type { Window } from '../windows';
import { blankDraft, draftName, type FormAtHand, formOf, type ReportDraft, reportOf } from './reportDraft';
import { type Chosen, type Settled, settle } from './settled';
import { useRecognised } from './useRecognised';

export interface ReportHook {
  readonly asked: Asked<ReportForm>;
  readonly form: FormAtHand | undefined;
  readonly draft: ReportDraft;
  readonly photos: UploadsHook;
  readonly voice: UploadsHook;
  readonly recognised: Recognised | undefined;
  readonly settled: Settled;
  readonly isSending: boolean;
  readonly refusal: Refusal | undefined;
  readonly isEmpty: boolean;
  write(text: string): void;
  choose(part: Chosen): void;
  place(part: { readonly spot?: string; readonly window?: Window | undefined }): void;
  spoken(said: Recorded): void;
  send(): Promise<void>;
  /** The person has what was wanted, without a report. */
  drop(): void;
}

/** Everything the report screen knows: the draft through a restart, its files on their way, what it seems to be, sending it. */
export function useReport(homeId: string, tab: Chosen['type']): ReportHook {
  const asked = useAnswer('tickets.form', { homeId }, { isKept: true });
  const form = useForm(asked, homeId);
  const written = useDraft<ReportDraft>(draftName(homeId), blankDraft);
  const { draft: kept, change } = written;
  const isOpened = useRef(false);
  useEffect(() => {
    // What the screen is opened for is stronger than what was chosen for words of an earlier day.
    if (!isOpened.current && tab) change({ type: undefined, problem: undefined, urgency: undefined });
    isOpened.current = true;
  }, [tab, change]);
  // What the screen was opened for, until something is chosen by hand.
  const draft = tab && kept.type === undefined ? { ...kept, type: tab } : kept;
  const { photos, voice } = useFiles(form?.folder, draft, change);
  const recognised = useRecognised(draft.text);
  const settled = settle(draft, recognised);
  const { isSending, refusal, send } = useSending(form, draft, settled, { photos, voice, ...written });

  const spoken = useCallback(
    (said: Recorded) => {
      for (const { key } of voice.files) voice.remove(key);
      void voice.add(said.path, said.seconds);
      // What was typed since the finger went down stays.
      if (said.text) change(({ text }) => ({ text: joined(text, said.text ?? '') }));
    },
    [voice, change],
  );
  return {
    ...{ asked, form, draft, photos, voice, recognised, settled, isSending, refusal, send, spoken },
    isEmpty: draft.text.trim() === '' && voice.files.length === 0,
    write: (text) => change({ text }),
    choose: change,
    place: change,
    drop: () => {
      for (const { key } of photos.files) photos.remove(key);
      for (const { key } of voice.files) voice.remove(key);
      change(blankDraft);
    },
  };
}

/** As answered; where the network is gone or the service fails, as the phone knows the home. */
function useForm({ answer }: Asked<ReportForm>, homeId: string): FormAtHand | undefined {
  const home = useMe(({ me }) => me?.homes.find((one) => one.homeId === homeId));
  const servicePhone = useMe(({ phones }) => home && phones[home.communityId]);
  if (answer.kind === 'ready') return answer.value;
  return missingFor(answer) && home ? formOf(home, servicePhone) : undefined;
}

function useFiles(
  folder: string | undefined,
  draft: ReportDraft,
  change: (part: Partial<ReportDraft>) => void,
) {
  const keepPhotos = useCallback((photos: readonly LocalFile[]) => change({ photos }), [change]);
  const keepVoice = useCallback((voice: readonly LocalFile[]) => change({ voice }), [change]);
  const photos = useUploads(folder, draft.photos, keepPhotos);
  const voice = useUploads(folder, draft.voice, keepVoice);
  return { photos, voice };
}

interface Written {
  readonly photos: UploadsHook;
  readonly voice: UploadsHook;
  readonly change: (part: Partial<ReportDraft>) => void;
  readonly handOver: () => void;
  readonly comeBack: () => void;
}

function useSending(
  form: FormAtHand | undefined,
  draft: ReportDraft,
  settled: Settled,
  { photos, voice, change, handOver, comeBack }: Written,
) {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const send = async () => {
    if (!form || isSending) return;
    setSending(true);
    setRefusal(undefined);
    // An emergency waits for no file: what is not there follows it.
    const files =
      settled.urgency === 'emergency'
        ? { photos: photos.files, voice: voice.files }
        : { photos: await photos.settled(), voice: await voice.settled() };
    const report = reportOf(form, { ...draft, ...files }, settled);
    if (!report) return setSending(false);
    const sending = outbox.put(report);
    // From here on the outbox has it: a phone that dies now, or a page that is opened now, does not report it twice.
    handOver();
    const reported = await sending;
    setSending(false);
    if (reported.kind === 'refused') {
      comeBack();
      setRefusal(reported.refusal);
      return;
    }
    change(blankDraft);
    if (reported.kind === 'waits') say(`已存下，${waitWords(reported.missing)}`);
    // Whoever has gone elsewhere meanwhile is not fetched back.
    if (!isHere.current) return;
    if (reported.kind === 'waits') replaceBy(pages.tickets, { homeId: form.homeId });
    else replaceBy(pages.ticket, { ticketId: reported.ticket.ticketId, isNew: '1' });
  };
  return { isSending, refusal, send };
}

function joined(before: string, said: string): string {
  return before.trim() === '' ? said : `${before.trim()}${said}`;
}
