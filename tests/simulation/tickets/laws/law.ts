/** A law that does not hold, and of what. */
export interface Violation {
  readonly law: string;
  readonly what: string;
}

/** The five promises of the issue, what they rest on, and what holds the simulation itself up. */
export const law = {
  noStateSkipped: 'no state is skipped',
  noClockLost: 'no clock is lost',
  oneOwner: 'a ticket has one owner',
  onceEach: 'every level of a clock is told exactly once',
  audited: 'every version has its audit entry',
  asSet: 'a clock runs as long as the community has set',
  staysLate: 'what was late stays late',
  ableAndNeeded: 'who has it can do it, and somebody needs it',
  told: 'who loses it is told',
  rated: 'a ticket is rated once, and who has no account is called',
  verdict: 'content is what WeChat says of it',
  askedAgain: 'what is pending is asked about again',
  inTime: 'a tick looks after all that is due',
  noBug: 'no function meets a bug',
} as const;

export function broken(which: string, what: string): Violation {
  return { law: which, what };
}
