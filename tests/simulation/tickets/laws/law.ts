/** A law that does not hold, and of what. */
export interface Violation {
  readonly law: string;
  readonly what: string;
}

/** The five promises of the issue, and what holds the simulation itself up. */
export const law = {
  noStateSkipped: 'no state is skipped',
  noClockLost: 'no clock is lost',
  oneOwner: 'a ticket has one owner',
  onceEach: 'every level of a clock is told exactly once',
  audited: 'every version has its audit entry',
  inTime: 'a tick looks after all that is due',
  noBug: 'no function meets a bug',
} as const;

export function broken(which: string, what: string): Violation {
  return { law: which, what };
}
