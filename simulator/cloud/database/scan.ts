import type { State } from '../core/state';
import { type Collection, documentsTable, type Index, keysTable } from './collections';
import type { KeyRange, Plan } from './planner';
import { Row } from './rows';
import type { Store } from './store';

export interface Window {
  readonly skip: number;
  readonly limit: number;
}

interface KeyRow {
  key: Uint8Array;
  seq: number;
  body: string;
}

const firstChunk = 128;
const largestChunk = 2048;

/** Carries out plans on the committed documents. The database must not change while a result is being read. */
export class Scanner {
  constructor(
    private readonly state: State,
    private readonly store: Store,
  ) {}

  /** The plan's candidates, in the plan's order, none twice. */
  rows(collection: Collection, plan: Plan): Iterable<Row> {
    if (!plan.ranges) return this.store.all(collection);
    if (plan.order === 'index') return this.inKeyOrder(collection, plan);
    return this.bySeq(collection, this.seqs(collection, plan.index, plan.ranges));
  }

  /** A part of an exact plan whose single range stands in the right order: read by SQLite alone. */
  window(collection: Collection, plan: Plan, { skip, limit }: Window): Row[] {
    const [range] = plan.ranges ?? [{ low: Buffer.alloc(0), high: undefined }];
    const { from, by, where } = plan.ranges ? access(collection, plan.index) : naturalAccess(collection);
    const direction = plan.isReverse ? 'DESC' : 'ASC';
    const { sql, values } = bounds(where, range!);
    const rows = this.state
      .sql(
        `SELECT d.seq, d.body FROM ${from} WHERE ${sql} ORDER BY ${by} ${direction}${plan.index ? `, k.seq ${direction}` : ''}
         LIMIT ? OFFSET ?`,
      )
      .all(...values, Number.isFinite(limit) ? limit : -1, skip) as { seq: number; body: string }[];
    return rows.map(({ seq, body }) => new Row(seq, body));
  }

  countAll(collection: Collection): number {
    return this.store.count(collection);
  }

  /** How many keys lie in the ranges, counted up to `most`. */
  countKeys(
    collection: Collection,
    index: Index | undefined,
    ranges: readonly KeyRange[],
    most = Number.MAX_SAFE_INTEGER,
  ): number {
    let total = 0;
    for (const range of ranges) {
      const { table, column } = keyColumn(collection, index);
      const { sql, values } = bounds(column, range);
      const row = this.state
        .sql(`SELECT COUNT(*) AS total FROM (SELECT 1 FROM ${table} WHERE ${sql} LIMIT ?)`)
        .get(...values, most - total) as { total: number };
      total += row.total;
      if (total >= most) return most;
    }
    return total;
  }

  private seqs(collection: Collection, index: Index | undefined, ranges: readonly KeyRange[]): number[] {
    const found = new Set<number>();
    const { table, column } = keyColumn(collection, index);
    for (const range of ranges) {
      const { sql, values } = bounds(column, range);
      const rows = this.state.sql(`SELECT seq FROM ${table} WHERE ${sql}`).all(...values) as {
        seq: number;
      }[];
      for (const { seq } of rows) found.add(seq);
    }
    return [...found].sort((a, b) => a - b);
  }

  private *bySeq(collection: Collection, seqs: readonly number[]): Generator<Row> {
    const sql = `SELECT seq, body FROM ${documentsTable(collection)}
      WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`;
    for (let at = 0, size = firstChunk; at < seqs.length; at += size, size = larger(size)) {
      const rows = this.state.sql(sql).all(JSON.stringify(seqs.slice(at, at + size))) as {
        seq: number;
        body: string;
      }[];
      for (const { seq, body } of rows) yield new Row(seq, body);
    }
  }

  private *inKeyOrder(collection: Collection, plan: Plan): Generator<Row> {
    for (const range of plan.ranges ?? []) yield* this.oneRange(collection, plan, range);
  }

  /** Reads a range in chunks, each beginning behind the last key of the one before. */
  private *oneRange(collection: Collection, plan: Plan, range: KeyRange): Generator<Row> {
    const { from, by, where } = access(collection, plan.index);
    const seq = plan.index ? 'k.seq' : 'd.seq';
    const direction = plan.isReverse ? 'DESC' : 'ASC';
    const { sql, values } = bounds(where, range);
    const head = `SELECT ${by} AS key, d.seq AS seq, d.body AS body FROM ${from} WHERE ${sql}`;
    const tail = `ORDER BY ${by} ${direction}, ${seq} ${direction} LIMIT ?`;
    const next = `AND (${by}, ${seq}) ${plan.isReverse ? '<' : '>'} (?, ?)`;
    let size = firstChunk;
    let rows = this.state.sql(`${head} ${tail}`).all(...values, size) as unknown as KeyRow[];
    for (;;) {
      for (const row of rows) yield new Row(row.seq, row.body);
      const last = rows[rows.length - 1];
      if (!last || rows.length < size) return;
      size = larger(size);
      rows = this.state
        .sql(`${head} ${next} ${tail}`)
        .all(...values, last.key, last.seq, size) as unknown as KeyRow[];
    }
  }
}

function larger(size: number): number {
  return Math.min(size * 4, largestChunk);
}

function keyColumn(collection: Collection, index: Index | undefined): { table: string; column: string } {
  return index
    ? { table: keysTable(index), column: 'key' }
    : { table: documentsTable(collection), column: 'id' };
}

/** From keys to documents; CROSS JOIN keeps SQLite from turning the order round. */
function access(
  collection: Collection,
  index: Index | undefined,
): { from: string; by: string; where: string } {
  const documents = documentsTable(collection);
  if (!index) return { from: `${documents} d`, by: 'd.id', where: 'd.id' };
  return {
    from: `${keysTable(index)} k CROSS JOIN ${documents} d ON d.seq = k.seq`,
    by: 'k.key',
    where: 'k.key',
  };
}

function naturalAccess(collection: Collection): { from: string; by: string; where: string } {
  return { from: `${documentsTable(collection)} d`, by: 'd.seq', where: 'd.id' };
}

function bounds(column: string, { low, high }: KeyRange): { sql: string; values: Uint8Array[] } {
  return high
    ? { sql: `${column} >= ? AND ${column} < ?`, values: [low, high] }
    : { sql: `${column} >= ?`, values: [low] };
}
