import type { Instant } from '../../types/day';
import { closedCollection, type Stored } from '../kernel/collection';

/** Who may do something alone, and until when. `_id` is what. */
export interface Lease extends Stored {
  readonly holder: string;
  readonly until: Instant;
}

export const leases = closedCollection<Lease>('leases');
