import type { TicketView } from '../../../../types/contract/tickets';
import { maskedName, maskedPhone } from '../../../kernel/mask';
import type { Terms, Ticket } from '../ticket';
import { canOf } from './can';
import { isDesk, mayOpenContact, mayRead, type Reader } from './reader';
import { assigneeFor, clocksFor, clockView, rowOf, titleFor } from './row';
import { stepsView } from './steps';
import { filesView, fileView, type Links, textFor } from './viewFiles';

/** What a ticket's view rests on besides the ticket. */
export interface Viewing {
  readonly reader: Reader;
  /** Of `openFiles`. */
  readonly links: Links;
  /** The tickets it is linked with, as they were found. */
  readonly linked: readonly Ticket[];
  /** What the community has set; read where something of it is promised. */
  readonly terms?: Terms | undefined;
}

/** A ticket as its reader may see it (law 10): pending words and files to their sender alone, the contact’s name to whoever works it; to who may not open it only which it is and how it stands. */
export function viewOf(ticket: Ticket, { reader, links, linked, terms }: Viewing): TicketView {
  if (!mayRead(reader)) return bareView(ticket, reader);
  return {
    ...rowOf(ticket, reader),
    ...reportView(ticket, reader, links),
    ...peopleView(ticket, reader),
    ...courseView(ticket, reader, links),
    ...workView(ticket, reader, links),
    ...afterView(ticket, reader, links),
    ...planPromise(ticket, terms),
    links: linksView(ticket, reader, linked),
    can: canOf(ticket, reader),
  };
}

/** Which ticket, and how it stands. */
function bareView(ticket: Ticket, reader: Reader): TicketView {
  const { _id, number, type, problem, urgency, place, state, reportedAt, movedAt } = ticket;
  const { communityId, channel, text } = ticket;
  return {
    ...{ ticketId: _id, number, type, problem, urgency, place, state, reportedAt, movedAt },
    ...{ title: titleFor(ticket, reader), communityId, channel, textCheck: text.check },
    ...{ photos: [], clocks: [], steps: [], checklist: [], before: [], after: [], materials: [] },
    ...{ answers: [], revisits: [], links: [], can: [] },
  };
}

function reportView(ticket: Ticket, { openid }: Reader, links: Links) {
  const { communityId, homeId, spot, text, photos, voice, channel, window } = ticket;
  const words = textFor(text, openid);
  const isShown = text.check === 'passed' || text.by === openid;
  return {
    ...{ communityId, textCheck: text.check, channel, photos: filesView(photos, openid, links) },
    ...(homeId === undefined ? {} : { homeId }),
    ...(words === undefined ? {} : { text: words }),
    ...(spot !== undefined && isShown ? { spot } : {}),
    ...(voice ? { voice: fileView(voice, openid, links) } : {}),
    ...(window ? { window } : {}),
  };
}

function peopleView(ticket: Ticket, reader: Reader) {
  const { reporter, dispatch } = ticket;
  const assignee = assigneeFor(ticket, reader);
  const { name, phone } = reporter;
  const contact = {
    name: isDesk(reader) || mayOpenContact(ticket, reader) ? name : maskedName(name),
    phone: phone && maskedPhone(phone),
  };
  const given = assignee && dispatch?.givenTo === assignee.staffId ? dispatch : undefined;
  const isStaff = isDesk(reader) || reader.isAssignee;
  const because = isStaff ? given?.sentence : (given?.homeSentence ?? given?.sentence);
  return {
    contact,
    ...(assignee
      ? { engineer: { staffId: assignee.staffId, name: assignee.name, phone: assignee.phone } }
      : {}),
    ...(because === undefined ? {} : { because }),
  };
}

function courseView(ticket: Ticket, reader: Reader, links: Links) {
  const { paused } = ticket;
  return {
    clocks: clocksFor(ticket, reader).map(clockView),
    ...(paused ? { paused: { since: paused.since, reason: paused.reason, note: paused.note } } : {}),
    steps: stepsView(ticket, reader, links),
  };
}

function workView(ticket: Ticket, { openid }: Reader, links: Links) {
  const { checklist, before, after, materials, result, signed } = ticket;
  return {
    checklist,
    before: filesView(before, openid, links),
    after: filesView(after, openid, links),
    materials,
    ...(result === undefined ? {} : { result }),
    ...(signed
      ? {
          signed: {
            ...(signed.engineer ? { engineer: fileView(signed.engineer, openid, links) } : {}),
            ...(signed.owner ? { owner: fileView(signed.owner, openid, links) } : {}),
            ...(signed.isSilent ? { isSilent: true } : {}),
          },
        }
      : {}),
  };
}

function afterView(ticket: Ticket, reader: Reader, links: Links) {
  const { answers, rating, revisits, plan, afterCheck } = ticket;
  const { openid, duties } = reader;
  const isLeader = duties.includes('supervisor') || duties.includes('projectManager');
  const text = textFor(rating?.text, openid);
  return {
    answers: answers.map(({ staffId: _staffId, ...answer }) => answer),
    ...(rating
      ? {
          rating: {
            ...{ stars: rating.stars, words: rating.words, at: rating.at },
            photos: filesView(rating.photos, openid, links),
            ...(rating.takenBy === undefined ? {} : { takenBy: rating.takenBy }),
            ...(text === undefined ? {} : { text, textCheck: rating.text?.check }),
          },
        }
      : {}),
    // What staff noted of a call is theirs.
    revisits: isDesk(reader) ? revisits.map(({ staffId: _staffId, ...revisit }) => revisit) : [],
    ...(plan ? { plan } : {}),
    ...(afterCheck && isLeader ? { afterCheck: checkView(afterCheck) } : {}),
  };
}

/** B7: before the rating as the terms say, after a poor one by the clock that has begun. */
function planPromise({ state, clocks }: Ticket, terms: Terms | undefined) {
  const clock = clocks.find(({ kind, stoppedAt }) => kind === 'plan' && stoppedAt === undefined);
  if (clock) return { planBy: clock.by };
  return state === 'closed' && terms ? { planWithin: terms.poorRating.plan } : {};
}

/** What is looked at and what came of it; who looked is the audit's. */
export function checkView({ state, about, note }: NonNullable<Ticket['afterCheck']>) {
  return { state, ...(about === undefined ? {} : { about }), ...(note === undefined ? {} : { note }) };
}

function linksView({ parentId }: Ticket, reader: Reader, linked: readonly Ticket[]): TicketView['links'] {
  return linked.map((other) => {
    const assignee = assigneeFor(other, reader);
    return {
      ...{ ticketId: other._id, title: titleFor(other, reader), state: other.state },
      relation: other._id === parentId ? ('parent' as const) : ('task' as const),
      ...(assignee ? { assignee: assignee.name } : {}),
    };
  });
}
