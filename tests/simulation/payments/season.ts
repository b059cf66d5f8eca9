import { day, hour, minute } from '../stage/time';
import { askInvoice, refundWhileInvoiced, workOffInvoices } from './invoices';
import { finishStuckRefund, foreignSale, forgeNotice, withdraw, wrongNotice } from './mischief';
import { changeChannel, sameNumber } from './payee';
import { crowd, type LeftSheets, payLeftSheet, question, somebodyTold, visitHome } from './residents';
import { type Member, members, membersOf } from './setting';
import {
  answerQuestions,
  bill,
  correct,
  grantVoucher,
  handOver,
  refund,
  refundAtMidnight,
  settleCases,
  takeAtCounter,
} from './staff';
import { type Sky, setSky } from './weather';
import type { World } from './world';

type Event = (world: World, left: LeftSheets) => Promise<void>;

/** Several at once, on their phones, within a minute or so of each other. */
async function gathering(world: World, left: LeftSheets): Promise<void> {
  await visitAll(world, crowd(world), left);
}

/** Everybody of a home is at it while the company works on that very home. */
async function collision(world: World, left: LeftSheets): Promise<void> {
  const { homeId } = somebodyTold(world);
  const work = world.oneOf([
    correct,
    takeAtCounter,
    (_: World, home: string) => refund(world, (order) => order.homeId === home),
  ]);
  const pause = world.below(20_000);
  await Promise.all([
    visitAll(world, membersOf(homeId), left),
    world.time.sleep(pause).then(() => work(world, homeId)),
  ]);
}

async function visitAll(world: World, visitors: readonly Member[], left: LeftSheets): Promise<void> {
  await Promise.all(
    visitors.map(async (member) => {
      await world.time.sleep(world.below(world.happens(0.5) ? 5_000 : minute));
      await visitHome(world, member, left);
    }),
  );
}

async function newWeather(world: World): Promise<void> {
  setSky(world.stage, world.oneOf<Sky>(['calm', 'drizzle', 'drizzle', 'storm', 'storm']));
}

/** What happens in the community, and how often beside the rest. */
const events: readonly (readonly [weight: number, event: Event])[] = [
  [30, gathering],
  [18, collision],
  [8, payLeftSheet],
  [12, bill],
  [7, (world) => refund(world)],
  [6, (world) => takeAtCounter(world)],
  [3, handOver],
  [8, grantVoucher],
  [5, refundAtMidnight],
  [9, askInvoice],
  [6, workOffInvoices],
  [8, refundWhileInvoiced],
  [4, (world) => correct(world)],
  [2, question],
  [3, answerQuestions],
  [8, settleCases],
  [4, forgeNotice],
  [3, wrongNotice],
  [3, foreignSale],
  [1, withdraw],
  [2, changeChannel],
  [6, sameNumber],
  [2, finishStuckRefund],
  [6, newWeather],
];
const weights = events.reduce((sum, [weight]) => sum + weight, 0);

/** Deals what happens next and when: life comes in clusters, with days between them. */
export class Season {
  private readonly left: LeftSheets = { sheets: [] };
  private nextAt: number;
  private readonly isQuiet: boolean;

  constructor(private readonly world: World) {
    this.isQuiet = world.happens(0.3);
    this.nextAt = world.time.now + minute;
  }

  /** When somebody does something next, if nobody is at it. */
  get next(): number {
    return this.nextAt;
  }

  /** One thing begins. */
  begin(): void {
    const { world } = this;
    this.nextAt = world.time.now + this.pause();
    const event = this.deal();
    void world.begin(() => event(world, this.left));
  }

  /** Life comes in clusters; some communities are quieter than others, and where hardly anybody owes anything it waits for the month. */
  private pause(): number {
    const { world } = this;
    if (world.happens(0.6)) return world.below(5 * minute);
    if (owing(world) < 3 && world.happens(0.35)) return world.below(9 * day);
    const isLong = world.happens(this.isQuiet ? 0.4 : 0.1);
    return isLong ? world.below(5 * day) : world.below(6 * hour);
  }

  private deal(): Event {
    let drawn = this.world.below(weights);
    for (const [weight, event] of events) {
      if (drawn < weight) return event;
      drawn -= weight;
    }
    return gathering;
  }
}

function owing(world: World): number {
  const accounts = [...world.judge.view().mirror.all('homeAccounts')];
  return accounts.filter(({ openBills }) => openBills.length > 0).length;
}

/** Everybody looks once more and pays nothing: what a phone does on its own. */
export async function everybodyLooks(world: World): Promise<void> {
  for (const { openid, homeId } of members) await world.ask(openid, 'payments.seeHome', { homeId });
}
