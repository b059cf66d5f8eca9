import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { CloudError } from './errors';
import { claimFolder, isHeld, releaseFolder } from './stateLock';

const applicationId = 0x4e4c4344;
const temporaryPrefix = 'nuanlin-cloud-';
const snapshotName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * Everything the cloud remembers, in one SQLite file (WAL, one writer), so that a snapshot, a reset, an export and an import
 * are each one file. An acknowledged write survives `kill -9`; a power loss is not promised.
 */
export class State {
  readonly folder: string;
  private readonly file: string;
  private readonly isTemporary: boolean;
  private readonly schemas = new Map<string, string>();
  private readonly replaced = new Set<() => void>();
  private statements = new Map<string, StatementSyncInstance>();
  private database: DatabaseSyncInstance;
  private depth = 0;

  /** No folder means a temporary one that is deleted on `close`. Refuses a folder in use and a file that is damaged. */
  constructor(folder?: string) {
    this.isTemporary = folder === undefined;
    this.folder = folder === undefined ? temporaryFolder() : resolve(folder);
    mkdirSync(join(this.folder, 'snapshots'), { recursive: true });
    claimFolder(this.folder);
    this.file = join(this.folder, 'state.db');
    try {
      this.database = open(this.file, this.isTemporary);
    } catch (error) {
      releaseFolder(this.folder);
      throw error;
    }
    this.schema(
      'core',
      'CREATE TABLE IF NOT EXISTS core_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
    );
  }

  /** Creates a room's tables now and again whenever the file is replaced. `sql` must be repeatable. */
  schema(room: string, sql: string): void {
    this.schemas.set(room, sql);
    this.database.exec(sql);
  }

  /** A prepared statement, kept until the file is replaced: ask each time, do not hold it. */
  sql(text: string): StatementSyncInstance {
    let statement = this.statements.get(text);
    if (!statement) {
      statement = this.database.prepare(text);
      this.statements.set(text, statement);
    }
    return statement;
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  /** Runs `work` as one SQLite transaction: all of it is kept or none. Nested calls join the outer one. */
  atomically<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.database.exec('BEGIN IMMEDIATE');
    this.depth += 1;
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  meta(key: string): string | undefined {
    const row = this.sql('SELECT value FROM core_meta WHERE key = ?').get(key) as
      | { value: string }
      | undefined;
    return row?.value;
  }

  setMeta(key: string, value: string): void {
    this.sql(
      'INSERT INTO core_meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, value);
  }

  /** Told after the file under everything has been replaced (reset, import): drop what was cached. */
  onReplaced(listener: () => void): void {
    this.replaced.add(listener);
  }

  /** Keeps a copy under a name (letters, digits, `. _ -`, 64 at most); an older one of that name goes. */
  saveSnapshot(name: string): void {
    const target = this.snapshotFile(name);
    this.exportTo(`${target}.new`);
    renameSync(`${target}.new`, target);
  }

  snapshots(): string[] {
    const files = readdirSync(join(this.folder, 'snapshots')).filter((file) => file.endsWith('.db'));
    return files.map((file) => file.slice(0, -3)).sort();
  }

  /** Goes back to a named copy. Refuses an unknown name, and then changes nothing. */
  resetTo(name: string): void {
    const source = this.snapshotFile(name);
    if (!existsSync(source)) throw new CloudError('SNAPSHOT_NOT_FOUND', `there is no snapshot named ${name}`);
    this.replaceBy(source);
  }

  /** Takes a named copy away. Refuses an unknown name. */
  removeSnapshot(name: string): void {
    const file = this.snapshotFile(name);
    if (!existsSync(file)) throw new CloudError('SNAPSHOT_NOT_FOUND', `there is no snapshot named ${name}`);
    rmSync(file);
  }

  exportTo(path: string): void {
    rmSync(path, { force: true });
    this.database.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  }

  /** Refuses a file that `importFrom` would refuse. */
  mustBeUsable(path: string): void {
    open(path, true).close();
  }

  /** Takes another state's exported file in place of this one's. A damaged or foreign file is refused and nothing changes. */
  importFrom(path: string): void {
    this.mustBeUsable(path);
    this.replaceBy(path);
  }

  close(): void {
    this.statements.clear();
    this.database.close();
    releaseFolder(this.folder);
    if (this.isTemporary) rmSync(this.folder, { recursive: true, force: true });
  }

  private snapshotFile(name: string): string {
    if (!snapshotName.test(name)) throw new CloudError('INVALID_PARAM', `not a snapshot name: ${name}`);
    return join(this.folder, 'snapshots', `${name}.db`);
  }

  /** Closing checkpoints and removes the write-ahead log, so no stale log can be replayed into the new file. */
  private replaceBy(source: string): void {
    const fresh = `${this.file}.new`;
    copyFileSync(source, fresh);
    this.statements.clear();
    this.database.close();
    renameSync(fresh, this.file);
    this.database = open(this.file, this.isTemporary, 'unchecked');
    for (const sql of this.schemas.values()) this.database.exec(sql);
    for (const listener of this.replaced) listener();
  }
}

/** A new one; those that killed clouds left behind go. A folder that is being claimed right now is younger than a minute. */
function temporaryFolder(): string {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(temporaryPrefix))) {
    const folder = join(tmpdir(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 60_000 && !isHeld(folder)) rmSync(folder, { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), temporaryPrefix));
}

/** `checked` reads every page once: a truncated or foreign file is refused here, before anything is written to it. */
function open(
  file: string,
  isTemporary: boolean,
  trust: 'checked' | 'unchecked' = 'checked',
): DatabaseSyncInstance {
  let database: DatabaseSyncInstance | undefined;
  try {
    const existed = existsSync(file);
    if (!existed) create(file);
    database = new DatabaseSync(file);
    if (existed && trust === 'checked') check(database);
    database.exec(`PRAGMA journal_mode = WAL;
      PRAGMA synchronous = ${isTemporary ? 'OFF' : 'NORMAL'}; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;`);
    return database;
  } catch (error) {
    database?.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new CloudError(
      'STATE_UNREADABLE',
      `${file} is not a usable state file (${reason}); it was left as it is`,
    );
  }
}

/** Under another name first: a process killed in between leaves no file that looks damaged. */
function create(file: string): void {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  rmSync(`${fresh}-journal`, { force: true });
  const database = new DatabaseSync(fresh);
  database.exec(`PRAGMA application_id = ${applicationId}`);
  database.close();
  renameSync(fresh, file);
}

function check(database: DatabaseSyncInstance): void {
  const mark = database.prepare('PRAGMA application_id').get() as { application_id: number };
  const verdict = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (verdict.quick_check !== 'ok') throw new Error(verdict.quick_check);
  if (mark.application_id !== applicationId) throw new Error('it was not written by this cloud');
}
