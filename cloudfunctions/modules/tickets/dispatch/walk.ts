/** To the lift and to the door. */
const doorMinutes = 2;
/** Assumed: 60 m between two buildings that stand side by side, 70 m a minute. */
const minutesPerStep = 60 / 70;
/** Assumed: no way within one community is longer, and none that we cannot tell is counted as short or long. */
const longest = 15;
const unknown = 6;

/** Ways in one community, from a place, if known, to the door of another. */
export interface Walk {
  /** Minutes on foot. */
  (from: string | undefined, to: string): number;
  /** Whether the minutes are told by house numbers, or by nothing: fit to choose by, not to promise. */
  readonly isGuess: (from: string | undefined, to: string) => boolean;
}

/**
 * Ways in a community whose buildings stand in these rows, one behind the other (`ServiceTerms.buildingRows`): along the row and across.
 * Between places of which one stands in no row, or where the company has not said how they stand, by how far apart their numbers are:
 * registers name buildings, not where they stand.
 */
export function walkAmong(rows: readonly (readonly string[])[] = []): Walk {
  const stands = new Map(
    rows.flatMap((row, across) => row.map((building, along) => [building, { across, along }])),
  );
  // One decision asks for the same few ways a hundred thousand times.
  const told = new Map<string | undefined, Map<string, number>>();
  const walk = (from: string | undefined, to: string) => {
    const known = told.get(from)?.get(to);
    if (known !== undefined) return known;
    const way = wayBetween(from, to, stands);
    told.set(from, (told.get(from) ?? new Map<string, number>()).set(to, way));
    return way;
  };
  const isGuess: Walk['isGuess'] = (from, to) => from === undefined || !stands.has(from) || !stands.has(to);
  return Object.assign(walk, { isGuess });
}

interface Stand {
  readonly across: number;
  readonly along: number;
}

function wayBetween(from: string | undefined, to: string, stands: ReadonlyMap<string, Stand>): number {
  const a = from === undefined ? undefined : stands.get(from);
  const b = stands.get(to);
  if (a === undefined || b === undefined) return walkByNumber(from, to);
  return walkOf(Math.abs(a.across - b.across) + Math.abs(a.along - b.along));
}

/** Places without a number (东门), and nobody knows where somebody is, count as a middling way. */
function walkByNumber(from: string | undefined, to: string): number {
  if (from === to) return doorMinutes;
  const [a, b] = [numberIn(from), numberIn(to)];
  return a === undefined || b === undefined ? unknown : walkOf(Math.abs(a - b));
}

function walkOf(steps: number): number {
  return Math.min(longest, doorMinutes + steps * minutesPerStep);
}

function numberIn(building: string | undefined): number | undefined {
  const digits = /\d{1,4}/.exec(building ?? '');
  return digits ? Number(digits[0]) : undefined;
}
