import { moves } from '../../../cloudfunctions/modules/tickets/life';
import type { Batch, Books } from './books';
import { verdictsOn } from './laws/contentLaws';

type Counts = Readonly<Record<string, number>>;

/** What a life was like, by kind. */
export interface Tally {
  /** Tickets by the state in which they stand at the end. */
  readonly tickets: Counts;
  /** Moves of the table that were made, and what else stands in timelines. */
  readonly moves: Counts;
  readonly otherSteps: Counts;
  /** What phones were refused, by reason; `nothing` where they heard nothing. */
  readonly refused: Counts;
  /** Levels of clocks that were told. */
  readonly levels: Counts;
  /** Requests by what became of them. */
  readonly requests: Counts;
  /** Messages that came late, twice or never, ticks that never came. */
  readonly slips: Counts;
  /** By kind: tickets of each type, linked tasks, plans, ratings asked for on the phone, revisits, after-checks that somebody judged, files by WeChat's verdict. */
  readonly of: Counts;
}

/** Counts what happens, commit by commit. */
export class Tallies {
  private readonly made: Record<string, number> = {};
  private readonly other: Record<string, number> = {};
  private readonly levels: Record<string, number> = {};

  follow({ tickets, late }: Batch): void {
    for (const { before, after } of tickets)
      for (const { what } of after.steps.slice(before?.steps.length ?? 0))
        count(what in moves ? this.made : this.other, what);
    for (const { level } of late) count(this.levels, String(level));
  }

  result(books: Books, heard: Counts, more: Pick<Tally, 'requests' | 'slips'>): Tally {
    return {
      tickets: byWord([...books.tickets.values()], ({ state }) => state),
      ...{ moves: this.made, otherSteps: this.other, refused: refusedOf(heard), levels: this.levels },
      ...more,
      of: kindsOf(books),
    };
  }
}

function kindsOf(books: Books): Counts {
  const all = [...books.tickets.values()];
  const { passed, refused } = verdictsOn(all);
  return {
    ...byWord(all, ({ channel, type }) => (channel === 'linked' ? 'linkedTask' : type)),
    emergency: all.filter(({ urgency }) => urgency === 'emergency').length,
    planned: all.filter(({ plan }) => plan !== undefined).length,
    ratedByPhone: all.filter(({ rating }) => rating?.takenBy !== undefined).length,
    revisits: all.reduce((sum, { revisits }) => sum + revisits.length, 0),
    afterChecked: all.filter(({ afterCheck }) => afterCheck && afterCheck.state !== 'due').length,
    ...{ filesPassed: passed, filesRefused: refused },
  };
}

/** By what people were told, whatever they had asked for. */
function refusedOf(heard: Counts): Counts {
  const all: Record<string, number> = {};
  for (const [what, times] of Object.entries(heard)) {
    const [, word = ''] = what.split(' ');
    if (word !== 'ok') all[word] = (all[word] ?? 0) + times;
  }
  return all;
}

function byWord<T>(all: readonly T[], wordOf: (one: T) => string): Counts {
  const counts: Record<string, number> = {};
  for (const one of all) count(counts, wordOf(one));
  return counts;
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
