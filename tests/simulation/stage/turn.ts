import type { Stage } from './stage';
import { minute, second, type Time } from './time';

/** A community as the director of its life sees it. */
interface Lived {
  readonly stage: Stage;
  readonly time: Time;
  happens(probability: number): boolean;
  below(bound: number): number;
  /** When the product has something to do next by itself. */
  nextDue(): number | undefined;
}

/** Who says what somebody begins next, and when. */
interface Deals {
  readonly next: number;
  begin(): void;
}

const mostAtOnce = 6;

/**
 * One thing happens: somebody begins something, time goes on a little, or one thing of those that wait is let go. Nobody begins while
 * six are at it: `atWork`. `drift` is how often time goes on beside what happens, by up to 20 seconds.
 */
export async function turn(
  world: Lived,
  life: Deals,
  { atWork, drift }: { readonly atWork: number; readonly drift: number },
): Promise<void> {
  const { stage, time } = world;
  if (stage.choices === 0) {
    // Where everybody who may be at it sleeps, nobody begins before one of them wakes.
    const next = atWork < mostAtOnce ? life.next : Number.POSITIVE_INFINITY;
    if (next <= time.now) life.begin();
    else time.moveTo(Math.min(next, nextEvent(world)));
    return;
  }
  if (world.happens(drift)) time.moveTo(time.now + world.below(20) * second);
  else if (life.next <= time.now && atWork < mostAtOnce) life.begin();
  await stage.step();
}

/** When the simulator, a sleeper or the product itself has something next. Minutes in which nothing is due are passed over. */
export function nextEvent(world: Lived): number {
  const { time } = world;
  const due = world.nextDue();
  const nextMinute = Math.floor(time.now / minute) + 1;
  const atMinute = due === undefined ? undefined : Math.max(Math.ceil(due / minute), nextMinute) * minute;
  const times = [time.next, atMinute].filter((at) => at !== undefined);
  return Math.max(time.now, Math.min(Number.POSITIVE_INFINITY, ...times));
}
