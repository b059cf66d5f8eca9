import type { Agenda } from '../../../simulator/cloud/core/agenda';
import type { Clock } from '../../../simulator/cloud/core/clock';
import { type Day, dayOf, firstDayOf, type Instant, monthOf, startOfDay } from '../../../types/day';

const hour = 3_600_000;
/** Milliseconds in which the product's timer fires at least once. */
const tick = 60_000;

interface Timed {
  readonly context: {
    readonly clock: Pick<Clock, 'now' | 'freeze' | 'run'>;
    readonly agenda: Pick<Agenda, 'jump' | 'advance'>;
  };
}

/** Something that people do at an instant. */
export interface Act {
  readonly at: number;
  readonly act: () => Promise<unknown>;
}

/**
 * Business time while a demo is prepared: it begins on the first of the month, goes on from day to day, and ends at the present. What lies
 * between two instants is not lived through, so the past costs no time.
 */
export class StoryClock {
  constructor(
    private readonly cloud: Timed,
    readonly present: Instant,
  ) {}

  get today(): Day {
    return dayOf(this.present);
  }

  /** On the first of this month, at eight where that is not still to come. */
  begin(): void {
    const first = startOfDay(firstDayOf(monthOf(this.today)));
    this.cloud.context.agenda.jump(Math.min(first + 8 * hour, Math.max(first, this.present - 4 * hour)));
  }

  /** Forward to this instant, never beyond the present, never back. */
  private goTo(instant: number): void {
    const { clock, agenda } = this.cloud.context;
    const target = Math.min(instant, this.present);
    if (target > clock.now()) agenda.jump(target);
  }

  /** In the morning; today an hour ago at the latest, so that it lies behind the present, but not yesterday. */
  morningOf(day: Day): number {
    const start = startOfDay(day);
    return Math.max(start, Math.min(start + 10 * hour, this.present - hour));
  }

  /** Everything at its time, one after the other, while nothing happens by itself. */
  async tell(acts: readonly Act[]): Promise<void> {
    this.cloud.context.clock.freeze();
    for (const { at, act } of [...acts].sort((a, b) => a.at - b.at)) {
      this.goTo(at);
      await act();
    }
  }

  /** The present, after a tick that does what the skipped days have left to do, and time runs by itself. */
  async end(now: () => number): Promise<void> {
    const { agenda, clock } = this.cloud.context;
    agenda.jump(now() - tick);
    await agenda.advance(now());
    agenda.jump(now());
    clock.run(1);
  }
}
