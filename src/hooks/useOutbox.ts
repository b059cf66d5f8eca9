import { useEffect, useState } from 'react';
import { outbox } from '../services/outbox';
import { type AnyWaiting, isTaken, shownAtHome, type WaitingTaking } from '../services/waitingReport';
import { useMe } from '../stores/me';

/** What was reported for this home (of none where one has none) and has not reached the cloud, and what never will for a home or a post that is no longer one's own. */
export function useOutbox(homeId: string | undefined): readonly AnyWaiting[] {
  const me = useMe((one) => one.me);
  return shownAtHome(useWaiting(), homeId, me);
}

/** What this person has taken down as staff of the community and has not reached the cloud. */
export function useTaken(communityId: string | undefined): readonly WaitingTaking[] {
  return useWaiting()
    .filter(isTaken)
    .filter(({ taken }) => taken.communityId === communityId);
}

function useWaiting(): readonly AnyWaiting[] {
  const [reports, setReports] = useState(() => outbox.reports());
  useEffect(() => outbox.watch(() => setReports(outbox.reports())), []);
  return reports;
}
