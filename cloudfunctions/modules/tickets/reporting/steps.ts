import type { TicketStep } from '../../../../types/contract/tickets';
import type { Step, Ticket } from '../ticket';
import { isDesk, type Reader } from './reader';
import { filesView, type Links, textFor } from './viewFiles';

/** What goes on among staff: owners read neither that somebody declined nor what was said of it. */
const inner: readonly string[] = [
  'offer',
  'reoffer',
  'lapse',
  'decline',
  'escalated',
  'revisitMissed',
  'appointmentUnanswered',
  'afterChecked',
  'ratingGivenUp',
];
/** Of these they read that it happened, not why. */
const withoutNote: readonly string[] = ['transfer', 'override', 'revisited', 'graded'];

/** The timeline as this reader may see it, newest first. */
export function stepsView(ticket: Ticket, reader: Reader, links: Links): readonly TicketStep[] {
  const isStaff = isDesk(reader) || reader.isAssignee;
  return ticket.steps
    .filter(({ what }) => isStaff || !inner.includes(what))
    .map((step) => stepView(step, ticket, { reader, links, isStaff }))
    .reverse();
}

interface Showing {
  readonly reader: Reader;
  readonly links: Links;
  readonly isStaff: boolean;
}

function stepView(step: Step, ticket: Ticket, { reader, links, isStaff }: Showing): TicketStep {
  const { at, what, files = [] } = step;
  const by = byWhom(step, ticket, reader);
  const note = isStaff || !withoutNote.includes(what) ? textFor(step.note, reader.openid) : undefined;
  return {
    ...{ at, what },
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
    ...(files.length === 0 ? {} : { files: filesView(files, reader.openid, links) }),
  };
}

/** 您 to oneself; staff by their name of the timeline; the reporter and the family as such. */
function byWhom({ by, openid }: Step, { reporter }: Ticket, reader: Reader): string | undefined {
  if (openid !== undefined && openid === reader.openid) return '您';
  if (by !== undefined) return by;
  if (openid === undefined) return undefined;
  return openid === reporter.openid ? '报修人' : '家人';
}
