import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectionDeclaration } from '../../../cloudfunctions/kernel/collection';
import type { LogLine, Ports } from '../../../cloudfunctions/kernel/ports';
import { type Cloud, startCloud } from '../../../simulator/cloud/cloud';
import type { ActionName, InputOf, OutputOf } from '../../../types/contract';
import type { Instant } from '../../../types/day';
import type { Outcome, RefusalCode } from '../../../types/refusal';

export type Document = Readonly<Record<string, unknown>> & { readonly _id: string };
type Product = typeof import('./product');

/** The WeChat account of a person of the tests. */
export function openidOf(person: string): string {
  return `o${person.padEnd(27, '0')}`;
}

/** The refusal's code, or undefined where the answer was granted. */
export function codeOf(outcome: Outcome<unknown>): RefusalCode | undefined {
  return outcome.ok ? undefined : outcome.refusal.code;
}

/** What was granted; throws with the refusal otherwise. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The product's cloud in this process: its own code on the real SDK, against the simulator with a frozen clock. */
export class World {
  readonly logged: LogLine[] = [];
  readonly ports: Ports;
  private ids = 0;

  constructor(
    readonly cloud: Cloud,
    readonly product: Product,
    private readonly dist: string,
  ) {
    this.ports = {
      now: () => cloud.context.clock.now() as Instant,
      newId: () => `new${String(++this.ids).padStart(6, '0')}`,
      chance: () => 0.5,
      pause: () => new Promise((resolve) => setTimeout(resolve, 1)),
      log: (line) => this.logged.push(line),
      phoneOf: product.phoneOf,
    };
  }

  /** One request as `api` serves it to this person's phone; a request id is made where none is given. */
  async ask<A extends ActionName>(
    person: string,
    action: A,
    input: InputOf<A>,
    requestId = `request-${++this.ids}`,
  ): Promise<Outcome<OutputOf<A>>> {
    const caller = { openid: openidOf(person), source: 'wx_client' };
    const outcome = await this.product.serve({ action, input, requestId }, caller, this.ports);
    return outcome as Outcome<OutputOf<A>>;
  }

  /** Makes the person a WeChat user with a phone number, and gives a code of `getPhoneNumber` from that phone. */
  phoneCode(person: string, phone: string): string {
    const { users, openapi } = this.cloud.rooms;
    const openid = openidOf(person);
    if (!users.find(openid)) users.create({ openid, name: person, phone });
    return openapi.phoneCodes.mint(openid);
  }

  advance(milliseconds: number): void {
    const { clock } = this.cloud.context;
    clock.set(clock.now() + milliseconds);
  }

  /** One run of the tick, as its timer begins it every minute. */
  tick(): Promise<void> {
    return this.product.runTick(this.product.dueHandlers, this.ports, () => true);
  }

  async seed(collection: string, ...documents: readonly Document[]): Promise<void> {
    await this.rows(collection).add({ data: documents.map((document) => ({ version: 1, ...document })) });
  }

  async read(collection: string, id: string): Promise<Document | undefined> {
    const { data } = await this.rows(collection).doc(id).get();
    return (data as Document | null) ?? undefined;
  }

  async remove(collection: string, id: string): Promise<void> {
    await this.rows(collection).doc(id).remove();
  }

  /** All documents, a hundred a read: those of the first read as they came, the rest by their ids. */
  async all(collection: string): Promise<readonly Document[]> {
    const first = (await this.rows(collection).where({}).limit(100).get()).data as readonly Document[];
    if (first.length < 100) return first;
    const known = new Set(first.map(({ _id }) => _id));
    const all = [...first];
    for (let after = ''; ; ) {
      const later = { _id: this.product.sdk().database({ throwOnNotFound: false }).command.gt(after) };
      const page = await this.rows(collection).where(later).orderBy('_id', 'asc').limit(100).get();
      const some = page.data as readonly Document[];
      all.push(...some.filter(({ _id }) => !known.has(_id)));
      if (some.length < 100) return all;
      after = String(some.at(-1)?._id);
    }
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
    rmSync(this.dist, { recursive: true, force: true });
  }

  private rows(collection: string) {
    return this.product.sdk().database({ throwOnNotFound: false }).collection(collection);
  }
}

const morning = Date.parse('2026-11-10T09:00:00+08:00');

/** Tuesday morning in a world without a community; `more` are collections that only a test knows. */
export async function startWorld(more: readonly CollectionDeclaration[] = []): Promise<World> {
  const dist = mkdtempSync(join(tmpdir(), 'product-world-'));
  const cloud = await startCloud({ dist, clockStart: morning });
  cloud.context.clock.freeze();
  Object.assign(process.env, cloud.env);
  // The SDK warns of slow requests by timers that outlive a request whose answer was lost, and the test with it.
  console.warn = () => undefined;
  // The SDK reads its environment when it is first required, so the product is loaded only now.
  const product = await import('./product');
  writeFileSync(
    join(dist, 'database.json'),
    JSON.stringify({ collections: [...product.collections, ...more] }),
  );
  cloud.rooms.database.engine.refresh();
  return new World(cloud, product, dist);
}
