import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Figure, measure, type Plan } from './measure';
import { bill, billCount } from './setting';

const settings = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;`;
const tables = `CREATE TABLE bills (id TEXT PRIMARY KEY, body TEXT NOT NULL, status TEXT, due INTEGER);
  CREATE INDEX bills_due ON bills (status, due);
  CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE counters (id TEXT PRIMARY KEY, body TEXT NOT NULL);`;

/** The same work on SQLite alone, in this process, with the state file's own settings: what the rest of the cloud costs. */
export async function bareFigures(plan: Plan): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bare-'));
  const file = join(folder, 'bare.db');
  const database = new DatabaseSync(file);
  try {
    database.exec(settings);
    database.exec(tables);
    fill(database);
    const figures = await singles(database, plan);
    figures.push(await group(database, plan));
    figures.push(await reset(database, file, folder));
    return figures;
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(database: DatabaseSyncInstance): void {
  const insert = database.prepare('INSERT INTO bills VALUES (?, ?, ?, ?)');
  database.exec('BEGIN');
  for (let n = 0; n < billCount; n += 1) {
    const document = bill(n);
    insert.run(String(document._id), JSON.stringify(document), String(document.status), Number(document.due));
  }
  database.exec('COMMIT');
  database.prepare('INSERT INTO counters VALUES (?, ?)').run('one', '{"_id":"one","n":0}');
}

async function singles(database: DatabaseSyncInstance, plan: Plan): Promise<Figure[]> {
  const insert = database.prepare('INSERT INTO notes VALUES (?, ?)');
  const get = database.prepare('SELECT body FROM bills WHERE id = ?');
  const range = database.prepare(
    "SELECT body FROM bills WHERE status = 'open' AND due >= ? ORDER BY due LIMIT 20",
  );
  const increment = database.prepare(
    "UPDATE counters SET body = json_set(body, '$.n', json_extract(body, '$.n') + 1) WHERE id = 'one'",
  );
  const count = database.prepare("SELECT body FROM counters WHERE id = 'one'");
  return [
    await measure('add', plan, (n) => insert.run(`note${n}`, JSON.stringify(bill(n)))),
    await measure('get by id', plan, (n) =>
      JSON.parse(bodyOf(get.get(String(bill((n * 7919) % billCount)._id)))),
    ),
    await measure('indexed query, sort, limit 20', plan, (n) =>
      range.all(Number(bill((n * 7919) % (billCount - 100)).due)).map((row) => JSON.parse(bodyOf(row))),
    ),
    await measure('update inc', plan, () => increment.run()),
    await measure('transaction get + inc + commit', plan, () => {
      database.exec('BEGIN IMMEDIATE');
      JSON.parse(bodyOf(count.get()));
      increment.run();
      database.exec('COMMIT');
    }),
  ];
}

function group(database: DatabaseSyncInstance, { rounds }: Plan): Promise<Figure> {
  const sums = database.prepare(
    `SELECT json_extract(body, '$.month') AS month, sum(json_extract(body, '$.amount')) AS total, count(*) AS n
     FROM bills GROUP BY month ORDER BY month`,
  );
  return measure('aggregate group over 100,000', { rounds, times: 1, warmUp: 1 }, () => sums.all());
}

async function reset(database: DatabaseSyncInstance, file: string, folder: string): Promise<Figure> {
  const copy = join(folder, 'copy.db');
  database.exec(`VACUUM INTO '${copy}'`);
  return measure('snapshot reset', { rounds: 5, times: 1, warmUp: 1 }, () =>
    copyFileSync(copy, `${file}.fresh`),
  );
}

function bodyOf(row: unknown): string {
  return (row as { body: string }).body;
}
