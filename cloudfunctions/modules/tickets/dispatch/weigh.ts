import type { Candidate, DispatchRule, WaitingTicket } from './rule';

/** Why somebody is not asked at all. */
export type Unfit = 'offDuty' | 'noSkill' | 'declined' | 'busy';

export type Weighed =
  | { readonly unfit: Unfit }
  | {
      readonly unfit?: undefined;
      /** Minutes; less is better. */
      readonly cost: number;
    };

export interface Circumstances {
  readonly rule: DispatchRule;
  /** Milliseconds. */
  readonly now: number;
  /** Minutes on foot from where this person will be free to the ticket's place. */
  readonly walkMinutes: (candidate: Candidate, ticket: WaitingTicket) => number;
  /** Whether these minutes are a guess (`Walk`). */
  readonly isWayGuess: (candidate: Candidate, ticket: WaitingTicket) => boolean;
}

export function isInArea({ areas }: Candidate, { place }: WaitingTicket): boolean {
  return areas.length === 0 || areas.includes(place);
}

/** Mean minutes worked by those on duty: what fairness is measured from. */
export function meanWorked(candidates: readonly Candidate[]): number {
  const onDuty = candidates.filter((candidate) => candidate.isOnDuty);
  if (onDuty.length === 0) return 0;
  return onDuty.reduce((sum, candidate) => sum + candidate.workedMinutes, 0) / onDuty.length;
}

/** Whether this person may be given this ticket now; the first reason that holds is the one shown. */
function unfitFor(
  candidate: Candidate,
  ticket: WaitingTicket,
  { rule, now }: Pick<Circumstances, 'rule' | 'now'>,
): Unfit | undefined {
  if (!candidate.isOnDuty) return 'offDuty';
  if (!candidate.skills.includes(ticket.skill)) return 'noSkill';
  if (ticket.declinedBy.includes(candidate.id)) return 'declined';
  if (freeIn(candidate, ticket) === 0) return undefined;
  const isNearClock = ticket.respondBy - now <= rule.busyWithinMinutes * 60_000;
  return ticket.heldBy === undefined && isNearClock ? undefined : 'busy';
}

function freeIn({ urgentFreeInMinutes, freeInMinutes }: Candidate, { urgency }: WaitingTicket): number {
  return urgency === 'emergency' ? urgentFreeInMinutes : freeInMinutes;
}

/** Minutes until this person is at the door: until free, then the walk. */
export function arrivalOf(
  candidate: Candidate,
  ticket: WaitingTicket,
  { walkMinutes }: Pick<Circumstances, 'walkMinutes'>,
): number {
  return freeIn(candidate, ticket) + walkMinutes(candidate, ticket);
}

/** On duty × skill × area × distance × load × fairness for one pair (B2). */
export function weigh(
  candidate: Candidate,
  ticket: WaitingTicket,
  mean: number,
  circumstances: Circumstances,
): Weighed {
  const unfit = unfitFor(candidate, ticket, circumstances);
  if (unfit !== undefined) return { unfit };
  const { rule } = circumstances;
  const isEmergency = ticket.urgency === 'emergency';
  const cost =
    arrivalOf(candidate, ticket, circumstances) * (isEmergency ? rule.emergencyWeight : 1) +
    (isInArea(candidate, ticket) ? 0 : rule.otherAreaMinutes) +
    candidate.open * rule.perOpenMinutes +
    (candidate.skills.length - 1) * rule.perOtherSkillMinutes +
    ((candidate.workedMinutes - mean) / 60) * rule.perHourAboveMeanMinutes;
  return { cost };
}

/**
 * What leaving a ticket for later costs: above what any pair costs, so nobody fit stays idle. Where not all can be served,
 * emergencies go first, then what takes little work, and each minute waited counts, so that nothing long waits for ever.
 */
export function costOfWaiting(
  { urgency, reportedAt, usualMinutes }: WaitingTicket,
  circumstances: Circumstances,
) {
  const waited = (circumstances.now - reportedAt) / 60_000;
  return (
    (urgency === 'emergency' ? 1_000_000 : 100_000) - usualMinutes + waited * circumstances.rule.agePerMinute
  );
}
