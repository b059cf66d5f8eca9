import type { Database } from '../../contract/harness/sdk';

const pairs = 4;
const counters = 4;

/** What was acknowledged, and what was at most under way when the cloud died. */
export class Ledger {
  readonly added: string[] = [];
  /** Per pair: the newest acknowledged number and the newest that was tried. */
  readonly pairs = Array.from({ length: pairs }, () => ({ acknowledged: 0, tried: 0 }));
  readonly counters = Array.from({ length: counters }, () => ({ acknowledged: 0, tried: 0 }));
  private names = 0;
  private isRunning = false;

  constructor(private readonly db: Database) {}

  async prepare(): Promise<void> {
    const documents = (kind: string, count: number) =>
      Array.from({ length: count }, (_unused, n) => ({ _id: `${kind}${n}`, n: 0 }));
    const data = [
      ...documents('left', pairs),
      ...documents('right', pairs),
      ...documents('counter', counters),
    ];
    await this.db.collection('accounts').add({ data });
  }

  /** Ten clients write as fast as they can until the cloud is gone. */
  async run(): Promise<void> {
    this.isRunning = true;
    const clients = [
      ...this.pairs.map((_unused, n) => () => this.writePair(n)),
      ...this.counters.map((_unused, n) => () => this.count(n)),
      () => this.add(),
      () => this.add(),
    ];
    await Promise.all(clients.map((client) => this.repeat(client)));
  }

  stop(): void {
    this.isRunning = false;
  }

  /** Everything that is wrong with what the cloud still knows. */
  async faults(): Promise<string[]> {
    const accounts = this.db.collection('accounts');
    const { data } = await accounts
      .where({ _id: this.db.command.exists(true) })
      .limit(1000)
      .get();
    const value = new Map(data.map(({ _id, n }) => [String(_id), Number(n)]));
    const kept = await this.keptIds();
    return [
      ...this.added.filter((id) => !kept.has(id)).map((id) => `acknowledged ${id} is gone`),
      ...this.pairs.flatMap(({ acknowledged, tried }, n) => {
        const [left = -1, right = -1] = [value.get(`left${n}`), value.get(`right${n}`)];
        if (left !== right) return [`half a transaction: left${n} is ${left}, right${n} is ${right}`];
        return between(left, acknowledged, tried)
          ? []
          : [`pair ${n} is ${left}, acknowledged ${acknowledged}`];
      }),
      ...this.counters.flatMap(({ acknowledged, tried }, n) => {
        const count = value.get(`counter${n}`) ?? -1;
        return between(count, acknowledged, tried)
          ? []
          : [`counter ${n} is ${count}, acknowledged ${acknowledged}, tried ${tried}`];
      }),
    ];
  }

  private async keptIds(): Promise<Set<string>> {
    const kept = new Set<string>();
    for (let skip = 0; ; skip += 1000) {
      const { data } = await this.db.collection('notices').skip(skip).limit(1000).field({ _id: true }).get();
      for (const { _id } of data) kept.add(String(_id));
      if (data.length < 1000) return kept;
    }
  }

  /** An error means that the cloud is dying: the client gives up, as the one under way was not acknowledged. */
  private async repeat(client: () => Promise<void>): Promise<void> {
    try {
      while (this.isRunning) await client();
    } catch {
      this.isRunning = false;
    }
  }

  private async add(): Promise<void> {
    this.names += 1;
    const _id = `note${this.names}`;
    await this.db.collection('notices').add({ data: { _id, text: 'x'.repeat(300) } });
    this.added.push(_id);
  }

  private async count(n: number): Promise<void> {
    const counter = this.counters[n];
    if (!counter) return;
    counter.tried += 1;
    await this.db
      .collection('accounts')
      .doc(`counter${n}`)
      .update({ data: { n: this.db.command.inc(1) } });
    counter.acknowledged += 1;
  }

  private async writePair(n: number): Promise<void> {
    const pair = this.pairs[n];
    if (!pair) return;
    pair.tried += 1;
    const next = pair.tried;
    const transaction = await this.db.startTransaction();
    for (const side of ['left', 'right'])
      await transaction
        .collection('accounts')
        .doc(`${side}${n}`)
        .update({ data: { n: next } });
    await transaction.commit();
    pair.acknowledged = next;
  }
}

function between(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
