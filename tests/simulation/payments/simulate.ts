import type { PayChannelName } from '../../../cloudfunctions/platform/pay/port';
import type { Instant } from '../../../types/day';
import { Merchant } from '../merchant/merchant';
import { httpNotices } from '../merchant/merchantApi';
import { putDocuments } from '../stage/seeding';
import { Stage, type StageOptions } from '../stage/stage';
import { StageCloud, stageEnvironment } from '../stage/stageCloud';
import { day } from '../stage/time';
import type { Trace } from '../stage/trace';
import { nextEvent, turn } from '../stage/turn';
import { Judge } from './invariants/judge';
import type { Violation } from './invariants/view';
import { elsewhere } from './mischief';
import { declaredCollections, openDoors } from './product';
import { everybodyLooks, Season } from './season';
import { billedDocuments, merchantId, prepayCap, settingDocuments, startedJobs } from './setting';
import { setSky } from './weather';
import { World } from './world';

export interface SimulationOptions extends Pick<StageOptions, 'distort'> {
  readonly seed: number;
  /** One step: one thing that the product waited for is let go (an answer, a pause, a wake-up), or begins. */
  readonly steps: number;
}

export interface SimulationResult {
  readonly steps: number;
  readonly violations: readonly Violation[];
  /** What led to them. */
  readonly trace: Trace;
  /** Equal for runs that went exactly alike. */
  readonly digest: string;
  readonly simulatedDays: number;
  readonly counts: Readonly<Record<string, number>>;
  /** What phones were told: action and `ok`, a refusal's code, or `nothing`. */
  readonly heard: Readonly<Record<string, number>>;
}

type Fields = Readonly<Record<string, unknown>>;

const start = Date.parse('2026-01-31T09:00:00+08:00');
const wholeEvery = 500;

/** A community lives until its steps are used up, or a law is broken; then everything comes to rest and is judged once more. */
export async function simulate({ seed, steps, distort }: SimulationOptions): Promise<SimulationResult> {
  Object.assign(process.env, stageEnvironment);
  let world: World | undefined;
  const cloud = new StageCloud({
    ...{ seed, start, database: { collections: declaredCollections() } },
    invoke: async ({ name, event, source }) => {
      if (name === elsewhere) return { errcode: 0 };
      if (!world) throw new Error('nobody is there yet');
      if (name === httpNotices) return world.post(world.letterOf(event as Fields));
      return world.invoke(name, event, source);
    },
  });
  const merchant = new Merchant(merchantId, cloud);
  cloud.merchantApi = merchant.api;
  Object.assign(process.env, merchant.keys.variables);
  const stage = new Stage(cloud, distort ? { distort } : {});
  const judge = new Judge(cloud, { merchantId, prepayCap }, (line) => stage.trace.add(line));
  world = new World(stage, judge, openDoors(), merchant, channelOf(seed));
  try {
    await seedCommunity(cloud, channelOf(seed));
    const violations = await live(world, steps);
    return {
      ...{ steps: stage.steps, violations, trace: stage.trace, digest: stage.trace.digest() },
      simulatedDays: Math.round((world.time.now - start) / day),
      ...{ counts: countsOf(world), heard: world.heard },
    };
  } finally {
    stage.close();
    cloud.stop();
  }
}

/** Odd seeds begin with cloudPay, even ones with the merchant's own keys; some communities change. */
export function channelOf(seed: number): PayChannelName {
  return seed % 2 === 0 ? 'wechatpay-v3' : 'cloudpay';
}

async function seedCommunity(cloud: StageCloud, channel: PayChannelName): Promise<void> {
  const now = start as Instant;
  await putDocuments(cloud, {
    ...settingDocuments(channel),
    ...billedDocuments('2026-01', now),
    jobs: startedJobs(now),
  });
}

async function live(world: World, steps: number): Promise<readonly Violation[]> {
  const season = new Season(world);
  setSky(world.stage, 'drizzle');
  const found = new Watch(world);
  while (world.stage.steps < steps && !found.any) {
    await turn(world, season, { atWork: world.busy, drift: 0.02 });
    found.look();
  }
  if (!found.any) await comeToRest(world, found);
  return found.violations;
}

/** The sky clears, whoever is at it ends, and the product has the time it needs: three days of its ticks. */
async function comeToRest(world: World, found: Watch): Promise<void> {
  const { stage, time } = world;
  setSky(stage, 'clear');
  world.unanswered.clear();
  const quietFrom = time.now;
  let hasLooked = false;
  while (!found.any) {
    if (stage.choices > 0) await stage.step();
    else {
      const next = nextEvent(world);
      if (next > quietFrom + 3 * day && world.busy === 0) {
        if (hasLooked) break;
        hasLooked = true;
        void world.begin(() => everybodyLooks(world));
      } else time.moveTo(Math.min(next, time.now + day));
    }
    found.look();
  }
  if (!found.any) found.judge();
}

/** Looks at every step, at everything every 500, and once more at the end. */
class Watch {
  readonly violations: Violation[] = [];
  private wholeAt = wholeEvery;

  constructor(private readonly world: World) {}

  get any(): boolean {
    return this.violations.length > 0;
  }

  look(): void {
    const { judge, stage, found } = this.world;
    this.violations.push(...judge.step(), ...found.splice(0));
    if (stage.cloud.bugs.length > 0) this.say('the simulator works', stage.cloud.bugs.join('\n'));
    if (stage.steps < this.wholeAt) return;
    this.wholeAt = stage.steps + wholeEvery;
    this.violations.push(...judge.all());
  }

  judge(): void {
    const { judge, unanswered } = this.world;
    this.violations.push(...judge.end());
    for (const told of unanswered) this.say('nothing goes wrong under a clear sky', told);
  }

  private say(law: string, what: string): void {
    this.violations.push({ law, what });
  }
}

function countsOf({ judge, stage }: World): Readonly<Record<string, number>> {
  const { mirror } = judge.view();
  const counts: Record<string, number> = { actors: stage.played };
  for (const { state, channel, ask } of mirror.all('paymentOrders')) {
    const names = [
      `orders ${channel === 'wechat' ? state : 'elsewhere'}`,
      ...(ask ? [`by ${ask.channel}`] : []),
    ];
    for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  }
  for (const { cause, state } of mirror.all('refunds'))
    counts[`refunds ${cause} ${state}`] = (counts[`refunds ${cause} ${state}`] ?? 0) + 1;
  for (const { state } of mirror.all('invoices'))
    counts[`invoices ${state}`] = (counts[`invoices ${state}`] ?? 0) + 1;
  counts.journals = [...mirror.all('journals')].length;
  counts.bills = [...mirror.all('bills')].length;
  for (const { resolution } of mirror.all('cases')) {
    const name = `cases by ${resolution?.action ?? 'nobody'}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  for (const { cause } of mirror.all('cases')) counts[`cases ${cause}`] = (counts[`cases ${cause}`] ?? 0) + 1;
  return counts;
}
