import { declaredCollections } from '../payments/product';
import { day, minute, second } from '../payments/time';
import { setSky } from '../payments/weather';
import { Stage, type StageOptions } from '../stage/stage';
import { StageCloud, stageEnvironment } from '../stage/stageCloud';
import type { Trace } from '../stage/trace';
import { type Batch, Books } from './books';
import { openTicketDoors } from './doors';
import { judgeAsking, judgeContent, verdictsOn } from './laws/contentLaws';
import { judge, judgeAll } from './laws/judge';
import type { Violation } from './laws/law';
import { judgeTold } from './laws/rightedLaws';
import { giveUp, Life } from './life';
import { communityId, fieldStaff, residents, townDocuments } from './town';
import { Content } from './wechat';
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
  /** Tickets by state, functions begun, files by WeChat's verdict. */
  readonly counts: Readonly<Record<string, number>>;
  /** What phones were told: action and `ok`, a refusal's code, or `nothing`. */
  readonly heard: Readonly<Record<string, number>>;
}

const start = Date.parse('2026-03-02T08:00:00+08:00');
const wholeEvery = 500;
const mostAtOnce = 6;
/** Longer than the owner's 72 hours and all levels of revisits after it. */
const restDays = 8;

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
      ...{ steps: stage.steps, violations, trace: stage.trace, digest: stage.trace.digest() },
      simulatedDays: Math.round((world.time.now - start) / day),
      ...{ counts: countsOf(world), heard: world.heard },
    };
  } finally {
    stage.close();
    cloud.stop();
  }
}

async function seedTown(cloud: StageCloud): Promise<void> {
  for (const { openid } of residents) cloud.users.create({ openid, name: openid, phone: '13900000000' });
  for (const [collectionName, documents] of Object.entries(townDocuments())) {
    const data = documents.map((document) => JSON.stringify({ version: 1, ...document }));
    const body = Buffer.from(JSON.stringify({ action: 'database.insertDocument', collectionName, data }));
    const { body: answer } = await cloud.answer({ 'content-type': 'application/json' }, body, {});
    if (!String(answer).includes('insertedIds')) throw new Error(`${collectionName}: ${String(answer)}`);
  }
}

async function live(world: World, steps: number): Promise<readonly Violation[]> {
  const life = new Life(world);
  const found = new Watch(world);
  setSky(world.stage, 'drizzle');
  for (const person of fieldStaff)
    void world.begin(async () => {
      await world.send(person, 'roster.switchDuty', { communityId, isOnDuty: true });
    });
  while (world.stage.steps < steps && !found.any) {
    await turn(world, life);
    found.look();
  }
  if (!found.any) await comeToRest(world, found);
  return found.violations;
}

/** One thing happens: somebody begins something, time goes on a little, or one thing of those that wait is let go. */
async function turn(world: World, life: Life): Promise<void> {
  const { stage, time } = world;
  if (stage.choices === 0) {
    // Where everybody who may be at it sleeps, nobody begins before one of them wakes.
    const next = world.busy < mostAtOnce ? life.next : Number.POSITIVE_INFINITY;
    if (next <= time.now) life.begin();
    else time.moveTo(Math.min(next, nextEvent(world)));
    return;
  }
  if (world.happens(0.02)) time.moveTo(time.now + world.below(20) * second);
  else if (life.next <= time.now && world.busy < mostAtOnce) life.begin();
  await stage.step();
}

/** When a sleeper or the product itself has something next. Minutes in which nothing is due are passed over. */
function nextEvent(world: World): number {
  const { time } = world;
  const due = world.nextDue();
  const nextMinute = Math.floor(time.now / minute) + 1;
  const atMinute = due === undefined ? undefined : Math.max(Math.ceil(due / minute), nextMinute) * minute;
  const times = [time.next, atMinute].filter((at) => at !== undefined);
  return Math.max(time.now, Math.min(Number.POSITIVE_INFINITY, ...times));
}

/** The sky clears, whoever is at it ends, what is open is given up, and the product has the time it needs: silence ends what it can. */
async function comeToRest(world: World, found: Watch): Promise<void> {
  const { stage, time } = world;
  setSky(stage, 'clear');
  const go = async (isOver: () => boolean) => {
    while (!found.any && !isOver()) {
      if (stage.choices > 0) await stage.step();
      else time.moveTo(Math.min(nextEvent(world), time.now + day));
      found.look();
    }
  };
  const isQuiet = () => stage.choices === 0 && world.busy === 0;
  await go(isQuiet);
  void world.begin(() => giveUp(world));
  await go(isQuiet);
  const until = time.now + restDays * day;
  await go(() => isQuiet() && time.now >= until);
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
      for (const line of wordsFor(batch)) stage.trace.add(line);
      this.violations.push(...judge(books, batch, time.now), ...this.judgeReal(batch));
    }
    this.violations.push(...found.splice(0));
    const { bugs } = stage.cloud;
    if (bugs.length > 0) this.violations.push({ law: 'the simulator works', what: bugs.join('\n') });
    if (stage.steps < this.wholeAt) return;
    this.wholeAt = stage.steps + wholeEvery;
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

function countsOf({ books, stage }: World): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { functions: stage.played, tickets: books.tickets.size };
  for (const { state } of books.tickets.values()) counts[state] = (counts[state] ?? 0) + 1;
  const { passed, refused } = verdictsOn(books.tickets.values());
  return { ...counts, 'files passed': passed, 'files refused': refused };
}
