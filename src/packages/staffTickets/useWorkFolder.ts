import { useAnswer } from '@/hooks/useAnswer';

/** Where my photos and signatures go, as the queue says; remembered by the phone. */
export function useWorkFolder(communityId: string | undefined): string | undefined {
  const { answer } = useAnswer('ticketWork.queue', communityId === undefined ? undefined : { communityId }, {
    isKept: true,
  });
  return answer.kind === 'ready' ? answer.value.folder : undefined;
}
