import type { ParsedOf } from '../../../../types/contract';
import type { Day } from '../../../../types/day';
import { refused } from '../../../../types/refusal';
import { create } from '../../../kernel/changes';
import { isOfFinder } from '../finder';
import { keptFiles } from '../reporting/files';
import type { Ticket } from '../ticket';
import { closed } from './ending/close';
import { plan } from './ending/plan';
import { giveUpRating, isPoor, rate } from './ending/rate';
import { rectificationOf, rectifications } from './ending/rectificationsStore';
import { rejectWork } from './ending/rejectWork';
import { revisit, revisitsUpTo } from './ending/revisit';
import { endTogether } from './linked/endTogether';
import { onTicket } from './onTicket';
import { tellAssignee, tellDuty, tellReporter, tellRevisitor } from './told';

/** B5: the owner signs that it is done; asked for a rating (B6). */
export const acceptTicketWork = onTicket<ParsedOf<'tickets.acceptWork'>>({
  what: 'ticketWorkAccepted',
  as: ['reporter'],
  files: ({ signature }) => [signature],
  rule: ({ ticket, input, acting }) => {
    const [signature] = keptFiles([input.signature], acting.who.openid, acting.now);
    return signature ? closed(ticket, { how: 'accepted', signature }, acting) : refused('FILE_NOT_YOURS');
  },
  tell: (_before, after) => tellReporter(after, 'ticketClosed'),
  changes: endTogether,
  // Copies the signature, too: what is signed is not written over.
  afterwards: 'check',
});

/** B5: not done, says the owner: the engineer and the supervisor are told. */
export const rejectTicketWork = onTicket<ParsedOf<'tickets.rejectWork'>>({
  what: 'ticketWorkRejected',
  as: ['reporter', 'customerService'],
  files: ({ photos }) => photos,
  rule: ({ ticket, input, acting }) => {
    const photos = keptFiles(input.photos, acting.who.openid, acting.now);
    return rejectWork(ticket, { reason: input.reason, photos }, acting);
  },
  facts: ({ comebacks }) => ({ comebacks }),
  tell: (_before, after) => [
    ...tellAssignee(after, 'ticketDisputed'),
    ...tellDuty(after, 'supervisor', 'ticketDisputed'),
  ],
  afterwards: 'check',
});

/** B6, B7: a poor rating goes to customer service for the first revisit, and to the supervisor for the plan; a colleague's own to the supervisor alone. */
export const rateTicket = onTicket<ParsedOf<'tickets.rate'>>({
  what: 'ticketRated',
  as: ['reporter'],
  files: ({ photos }) => photos,
  rule: ({ ticket, input, acting }) => {
    const photos = keptFiles(input.photos, acting.who.openid, acting.now);
    return rate(ticket, { ...input, photos }, acting);
  },
  facts: ({ rating }) => ({ stars: rating?.stars ?? 0 }),
  tell: (_before, after) => tellPoor(after),
  afterwards: 'check',
});

/** B6: what a reporter without an account says when customer service calls. The audit keeps who asked; the stars count as any others. */
export const takeTicketRating = onTicket<ParsedOf<'ticketWork.takeRating'>>({
  what: 'ticketRatingTaken',
  as: ['customerService'],
  rule: ({ ticket, input, acting }) => rate(ticket, { ...input, photos: [] }, acting),
  facts: ({ rating }) => ({ stars: rating?.stars ?? 0 }),
  tell: (_before, after) => tellPoor(after),
  afterwards: 'check',
});

/** B6: nobody answers the phone, or nothing is to be said: it leaves the list of calls. */
export const giveUpTicketRating = onTicket<ParsedOf<'ticketWork.giveUpRating'>>({
  what: 'ticketRatingGivenUp',
  as: ['customerService'],
  rule: ({ ticket, input, acting }) => giveUpRating(ticket, input, acting),
  reason: ({ reason }) => reason,
});

function tellPoor(ticket: Ticket) {
  const { rating } = ticket;
  if (!rating || !isPoor(rating)) return [];
  const words = { stars: rating.stars };
  if (isOfFinder(ticket)) return tellDuty(ticket, 'supervisor', 'poorRating', { ...words, isFinding: 1 });
  return (['customerService', 'supervisor'] as const).flatMap((duty) =>
    tellDuty(ticket, duty, 'poorRating', words),
  );
}

/** B3, B7: the owner has been asked, by the one whose level it is. */
export const revisitTicket = onTicket<ParsedOf<'ticketWork.revisit'>>({
  what: 'ticketRevisited',
  as: ['projectManager', 'supervisor', 'customerService'],
  rule: ({ ticket, input, acting, context }) => {
    const posts = context.caller.posts.filter(({ communityId }) => communityId === ticket.communityId);
    const upTo = revisitsUpTo(posts.flatMap(({ duties }) => duties));
    return revisit(ticket, { ...input, upTo }, acting);
  },
  facts: ({ revisits }) => ({
    level: revisits.at(-1)?.level ?? 0,
    isSatisfied: revisits.at(-1)?.isSatisfied ?? false,
  }),
  tell: tellRevisitor,
});

/** B7: the plan, published to the community without names. */
export const planTicket = onTicket<ParsedOf<'ticketWork.plan'>>({
  what: 'planPublished',
  as: ['customerService', 'supervisor', 'projectManager'],
  rule: ({ ticket, input, acting, context, around }) => {
    const colleagues = around.watchers.staff.map(({ name }) => name);
    return plan(ticket, { text: input.text, dueOn: input.dueOn as Day, colleagues }, context.today, acting);
  },
  tell: (_before, after) => tellReporter(after, 'planPublished'),
  more: (after) => ({ writes: [create(rectifications, rectificationOf(after))] }),
});
