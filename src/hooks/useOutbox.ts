import { useEffect, useState } from 'react';
import { outbox, type WaitingReport } from '../services/outbox';

/** What was reported for this home and has not reached the cloud. */
export function useOutbox(homeId: string): readonly WaitingReport[] {
  const [reports, setReports] = useState(() => outbox.reports());
  useEffect(() => outbox.watch(() => setReports(outbox.reports())), []);
  return reports.filter((report) => report.homeId === homeId);
}
