import type { Urgency } from '../../../../types/ticket';

/** What the rule must know of one ticket that waits for somebody (B2). Instants are milliseconds. */
export interface WaitingTicket {
  readonly id: string;
  /** The kind of work it takes, as in a staff member's `skills`: `水暖`. */
  readonly skill: string;
  /** Building or place, as in a staff member's `areas`: `3栋`. */
  readonly place: string;
  readonly urgency: Urgency;
  readonly reportedAt: number;
  readonly respondBy: number;
  /** What work of this type usually takes. */
  readonly usualMinutes: number;
  /** Who declined it or did not answer: not asked a second time. */
  readonly declinedBy: readonly string[];
  /**
   * Accepted by somebody who has not begun. It is offered again: whoever is free sooner takes it over (转派), so that nobody
   * waits for one engineer while another stands idle. Only to people who are free; the holder is one of them when they are.
   */
  readonly heldBy?: string;
}

/** What the rule must know of one staff member at the moment of deciding. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly isOnDuty: boolean;
  readonly skills: readonly string[];
  /** Empty is everywhere. */
  readonly areas: readonly string[];
  /** Tickets in hand, emergencies included. */
  readonly open: number;
  readonly openEmergencies: number;
  /** Minutes until what is in hand is usually done; 0 is free now: nothing under way, whatever is held and not begun. */
  readonly freeInMinutes: number;
  /** Minutes until an emergency could be gone to: the work under way and emergencies ahead, nothing else. */
  readonly urgentFreeInMinutes: number;
  /** Minutes of ticket work in the last seven days, for fairness. */
  readonly workedMinutes: number;
}

/** The rule's figures; all costs are in minutes of waiting. */
export interface DispatchRule {
  /** Shown to whoever asks why (派单规则 第 n 版). */
  readonly version: number;
  /** Somebody with work in hand is given a ticket only this near to its clock; until then it waits for a free one. */
  readonly busyWithinMinutes: number;
  readonly otherAreaMinutes: number;
  readonly perOpenMinutes: number;
  /** For each skill besides the one needed: who can do much stays free for what few can do. */
  readonly perOtherSkillMinutes: number;
  /** For each hour worked above the mean of those who are on duty. */
  readonly perHourAboveMeanMinutes: number;
  /** Minutes in an emergency weigh so many times. */
  readonly emergencyWeight: number;
  /** How much one minute waited already counts against one minute of usual work, when not everybody can be served. */
  readonly agePerMinute: number;
}

export const dispatchRule: DispatchRule = {
  version: 1,
  busyWithinMinutes: 15,
  otherAreaMinutes: 1,
  perOpenMinutes: 1,
  perOtherSkillMinutes: 2,
  perHourAboveMeanMinutes: 0.2,
  emergencyWeight: 5,
  agePerMinute: 0.1,
};
