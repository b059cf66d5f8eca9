import { useCallback, useRef, useState } from 'react';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { fileIdsOf, useUploads } from '@/hooks/useUploads';
import { say } from '@/services/device';
import { outbox } from '@/services/outbox';
import { pages, replaceBy } from '@/services/routes';
import type { LocalFile } from '@/services/uploads';
import { waitWords } from '@/words/tickets';
import type { InputOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import { settle } from '../../tickets/report/settled';
import { useRecognised } from '../../tickets/report/useRecognised';
import { blankTaking, missing, type Taking, takenReport, takingName, waitingTaking } from './taking';

export type TakingHook = ReturnType<typeof useTaking>;

/** What is being taken down, through a restart; its photos on their way; what it seems to be; taking it down. */
export function useTaking(communityId: string) {
  // The queue says where my files go; remembered by the phone.
  const asked = useAnswer('ticketWork.queue', communityId === '' ? undefined : { communityId }, {
    isKept: true,
  });
  const folder = asked.answer.kind === 'ready' ? asked.answer.value.folder : undefined;
  const { draft, change, handOver, comeBack } = useDraft<Taking>(takingName(communityId), blankTaking);
  const keepPhotos = useCallback((photos: readonly LocalFile[]) => change({ photos }), [change]);
  const photos = useUploads(folder, draft.photos, keepPhotos);
  const recognised = useRecognised(draft.text);
  const settled = settle(draft, recognised);
  const { run, refusal } = useChange('tickets.takeReport');
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);
  const [trouble, setTrouble] = useState<string>();

  /** An emergency waits for no photo: what is not there follows, and without a network the phone keeps it. */
  const sendAtOnce = async (report: InputOf<'tickets.takeReport'>) => {
    const sending = outbox.put(waitingTaking(report, photos.files, folder));
    handOver();
    const reported = await sending;
    if (reported.kind === 'taken') return showTaken(reported.ticket, communityId);
    if (reported.kind === 'refused') {
      comeBack();
      return setTrouble(reported.refusal.sentence);
    }
    say(`已存下，${waitWords(reported.missing)}`);
    replaceBy(pages.takeReport, { communityId });
  };
  const sendWhole = async () => {
    const files = await photos.settled();
    const fileIds = fileIdsOf(files);
    if (fileIds.length < files.length) return setTrouble('有照片没有传上去，请点照片重传，或者删掉再记。');
    const report = takenReport(communityId, draft, settled, fileIds);
    if (!report) return;
    handOver();
    const made = await run(report);
    if (!made) return comeBack();
    showTaken(made, communityId);
  };
  const send = async () => {
    // Two taps are faster than a drawing.
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    setTrouble(undefined);
    const report = takenReport(communityId, draft, settled, []);
    try {
      await (report?.urgency === 'emergency' ? sendAtOnce(report) : sendWhole());
    } finally {
      isSending.current = false;
      setBusy(false);
    }
  };
  return {
    ...{ asked, draft, change, photos, recognised, settled, send },
    lacks: missing(draft, settled),
    isBusy,
    trouble: trouble ?? refusal?.sentence,
  };
}

/** The ticket, to whoever has something to do with it; who only took it down may not open it and is told its number. */
function showTaken({ ticketId, number, can }: TicketView, communityId: string): void {
  if (can.length > 0) replaceBy(pages.deskTicket, { ticketId });
  else {
    say(`已受理，编号 ${number}`);
    replaceBy(pages.takeReport, { communityId });
  }
}
