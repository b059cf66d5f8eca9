import { useEffect, useState } from 'react';
import { outbox } from '../services/outbox';
import {
  type AnyWaiting,
  isOfHome,
  isTaken,
  type WaitingReport,
  type WaitingTaking,
} from '../services/waitingReport';
import { useMe } from '../stores/me';

/** What was reported for this home (of none where one has none) and has not reached the cloud, and what never will for a home that is no longer one's own. */
export function useOutbox(homeId: string | undefined): readonly WaitingReport[] {
  const reports = useWaiting().filter(isOfHome);
  const homes = useMe(({ me }) => me?.homes);
  const isNobodys = (one: WaitingReport) =>
    one.refusal && homes && !homes.some((home) => home.homeId === one.homeId);
  return reports.filter((report) => report.homeId === homeId || isNobodys(report));
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
