import { useEffect, useState } from 'react';
import { outbox } from '../services/outbox';
import type { WaitingReport } from '../services/waitingReport';
import { useMe } from '../stores/me';

/** What was reported for this home (of none where one has none) and has not reached the cloud, and what never will for a home that is no longer one's own. */
export function useOutbox(homeId: string | undefined): readonly WaitingReport[] {
  const [reports, setReports] = useState(() => outbox.reports());
  useEffect(() => outbox.watch(() => setReports(outbox.reports())), []);
  const homes = useMe(({ me }) => me?.homes);
  const isNobodys = (one: WaitingReport) =>
    one.refusal && homes && !homes.some((home) => home.homeId === one.homeId);
  return reports.filter((report) => report.homeId === homeId || isNobodys(report));
}
