import type { Ticket } from './ticket';

/**
 * Is its reporter to be asked for a rating on the phone (B6): it is done, nobody has rated it, and no WeChat account could be asked. Not
 * asked are colleagues (who found it on patrol, or took down what nobody in particular has said) and whoever stands behind a linked task.
 */
export function isRatedByPhone({
  state,
  channel,
  reporter,
  rating,
  ratingGivenUpAt,
}: Pick<Ticket, 'state' | 'channel' | 'reporter' | 'rating' | 'ratingGivenUpAt'>): boolean {
  const { openid, phone, isTaker } = reporter;
  if (state !== 'closed' || rating !== undefined || ratingGivenUpAt !== undefined) return false;
  return channel !== 'linked' && openid === undefined && phone !== '' && isTaker === undefined;
}

/**
 * Is its reporter whoever found it on patrol in the common area (E3): a colleague, whose stars say nothing of how satisfied residents are,
 * and who follows it only as long as they are on the staff.
 */
export function isOfFinder({ channel, reporter }: Pick<Ticket, 'channel' | 'reporter'>): boolean {
  return channel === 'patrol' && reporter.openid !== undefined && reporter.residentId === undefined;
}
