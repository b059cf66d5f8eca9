import { day, hour, minute, second } from '../payments/time';
import { type Sky, setSky } from '../payments/weather';
import {
  acceptWork,
  add,
  cancel,
  confirm,
  judgeAnswer,
  rate,
  rejectWork,
  report,
  takeDown,
} from './residents';
import {
  accept,
  afterCheck,
  answer,
  correct,
  decline,
  grade,
  override,
  pause,
  plan,
  planShift,
  postpone,
  resume,
  revisit,
  setTerms,
  switchDuty,
  transfer,
  work,
} from './staff';
import type { World } from './world';

type Event = (world: World) => Promise<void>;

async function newWeather(world: World): Promise<void> {
  setSky(world.stage, world.oneOf<Sky>(['calm', 'drizzle', 'drizzle', 'storm', 'storm']));
}

/** What happens in the community, and how often beside the rest. */
const events: readonly (readonly [weight: number, event: Event])[] = [
  ...([
    [14, report],
    [3, takeDown],
    [24, accept],
    [6, decline],
    [5, transfer],
    [4, override],
    [30, work],
    [5, pause],
    [6, resume],
    [5, postpone],
    [6, confirm],
    [8, acceptWork],
    [4, rejectWork],
    [12, rate],
  ] as const),
  ...([
    [3, cancel],
    [2, add],
    [8, answer],
    [3, grade],
    [6, judgeAnswer],
    [4, correct],
    [8, revisit],
    [4, plan],
    [4, afterCheck],
    [10, switchDuty],
    [2, planShift],
    [2, setTerms],
    [5, newWeather],
  ] as const),
];
const weights = events.reduce((sum, [weight]) => sum + weight, 0);

/** Deals what happens next and when: life comes in clusters, with hours and sometimes days of silence between them. */
export class Life {
  private nextAt: number;

  constructor(private readonly world: World) {
    this.nextAt = world.time.now + minute;
  }

  /** When somebody does something next, if nobody is at it. */
  get next(): number {
    return this.nextAt;
  }

  begin(): void {
    const { world } = this;
    this.nextAt = world.time.now + this.pause();
    const event = this.deal();
    void world.begin(() => event(world));
  }

  private pause(): number {
    const { world } = this;
    if (world.happens(0.85)) return world.below(90 * second);
    // While something waits, the product looks at it every five minutes: days of that would teach nothing.
    if (world.some(({ state }) => state === 'waiting') || world.happens(0.85)) return world.below(2 * hour);
    return world.below(world.happens(0.25) ? 4 * day : 12 * hour);
  }

  private deal(): Event {
    let drawn = this.world.below(weights);
    for (const [weight, event] of events) {
      if (drawn < weight) return event;
      drawn -= weight;
    }
    return report;
  }
}

/** The desk cancels whatever can be cancelled. */
export async function giveUp(world: World): Promise<void> {
  for (const { _id: ticketId, state } of world.books.tickets.values())
    if (['waiting', 'offered', 'accepted', 'answering', 'paused'].includes(state))
      await world.send('service', 'tickets.cancel', { ticketId, reason: '重复报修' });
}
