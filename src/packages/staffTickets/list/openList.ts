import { open, pages } from '@/services/routes';
import type { Wanted } from './listWords';

/** Opens the tickets that a figure counts. */
export function openList(communityId: string | undefined, wanted: Wanted): void {
  open(pages.deskTickets, { communityId: communityId ?? '', ...wanted });
}
