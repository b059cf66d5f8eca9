import type { Caller } from '../../../simulator/cloud/core/callers';
import type { RandomStream } from '../../../simulator/cloud/core/random';
import { type Actor, actorAtWork, type Ending, runAs } from './actor';
import { calm, drawFate, type Fate, fates, type Weather } from './fates';
import { steerMachine } from './machine';
import { type Asked, readAsked } from './sent';
import type { StageCloud } from './stageCloud';
import { steerTimers } from './timers';
import { Trace } from './trace';
import { interceptRequests, type Reply, type SentRequest } from './transport';

/** Something that happens when the director says so. */
interface Waiting {
  readonly label: string;
  /** Whose it is: it goes when that one dies. */
  readonly actor?: Actor;
  readonly go: () => void;
}

/** Changes an answer on its way to an actor: how tests show that a fault of the product would be found. */
export type Distort = (actor: Actor, asked: Asked, answer: Reply) => Reply;

export interface StageOptions {
  readonly weather?: Weather;
  readonly distort?: Distort;
}

/**
 * Where the product plays in this process: its functions run on the unmodified SDK, and everything they wait for (an answer, a
 * pause, a timer) is parked here and let go one by one in the order that the seed deals. One release is one step. The same seed
 * gives the same interleaving, the same lost answers and the same deaths.
 */
export class Stage {
  readonly trace = new Trace();
  weather: Weather;
  steps = 0;
  /** Of the steps those that are more than a look or a write: something began, went on after a pause, ran out, or was committed. */
  events = 0;
  /** How often a request has met with each fate. */
  readonly met: Record<Fate, number> = { passes: 0, ...calm };
  private readonly alive = new Set<Actor>();
  private waiting: Waiting[] = [];
  /** Limits that the product has set to what it waits for: over only where nothing else would ever come. */
  private held: Waiting[] = [];
  /** How often a function of the product has begun. */
  played = 0;
  private readonly order: RandomStream;
  private readonly chance: RandomStream;
  private readonly undo: readonly (() => void)[];

  constructor(
    readonly cloud: StageCloud,
    private readonly options: StageOptions = {},
  ) {
    this.weather = options.weather ?? calm;
    this.order = cloud.context.random.stream('stage.order');
    this.chance = cloud.context.random.stream('stage.fates');
    const park = (label: string, go: () => void) => this.parkFor(actorAtWork(), label, go);
    const hold = (label: string, go: () => void) => this.holdFor(actorAtWork(), label, go);
    const { clock, random } = cloud.context;
    this.undo = [
      interceptRequests((request) => this.receive(request)),
      steerTimers(park, hold),
      steerMachine(() => clock.now(), random.stream('stage.machine')),
    ];
  }

  /** Gives the process back as it was. */
  close(): void {
    for (const undo of this.undo) undo();
  }

  /** How often a request has met with anything but its answer. */
  get disturbances(): number {
    return fates.reduce((sum, fate) => sum + this.met[fate], 0);
  }

  /** Lets a function of the product begin when its turn comes. Never rejects. */
  play<T>(name: string, caller: Partial<Caller>, work: () => Promise<T>): Promise<Ending<T>> {
    this.played += 1;
    return new Promise((resolve) => {
      const actor: Actor = {
        ...{ name, number: this.played, caller, transactions: new Set(), isDead: false },
        onDeath: () => resolve({ kind: 'killed' }),
      };
      this.alive.add(actor);
      const end = (ending: Ending<T>) => {
        if (actor.isDead) return;
        this.leave(actor);
        resolve(ending);
      };
      const begin = () =>
        void runAs(actor, work).then(
          (value) => end({ kind: 'done', value }),
          (error: unknown) => end({ kind: 'threw', error }),
        );
      this.parkFor(actor, 'begins', begin);
    });
  }

  /** The product's `ports.pause`, and a person's hesitation: over when the director says so. */
  pause(label: string): Promise<void> {
    return new Promise((resolve) => this.parkFor(actorAtWork(), label, resolve));
  }

  /** Whatever the simulator's agenda has for now may happen from here on, in any order. */
  takeDue(): void {
    const { agenda, context } = this.cloud;
    for (const { kind, key, fire } of agenda.takeDue(context.clock.now()))
      this.parkFor(undefined, `agenda ${key ?? kind}`, () => void fire());
  }

  /** Actors that have neither ended nor died. */
  get live(): number {
    return this.alive.size;
  }

  /** Things that could happen now. */
  get choices(): number {
    return this.waiting.length;
  }

  /** Lets one thing happen and waits until everything stands still again. False when nothing was to happen. */
  async step(): Promise<boolean> {
    const [next] = this.waiting.splice(this.order.below(Math.max(1, this.waiting.length)), 1);
    if (!next) return false;
    this.steps += 1;
    if (next.label !== '') {
      this.events += 1;
      this.trace.add(labelled(next.actor, next.label));
    }
    next.go();
    await this.stillness();
    return true;
  }

