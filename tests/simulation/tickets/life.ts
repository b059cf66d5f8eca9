import type { TicketState } from '../../../types/ticket';
import { type Sky, setSky } from '../payments/weather';
import { day, hour, minute, second } from '../stage/time';
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
  callForRating,
  correct,
  decline,
  grade,
  override,
  pause,
  plan,
  planShift,
  postpone,
  rescue,
  resume,
  revisit,
  setTerms,
  switchDuty,
  transfer,
  visit,
  work,
} from './staff';
import type { World } from './world';

/** What somebody does now; undefined where there is nothing to do it with. */
type Event = (world: World) => Promise<unknown> | undefined;

async function newWeather(world: World): Promise<void> {
  setSky(world.stage, world.oneOf<Sky>(['calm', 'drizzle', 'drizzle', 'storm', 'storm']));
}

type Weighted = readonly (readonly [weight: number, event: Event])[];

/** What makes more tickets, and how often beside the rest. */
const arrivals: Weighted = [
  [20, report],
  [8, takeDown],
];

/** What is done with those there are. */
const doings: Weighted = [
  ...([
    [40, accept],
    [4, decline],
    [4, transfer],
    [3, override],
    [10, rescue],
    [34, work],
    [3, pause],
    [8, resume],
    [3, postpone],
    [8, confirm],
    [20, acceptWork],
    [5, rejectWork],
    [16, rate],
  ] as const),
  ...([
    [2, cancel],
    [2, add],
    [8, answer],
    [3, grade],
    [6, judgeAnswer],
    [4, correct],
    [8, revisit],
    [6, plan],
    [8, callForRating],
    [4, afterCheck],
    [5, switchDuty],
    [1, planShift],
    [1, setTerms],
    [3, newWeather],
  ] as const),
];
const everything: Weighted = [...arrivals, ...doings];

/** Nobody reports more while so much is open. */
const mostOpen = 30;
/** Draws, until one is of something that can be done now. */
const draws = 20;

/** Deals what happens next and when: life comes in clusters, with hours and sometimes days of silence between them. */
export class Life {
  /** Near the end nobody reports any more: what is open is lived to its end. */
  isEnding = false;
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
    for (let drawn = 0; drawn < draws; drawn += 1) {
      const doing = this.deal()(world);
      if (!doing) continue;
      void world.begin(async () => void (await doing));
      return;
    }
  }

  private pause(): number {
    const { world } = this;
    // While something waits or is offered, the product looks at it every few minutes: days of that would teach nothing.
    const isAsked = world.some(({ state }) => state === 'waiting' || state === 'offered') !== undefined;
    if (world.happens(isAsked ? 0.996 : 0.98)) return world.below(8 * second);
    if (isAsked) return world.below(30 * minute);
    if (world.happens(0.8)) return world.below(2 * hour);
    return world.below(world.happens(0.25) ? 4 * day : 12 * hour);
  }

  private deal(): Event {
    const { world } = this;
    const isFull = this.isEnding || world.books.open.size >= mostOpen;
    return drawnFrom(isFull ? doings : everything, world);
  }
}

function drawnFrom(events: Weighted, world: World): Event {
  let drawn = world.below(events.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, event] of events) {
    if (drawn < weight) return event;
    drawn -= weight;
  }
  throw new Error('nothing happens');
}

/** Whoever has work does it, all at once; the desk answers what it was asked, and cancels what nobody has accepted. */
export async function giveUp(world: World): Promise<void> {
  const open = [...world.books.open].flatMap((id) => world.books.tickets.get(id) ?? []);
  const inHand = open.filter(
    ({ _id, state }) => isOneOf(state, ['accepted', 'working']) && !world.atWork.has(_id),
  );
  const finished = inHand.map((ticket) => visit(world, ticket, ticket.assignee?.staffId ?? ''));
  for (const { _id: ticketId, state } of open) {
    if (isOneOf(state, ['waiting', 'offered', 'paused']))
      await world.send('service', 'tickets.cancel', { ticketId, reason: '重复报修' });
    if (state === 'answering')
      await world.send('service', 'tickets.answer', { ticketId, text: '已经安排处理' });
  }
  await Promise.all(finished);
}

function isOneOf(state: TicketState, states: readonly TicketState[]): boolean {
  return states.includes(state);
}
