import type { Ports } from '../../../cloudfunctions/kernel/ports';
import { openDoors } from '../payments/product';
import type { Product } from '../payments/world';
import { load } from '../sabotage/load';

/** The product's doors that tickets need. */
export interface Doors extends Pick<Product, 'serve' | 'tick'> {
  /** What `contentEvents` does with an event that WeChat has pushed. */
  readonly hearContent: (event: unknown, ports: Ports) => Promise<void>;
}

type CheckModule = typeof import('../../../cloudfunctions/platform/contentCheck');
type TicketsModule = typeof import('../../../cloudfunctions/modules/tickets');

export function openTicketDoors(): Doors {
  const { serve, tick } = openDoors();
  const { mediaVerdictIn } = load<CheckModule>('platform/contentCheck');
  const { settleVerdict } = load<TicketsModule>('modules/tickets');
  const hearContent: Doors['hearContent'] = async (event, ports) => {
    const verdict = mediaVerdictIn(event);
    if (!verdict) throw new Error('no verdict of WeChat');
    await settleVerdict(verdict, ports);
  };
  return { serve, tick, hearContent };
}
