import { useAnswer } from '@/hooks/useAnswer';
import { lookedAt, useMe } from '@/stores/me';

/** Where this person's files go: as the report form says, remembered by the phone. `homeId` of the ticket, else of the home looked at. */
export function useFolder(homeId: string | undefined): string | undefined {
  const looked = useMe((state) => lookedAt(state)?.homeId);
  const home = homeId ?? looked;
  const { answer } = useAnswer('tickets.form', home === undefined ? undefined : { homeId: home }, {
    isKept: true,
  });
  return answer.kind === 'ready' ? answer.value.folder : undefined;
}
