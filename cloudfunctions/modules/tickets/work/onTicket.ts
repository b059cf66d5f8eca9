import type { TicketView } from '../../../../types/contract/tickets';
import { type Outcome, refused } from '../../../../types/refusal';
import type { Changes } from '../../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../../kernel/decision';
import type { MessageIntent } from '../../../kernel/message';
import type { Changing, Context } from '../../../kernel/routes';
import { type Around, aroundOf } from '../around';
import { type TicketChange, ticketChanges } from '../changesOf';
import { answerChecked, answerGiven, type OfTicket } from '../reporting/afterwards';
import { asOneOf, type Role } from '../reporting/as';
import { areOwn } from '../reporting/files';
import { type FilesOf, whenUploaded } from '../reporting/uploaded';
import { viewTicket } from '../reporting/viewTicket';
import type { Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import type { Acting } from './acting';

/** One thing done with a ticket: who may, by which rule, and who is told. */
export interface Doing<Input> {
  /** Past tense, for the audit. */
  readonly what: string;
  /** As what it may be done; the first that the caller is counts. */
  readonly as: readonly Role[];
  /** Files of the input: each must be the caller's own (FILE_NOT_YOURS) and have arrived (FILE_NOT_UPLOADED). */
  readonly files?: FilesOf<Input>;
  /** Pure, or loads what else it rests on. */
  readonly rule: (done: Done<Input>) => Outcome<Ticket> | Promise<Outcome<Ticket>>;
  readonly tell?: (before: Ticket, after: Ticket) => readonly MessageIntent[];
  readonly reason?: (input: Input) => string | undefined;
  readonly facts?: (after: Ticket) => TicketChange['facts'];
  /** What else belongs to the commit. */
  readonly more?: (after: Ticket) => Partial<Changes>;
  /** In place of `ticketChanges`, where other tickets change with this one. */
  readonly changes?: (before: Ticket, after: Ticket, change: TicketChange) => Promise<Changes>;
  /** What is to be done after the commit: WeChat looks at new words and files; whoever has become free is given work. */
  readonly afterwards?: 'check' | 'dispatch';
}

/** What a rule is given. */
export interface Done<Input> {
  readonly ticket: Ticket;
  readonly input: Input;
  readonly acting: Acting & { readonly who: { readonly openid: string } };
  readonly context: Context;
  readonly around: Around;
}

/** The use case of one thing done with a ticket: loads, decides by the rule, and commits the ticket with all that goes with it. */
export function onTicket<Input extends OfTicket>(
  doing: Doing<Input>,
): Changing<Input, void, OfTicket, TicketView> {
  return {
    ...(doing.files ? { prepare: whenUploaded(doing.files) } : {}),
    decide: (input, context) => decide(doing, input, context),
    answer: ({ ticketId }, context, ports) => {
      if (doing.afterwards === 'check') return answerChecked({ ticketId }, context, ports);
      if (doing.afterwards === 'dispatch') return answerGiven({ ticketId, isUrgent: false }, context, ports);
      return viewTicket({ ticketId }, context);
    },
  };
}

async function decide<Input extends OfTicket>(
  doing: Doing<Input>,
  input: Input,
  context: Context,
): Promise<Decision<OfTicket>> {
  const ticket = await ticketById(input.ticketId);
  if (!ticket) return toRefuse('NOT_ALLOWED');
  const around = await aroundOf(ticket);
  const next = await ruled(doing, input, { ticket, around, context });
  if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
  const change = changeOf(doing, input, { before: ticket, after: next.value, around, now: context.now });
  const { ticketId } = input;
  if (doing.changes) return toDo({ ticketId }, await doing.changes(ticket, next.value, change));
  return toDo({ ticketId }, ticketChanges(ticket, next.value, change));
}

async function ruled<Input>(
  { as: roles, files, rule }: Doing<Input>,
  input: Input,
  { ticket, around, context }: { ticket: Ticket; around: Around; context: Context },
): Promise<Outcome<Ticket>> {
  const as = asOneOf(roles, ticket, context, around.watchers);
  // Somebody had it when access looked, and somebody else has it now.
  if (!as) return refused(roles.includes('assignee') ? 'TICKET_MOVED' : 'NOT_ALLOWED');
  if (files && !areOwn(files(input), as.who.openid)) return refused('FILE_NOT_YOURS');
  const acting = { as: as.mover, who: as.who, now: context.now, terms: around.terms };
  return rule({ ticket, input, acting, context, around });
}

function changeOf<Input>(
  { what, tell, reason, facts, more }: Doing<Input>,
  input: Input,
  { before, after, around, now }: { before: Ticket; after: Ticket; around: Around; now: Context['now'] },
): TicketChange {
  const said = reason?.(input);
  const known = facts?.(after);
  return {
    ...around,
    ...{ what, now, messages: tell?.(before, after) ?? [] },
    ...(said === undefined ? {} : { reason: said }),
    ...(known === undefined ? {} : { facts: known }),
    ...(more ? { more: more(after) } : {}),
  };
}