  /** Steps until nothing is left to happen. An actor that then still lives waits for something that never comes: a bug. */
  async settle(): Promise<void> {
    await this.stillness();
    while (await this.step());
    if (this.live > 0) throw new Error(`${this.live} actors wait for nothing`);
  }

  /** Every promise that could go on has gone on: nothing here waits for the machine. */
  stillness(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  private parkFor(actor: Actor | undefined, label: string, go: () => void): () => void {
    if (actor?.isDead) return () => undefined;
    const entry: Waiting = { label, ...(actor ? { actor } : {}), go };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  private holdFor(actor: Actor | undefined, label: string, go: () => void): () => void {
    const entry: Waiting = { label, ...(actor ? { actor } : {}), go };
    this.held.push(entry);
    return () => {
      this.held = this.held.filter((other) => other !== entry);
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  private receive(request: SentRequest): void {
    const actor = actorAtWork();
    if (!actor) throw new Error('a request by nobody: the SDK was called outside every actor');
    const asked = readAsked(request);
    this.parkFor(actor, '', () => void this.decide(actor, asked, request));
  }

  private async decide(actor: Actor, asked: Asked, request: SentRequest): Promise<void> {
    const fate = drawFate(this.chance, this.weather);
    this.trace.add(`${labelled(actor, asked.label)}${fate === 'passes' ? '' : ` ${fate}`}`, asked.text);
    if (asked.action === 'database.commitTransaction') this.events += 1;
    this.met[fate] += 1;
    if (fate === 'diesBefore') return this.kill(actor);
    if (fate === 'lost' || fate === 'lostSilently') return this.fail(actor, request, fate);
    if (fate === 'transactionExpired' && asked.transactionId) this.expire(asked.transactionId);
    const answer = await this.cloud.reply(request, actor.caller);
    if (!answer) return this.fail(actor, request, 'answerLost');
    this.trace.count(String(answer.body));
    this.follow(actor, asked, answer, fate);
    if (actor.isDead) return;
    if (fate === 'diesAfter') return this.kill(actor);
    if (fate === 'answerLost') return this.fail(actor, request, fate);
    const told = this.options.distort?.(actor, asked, answer) ?? answer;
    runAs(actor, () => request.answer(told));
  }

  private fail(actor: Actor, request: SentRequest, fate: Fate): void {
    const isNoticed = runAs(actor, () => request.fail(fate === 'lostSilently' ? 'timeout' : 'reset'));
    if (isNoticed) return;
    const limits = this.held.filter((entry) => entry.actor === actor);
    this.held = this.held.filter((entry) => entry.actor !== actor);
    this.waiting.push(...limits);
    // Whoever waits for ever is killed by the platform, when the function's own time is over.
    if (limits.length === 0) this.parkFor(actor, 'has no time left', () => this.kill(actor));
  }

  /** Knows whose transaction is open. One whose number its function never learned, or whose function is dead, is left over. */
  private follow(actor: Actor, { action, transactionId }: Asked, answer: Reply, fate: Fate): void {
    if (action === 'database.startTransaction') {
      const { transactionId: started } = JSON.parse(String(answer.body)) as { transactionId?: string };
      if (started === undefined) return;
      if (fate === 'answerLost' || actor.isDead) this.leaveOver(started);
      else actor.transactions.add(started);
      return;
    }
    const isEnd = action === 'database.commitTransaction' || action === 'database.abortTransaction';
    if (isEnd && transactionId) actor.transactions.delete(transactionId);
  }

  /** The function is killed: nothing it waits for comes, nothing it asked for is answered. */
  private kill(actor: Actor): void {
    if (!this.alive.has(actor)) return;
    this.trace.add(labelled(actor, 'dies'));
    actor.isDead = true;
    this.waiting = this.waiting.filter((entry) => entry.actor !== actor);
    this.leave(actor);
    actor.onDeath();
  }

  private leave(actor: Actor): void {
    this.alive.delete(actor);
    this.held = this.held.filter((entry) => entry.actor !== actor);
    for (const id of actor.transactions) this.leaveOver(id);
    actor.transactions.clear();
  }

  /** The server's 30 seconds: until they are over, what the transaction has locked stays locked. */
  private leaveOver(transactionId: string): void {
    this.parkFor(undefined, `transaction ${transactionId.slice(0, 8)} runs out`, () =>
      this.expire(transactionId),
    );
  }

  private expire(transactionId: string): void {
    try {
      this.cloud.database.engine.abortTransaction(transactionId);
    } catch {
      // It has ended by itself, by a conflict or an error.
    }
  }
}

function labelled(actor: Actor | undefined, label: string): string {
  return actor ? `${actor.name}#${actor.number} ${label}` : label;
}
