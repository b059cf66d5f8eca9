import { declaredCollections } from '../payments/product';
import { setSky } from '../payments/weather';
import { putDocuments } from '../stage/seeding';
import { Stage, type StageOptions } from '../stage/stage';
import { StageCloud, stageEnvironment } from '../stage/stageCloud';
import { day } from '../stage/time';
import type { Trace } from '../stage/trace';
import { nextEvent, turn } from '../stage/turn';
import { type Batch, Books } from './books';
import { openTicketDoors } from './doors';
import { judgeAsking, judgeContent } from './laws/contentLaws';
import { judge, judgeAll } from './laws/judge';
import { broken, law, type Violation } from './laws/law';
import { judgePoorTold } from './laws/ratingLaws';
import { judgeTold } from './laws/rightedLaws';
import { giveUp, Life } from './life';
import { callAll } from './staff';
import type { Tally } from './tally';
import { communityId, fieldStaff, residents, townDocuments } from './town';
import { Content } from './wechat';
import { World } from './world';

export interface SimulationOptions extends Pick<StageOptions, 'distort'> {
  readonly seed: number;
  /** One step: a function begins, goes on after a pause or runs out, a message comes, or a transaction is committed; reads are none. */
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
  /** That have begun. */
  readonly functions: number;
  readonly tally: Tally;
  /** What phones were told: action and `ok`, a refusal's code, or `nothing`. */
  readonly heard: Readonly<Record<string, number>>;
}

const start = Date.parse('2026-03-02T08:00:00+08:00');
const wholeEvery = 500;
/** From this part of a life on nobody reports any more. */
const lastPart = 0.85;
/** Longer than the owner's 72 hours and all levels of revisits after it. */
const restDays = 8;
/** Longer than those 72 hours, and what terms may add to them. */
const silenceDays = 4;

/** A community lives through the real SDK until its steps are used up, or a law is broken; then everything comes to rest and is judged once more. */
export async function simulate({ seed, steps, distort }: SimulationOptions): Promise<SimulationResult> {
  Object.assign(process.env, stageEnvironment);
  let world: World | undefined;
  const cloud = new StageCloud({
    ...{ seed, start, database: { collections: declaredCollections() } },
    invoke: async ({ name }) => {
      throw new Error(`nobody calls ${name} here`);
    },
    push: async (event) => world?.push(event),
  });
  const stage = new Stage(cloud, distort ? { distort } : {});
  const books = new Books(() => cloud.context.clock.now());
  cloud.database.engine.onChange((change) => books.follow(change));
  world = new World(stage, books, new Content(cloud), openTicketDoors());
  try {
    await seedTown(cloud);
    const violations = await live(world, steps);
    return {
      ...{ steps: stage.events, violations, trace: stage.trace, digest: stage.trace.digest() },
      simulatedDays: Math.round((world.time.now - start) / day),
      ...{ functions: stage.played, heard: world.heard },
      tally: world.tallies.result(books, world.heard, { requests: stage.met, slips: world.slips }),
    };
  } finally {
    stage.close();
    cloud.stop();
  }
}

async function seedTown(cloud: StageCloud): Promise<void> {
  for (const { openid } of residents) cloud.users.create({ openid, name: openid, phone: '13900000000' });
  await putDocuments(cloud, townDocuments());
}

async function live(world: World, steps: number): Promise<readonly Violation[]> {
  const life = new Life(world);
  const found = new Watch(world);
  setSky(world.stage, 'drizzle');
  for (const person of fieldStaff)
    void world.begin(async () => {
      await world.send(person, 'roster.switchDuty', { communityId, isOnDuty: true });
    });
  while (world.stage.events < steps && !found.any) {
    life.isEnding = world.stage.events > steps * lastPart;
    await turn(world, life, { atWork: world.awake, drift: 0.01 });
    found.look();
  }
  if (!found.any) await comeToRest(world, found);
  return found.violations;
}

