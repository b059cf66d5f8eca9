/** To the lift and to the door. */
const doorMinutes = 2;
/** Assumed: 60 m from one building to the next number, 70 m a minute. */
const minutesPerNumber = 60 / 70;
/** Assumed: no way within one community is longer, and none that we cannot tell is counted as short or long. */
const longest = 15;
const unknown = 6;

/**
 * Minutes on foot to the door between two buildings, by how far apart their numbers are: the registers we know name buildings, not
 * where they stand. Places without a number (东门), and nobody knows where somebody is, count as a middling way.
 */
export function walkBetween(from: string | undefined, to: string): number {
  if (from === to) return doorMinutes;
  const [a, b] = [numberIn(from), numberIn(to)];
  if (a === undefined || b === undefined) return unknown;
  return Math.min(longest, doorMinutes + Math.abs(a - b) * minutesPerNumber);
}

function numberIn(building: string | undefined): number | undefined {
  const digits = /\d{1,4}/.exec(building ?? '');
  return digits ? Number(digits[0]) : undefined;
}
