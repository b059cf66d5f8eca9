import { useCallback, useState } from 'react';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { fileIdsOf, useUploads } from '@/hooks/useUploads';
import { pages, replaceBy } from '@/services/routes';
import type { LocalFile } from '@/services/uploads';
import { settle } from '../../tickets/report/settled';
import { useRecognised } from '../../tickets/report/useRecognised';
import { blankTaking, missing, type Taking, takenReport } from './taking';

export type TakingHook = ReturnType<typeof useTaking>;

/** What is being taken down, through a restart; its photos on their way; what it seems to be; taking it down. */
export function useTaking(communityId: string) {
  // The queue says where my files go; remembered by the phone.
  const asked = useAnswer('ticketWork.queue', communityId === '' ? undefined : { communityId }, {
    isKept: true,
  });
  const folder = asked.answer.kind === 'ready' ? asked.answer.value.folder : undefined;
  const { draft, change, handOver, comeBack } = useDraft<Taking>(`take:${communityId}`, blankTaking);
  const keepPhotos = useCallback((photos: readonly LocalFile[]) => change({ photos }), [change]);
  const photos = useUploads(folder, draft.photos, keepPhotos);
  const recognised = useRecognised(draft.text);
  const settled = settle(draft, recognised);
  const { run, isBusy, refusal } = useChange('tickets.takeReport');
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const send = async () => {
    setTrouble(undefined);
    setSending(true);
    const files = await photos.settled();
    setSending(false);
    const fileIds = fileIdsOf(files);
    if (fileIds.length < files.length) return setTrouble('有照片没有传上去，请点照片重传，或者删掉再记。');
    const report = takenReport(communityId, draft, settled, fileIds);
    if (!report) return;
    handOver();
    const made = await run(report);
    if (!made) return comeBack();
    replaceBy(pages.deskTicket, { ticketId: made.ticketId });
  };
  return {
    ...{ asked, draft, change, photos, recognised, settled, send },
    lacks: missing(draft, settled),
    isBusy: isBusy || isSending,
    trouble: trouble ?? refusal?.sentence,
  };
}
