import type { Agenda } from '../../../simulator/cloud/core/agenda';
import type { Clock } from '../../../simulator/cloud/core/clock';
import { mondayOf } from '../../../src/packages/staffTickets/roster/week';
import { addDays, type Day, dayOf, firstDayOf, type Instant, monthOf, startOfDay } from '../../../types/day';

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
 * Business time while a demo is prepared: the register comes on the first of the month, what is told begins there or weeks ago, goes on from
 * day to day, and ends at the present. What lies between two instants is not lived through, so the past costs no time.
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
    this.cloud.context.agenda.jump(this.firstOfMonth);
  }

  /** When the month's money begins: at eight on its first day where that is not still to come. */
  get firstOfMonth(): number {
    const first = startOfDay(firstDayOf(monthOf(this.today)));
    return Math.min(first + 8 * hour, Math.max(first, this.present - 4 * hour));
  }

  /** Back to the morning of the day so many days ago, unless the first of the month is earlier: early in a month there is a past, too. */
  goBack(days: number): void {
    const { agenda } = this.cloud.context;
    agenda.jump(Math.min(this.firstOfMonth, startOfDay(addDays(this.today, -days)) + 7 * hour));
  }

  /** The first of the month has come; time runs by itself. */
  reachFirstOfMonth(): void {
    this.goTo(this.firstOfMonth);
    this.cloud.context.clock.run(1);
  }

  /** Early on the Monday of this week, or on this day where that is earlier. */
  weekBegins(day: Day): number {
    const monday = mondayOf(this.today);
    return startOfDay(day < monday ? day : monday) + 6 * hour;
  }

  /** Everything that is due by now happens. */
  async catchUp(): Promise<void> {
    const { agenda, clock } = this.cloud.context;
    await agenda.advance(clock.now() + tick);
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