/** The sky clears, what is open is given up, whoever is at it ends, and the product has the time it needs: silence ends what it can. */
async function comeToRest(world: World, found: Watch): Promise<void> {
  const { stage, time } = world;
  setSky(stage, 'clear');
  world.isClear = true;
  const go = async (isOver: () => boolean) => {
    // Whoever has just begun, or has nothing to do, comes that far.
    await stage.stillness();
    while (!found.any && !isOver()) {
      if (stage.choices > 0) await stage.step();
      else {
        time.moveTo(Math.min(nextEvent(world), time.now + day));
        await stage.stillness();
      }
      found.look();
    }
  };
  const isQuiet = () => stage.choices === 0 && world.busy === 0;
  // More than once: what was still under way opens some of it again.
  for (let again = 0; again < 3; again += 1) {
    void world.begin(() => giveUp(world));
    await go(isQuiet);
  }
  const pass = (days: number) => {
    const until = time.now + days * day;
    return go(() => isQuiet() && time.now >= until);
  };
  await pass(silenceDays);
  // What silence has closed is asked about, too.
  void world.begin(() => callAll(world));
  await go(isQuiet);
  await pass(restDays - silenceDays);
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
    const { books, stage, found, time } = this.world;
    const batch = books.take();
    if (batch) {
      this.world.tallies.follow(batch);
      for (const line of wordsFor(batch)) stage.trace.add(line);
      this.violations.push(...judge(books, batch, time.now), ...this.judgeReal(batch));
    }
    this.violations.push(...found.splice(0));
    // All that a function can wait for stands parked.
    if (stage.choices === 0 && stage.live > 0)
      this.violations.push(broken(law.noBug, `${stage.live} functions wait for what never comes`));
    const { bugs } = stage.cloud;
    if (bugs.length > 0) this.violations.push({ law: 'the simulator works', what: bugs.join('\n') });
    if (stage.events < this.wholeAt) return;
    this.wholeAt = stage.events + wholeEvery;
    this.judgeWhole();
  }

  /** What only the real life has: WeChat, and messages. */
  private judgeReal(batch: Batch): readonly Violation[] {
    const { books, content } = this.world;
    const touched = [
      ...batch.tickets.map(({ after }) => after._id),
      ...batch.due.filter(({ kind }) => kind === 'contentCheck').map(({ key }) => key),
    ];
    const tickets = [...new Set(touched)].flatMap((id) => books.tickets.get(id) ?? []);
    return [
      ...judgeContent(batch, content),
      ...judgeTold(batch),
      ...judgePoorTold(batch),
      ...tickets.flatMap((ticket) => judgeAsking(ticket, books)),
    ];
  }

  private judgeWhole(): void {
    const { books, time } = this.world;
    this.violations.push(...judgeAll(books, time.now));
    for (const ticket of books.tickets.values()) this.violations.push(...judgeAsking(ticket, books));
  }

  judge(): void {
    const { books } = this.world;
    this.judgeWhole();
    const silent = [...books.tickets.values()].filter(
      ({ state, channel }) => ['finished', 'answered'].includes(state) && channel !== 'linked',
    );
    const uncalled = [...books.tickets.values()].filter(({ lists = [] }) => lists.includes('ratingCalls'));
    for (const { _id } of uncalled) this.violations.push(broken(law.rated, `nobody has called about ${_id}`));
    for (const { _id } of silent) this.violations.push({ law: 'silence ends', what: _id });
  }
}

function wordsFor({ tickets, due }: Batch): readonly string[] {
  return [
    ...tickets.map(({ before, after }) => {
      const fresh = after.steps.slice(before?.steps.length ?? 0).map(({ what }) => what);
      return `    ${after._id} v${after.version} ${after.state} ${after.assignee?.staffId ?? ''} ${fresh}`;
    }),
    ...due.map(({ _id, at }) => `    due ${_id} ${at}`),
  ];
}
