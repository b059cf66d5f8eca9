import type { WorkQueue } from '../../../../types/contract/ticketWork';
import type { Refusal } from '../../../../types/refusal';

/** A colleague had it when it was tried; it has been offered to this person since, and what was said is no longer so. */
export function isOutdated(
  { code }: Refusal,
  tried: string | undefined,
  { offered }: Pick<WorkQueue, 'offered'>,
): boolean {
  return code === 'TICKET_TAKEN' && offered.some(({ ticketId }) => ticketId === tried);
}
