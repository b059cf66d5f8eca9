import type { MessageIntent } from '../../../kernel/message';
import type { Ticket } from '../ticket';
import { messageWords } from './title';

/** Whoever sent what WeChat has refused is told, and nobody else. */
export function tellRefused(ticket: Ticket, openids: readonly string[]): readonly MessageIntent[] {
  return openids.map((openid) => ({
    to: { openid },
    kind: 'contentRefused',
    words: messageWords(ticket),
    page: `ticket?ticketId=${ticket._id}`,
  }));
}
