import type { TicketView } from '../../../../types/contract/tickets';
import type { Outcome } from '../../../../types/refusal';
import type { Ports } from '../../../kernel/ports';
import type { Context } from '../../../kernel/routes';
import { dispatchSoon } from '../giving/dispatchNow';
import { checkContent } from './content/checkContent';
import { viewTicket } from './viewTicket';

/** What a change of a ticket is found again by. */
export interface OfTicket {
  readonly ticketId: string;
}
/** What waits for somebody, and how badly. */
export interface Waiting extends OfTicket {
  readonly isUrgent: boolean;
}

type Answer = Promise<Outcome<TicketView>>;

/** After the commit: WeChat looks at what is new, then the ticket as its reader now sees it. What fails here the tick does. */
export async function answerChecked({ ticketId }: OfTicket, context: Context, ports: Ports): Answer {
  await checkSoon(ticketId, ports);
  return viewTicket({ ticketId }, context);
}

/** As `answerChecked`, and gives it to somebody: an emergency waits for no check. */
export async function answerGiven({ ticketId, isUrgent }: Waiting, context: Context, ports: Ports): Answer {
  const { target } = context;
  const give = async () => {
    if (target.kind !== 'self') await dispatchSoon(target.communityId, ports);
  };
  if (isUrgent) await give();
  await checkSoon(ticketId, ports);
  if (!isUrgent) await give();
  return viewTicket({ ticketId }, context);
}

async function checkSoon(ticketId: string, ports: Ports): Promise<void> {
  try {
    await checkContent(ticketId, ports);
  } catch (error) {
    ports.log({ level: 'warning', what: 'contentNotChecked', facts: { ticketId }, error });
  }
}
