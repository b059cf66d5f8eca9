import { createHash } from 'node:crypto';
import type { ParsedOf } from '../../../../types/contract';
import { dayOf, type Instant } from '../../../../types/day';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { Problem, TicketChannel } from '../../../../types/ticket';
import { moveDeadline } from '../clocks';
import { firstClocks } from '../life';
import type { Step, Terms, Ticket } from '../ticket';
import { areOwn, keptFiles, keptText } from './files';
import { suggestedGrade } from './suggestedGrade';
import { titleOf } from './title';

/** What a report says, whoever sends it. */
export type Report = Omit<ParsedOf<'tickets.report'>, 'homeId'>;

/** Whom and where it is about, as our records have it. */
export interface Reported {
  readonly communityId: string;
  readonly homeId?: string;
  readonly place: string;
  readonly building: string;
  readonly reporter: Ticket['reporter'];
  readonly channel: TicketChannel;
  /** `mendedLately` of the home's earlier tickets; nothing where it is of no home. */
  readonly mendedLately?: readonly Problem[];
  /** Who sends it: the reporter, or the member of staff who took it down. */
  readonly sender: Pick<Step, 'by' | 'staffId'> & { readonly openid: string };
}

/** What comes from outside of the rule. */
export interface Moment {
  readonly now: Instant;
  readonly terms: Terms;
  /** Unguessable: gives the four digits. */
  readonly newId: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** The sentence of WINDOW_NOT_POSSIBLE. */
const farthest = 14 * day;
/** Ours: a longer time at home is no window. */
const longest = day / 2;

/**
 * B1: a ticket of a report, with its first clocks. An emergency is a repair, whatever it was called: it is dispatched. A later window that
 * the owner has chosen moves the end of a general repair. Refuses NOTHING_REPORTED, FILE_NOT_YOURS, WINDOW_NOT_POSSIBLE.
 */
export function newTicket(
  report: Report,
  reported: Reported,
  { now, terms, newId }: Moment,
): Outcome<Omit<Ticket, 'version'>> {
  const { sender, ...about } = reported;
  const text = keptText(report.text, sender.openid);
  if (text.text === '' && report.voice === undefined) return refused('NOTHING_REPORTED');
  if (!areOwn(filesOf(report), sender.openid)) return refused('FILE_NOT_YOURS');
  if (report.window && !canBe(report.window, now)) return refused('WINDOW_NOT_POSSIBLE');
  const kind = kindOf(report);
  const number = `${dayOf(now).replaceAll('-', '')}-${digitsOf(newId)}`;
  return granted({
    ...about,
    ...kind,
    ...{ _id: ticketIdOf(about.communityId, number), number, problem: report.problem },
    ...said(report, text, sender.openid, now),
    ...{ reportedAt: now, movedAt: now, state: kind.type === 'repair' ? 'waiting' : 'answering' },
    clocks: clocksOf(kind, report.window, now, terms),
    steps: [{ ...sender, at: now, what: 'reported' }],
    ...{ turned: [], checklist: [], before: [], after: [], materials: [], comebacks: 0 },
    ...{ answers: [], revisits: [], taskIds: [] },
  });
}

/** A number is a community's own: with it, the id. */
export function ticketIdOf(communityId: string, number: string): string {
  return `${communityId}·${number}`;
}

/** The files a report carries: photos and the recording. */
export function filesOf({ photos, voice }: Pick<Report, 'photos' | 'voice'>): readonly string[] {
  return [...photos, ...(voice ? [voice.fileId] : [])];
}

/** Type, tier and grade go together: only what is dispatched can be an emergency, only a complaint has a grade, which its words suggest. */
export function kindOf({
  type,
  urgency,
  text,
}: Pick<Report, 'type' | 'urgency' | 'text'>): Pick<
  Ticket,
  'type' | 'urgency' | 'grade' | 'isGradeSuggested'
> {
  if (urgency === 'emergency') return { type: 'repair', urgency };
  if (type === 'enquiry') return { type, urgency: 'enquiry' };
  if (type !== 'complaint') return { type, urgency: 'general' };
  return { type, urgency: 'general', grade: suggestedGrade(text), isGradeSuggested: true };
}

function said(report: Report, text: Ticket['text'], openid: string, now: Instant) {
  const { spot, window, voice, photos, problem } = report;
  const [recording] = voice ? keptFiles([voice.fileId], openid, now) : [];
  // The spot is checked together with the words.
  const words: Ticket['text'] = spot === undefined ? text : { ...text, check: 'pending' };
  return {
    title: {
      text: titleOf(text.text, problem),
      check: text.text === '' ? 'passed' : words.check,
      by: openid,
    },
    text: words,
    photos: keptFiles(photos, openid, now),
    ...(recording && voice ? { voice: { ...recording, seconds: voice.seconds } } : {}),
    ...(spot === undefined ? {} : { spot }),
    ...(window ? { window: { ...window, isConfirmed: false } } : {}),
  } satisfies Partial<Ticket>;
}

function clocksOf(
  kind: Pick<Ticket, 'type' | 'urgency' | 'grade'>,
  window: Report['window'],
  now: Instant,
  terms: Terms,
): Ticket['clocks'] {
  const clocks = firstClocks(kind, now, terms);
  const close = clocks.find((clock) => clock.kind === 'close');
  if (!close || !window || window.to <= close.by) return clocks;
  return moveDeadline(clocks, 'close', window.to as Instant, now);
}

function canBe({ from, to }: NonNullable<Report['window']>, now: Instant): boolean {
  return to > from && to > now && to - from <= longest && to <= now + farthest;
}

/** Of two reports of a day with the same digits the later one is decided again, with others. */
function digitsOf(newId: string): string {
  const number = createHash('sha256').update(newId).digest().readUInt32BE() % 10_000;
  return String(number).padStart(4, '0');
}
