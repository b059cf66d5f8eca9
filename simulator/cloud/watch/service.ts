import type { AdminActions } from '../core/admin';
import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';
import type { RulesFile } from '../core/project';
import type { Document } from '../database/semantics/document';
import { mayQuery, ruleFor } from '../rules/decide';
import type { UserService } from '../users/service';
import { Connection, type Identity, type Socket } from './connection';
import type { InitWatch } from './messages';
import { readWatchQuery, type WatchQuery } from './query';
import { Watch, type WatchDatabase } from './watch';

/** The document database as watching needs it. Reads are done at once, so no change falls between a read and the next event. */
export interface WatchableDatabase extends WatchDatabase {
  get(collection: string, id: string): Document | undefined;
  collectionRules(name: string): RulesFile;
  onChange(
    listener: (change: {
      collection: string;
      before: Document | undefined;
      after: Document | undefined;
    }) => void,
  ): () => void;
  onReplaced(listener: () => void): () => void;
}

export interface WatchPorts {
  readonly database: WatchableDatabase;
  readonly users: UserService;
}

/** Real milliseconds: a signature opens connections, and an abandoned watch waits for its client. */
const signatureLife = 10 * 60_000;
const absence = 5 * 60_000;

/**
 * Realtime push (`watch`): numbered events over a WebSocket for every committed change of a watched query's result, in commit
 * order. Phones watch under the read rule; functions and scripts, who come with a signature, watch everything.
 */
export class WatchService {
  readonly actions: AdminActions = {
    'auth.wsWebSign': async () => ({ data: this.signature() }),
  };
  private readonly signatures = new Map<string, number>();
  private readonly watches = new Map<string, Watch>();
  private readonly connections = new Set<Connection>();
  private readonly absences = new Map<Watch, NodeJS.Timeout>();

  constructor(
    private readonly context: CloudContext,
    private readonly ports: WatchPorts,
  ) {
    ports.database.onChange((change) => {
      for (const watch of this.watches.values())
        if (watch.query.collection === change.collection) this.surviving(watch, () => watch.take(change));
    });
    ports.database.onReplaced(() => {
      for (const watch of this.watches.values()) this.surviving(watch, () => watch.restart());
    });
  }

  /** Takes a new WebSocket of `/ws`; hand its messages and its end to what comes back. */
  connect(socket: Socket): { receive(text: string): void; closed(): void } {
    const connection = new Connection(socket, {
      envId: this.context.settings.envId,
      identify: (login) => this.identify(login),
      open: (data, identity) => this.open(data, identity),
      find: (queryID, { user }) => {
        const watch = this.watches.get(queryID);
        return watch && (!user || watch.openid === user.openid) ? watch : undefined;
      },
      close: (watch) => this.drop(watch),
      abandon: (watch) => this.abandon(watch),
      resume: (watch) => this.resume(watch),
    });
    this.connections.add(connection);
    return {
      receive: (text) => connection.receive(text),
      closed: () => {
        this.connections.delete(connection);
        connection.closed();
      },
    };
  }

  /** Cuts every connection, as a bad network does. Clients come back by themselves. Answers how many there were. */
  cutConnections(): number {
    const cut = [...this.connections];
    for (const connection of cut) connection.cut();
    return cut.length;
  }

  /** The open watches, for whoever shows them. */
  list(): { queryID: string; collection: string; openid: string | undefined }[] {
    return [...this.watches.values()].map(({ queryID, query, openid }) => ({
      queryID,
      collection: query.collection,
      openid,
    }));
  }

  stop(): void {
    for (const watch of [...this.watches.values()]) this.drop(watch);
    this.cutConnections();
  }

  private signature(): Record<string, string> {
    const now = Date.now();
    for (const [signStr, until] of this.signatures) if (until < now) this.signatures.delete(signStr);
    const signStr = this.context.random.stream('watch').hex(40);
    this.signatures.set(signStr, now + signatureLife);
    const wsUrl = `${this.context.baseUrl().replace(/^http/, 'ws')}/ws`;
    return { signStr, wsUrl, secretVersion: '1', envId: this.context.settings.envId };
  }

  private identify({ accessToken, signStr }: { accessToken: string; signStr: string | undefined }): Identity {
    if (accessToken) {
      const user = this.ports.users.sessionUser(accessToken);
      if (!user) throw new CloudError('CHECK_LOGIN_FAILED', 'the session is unknown');
      return { user };
    }
    const until = signStr === undefined ? undefined : this.signatures.get(signStr);
    if (until === undefined) throw new CloudError('SIGN_INVALID_ERROR', 'the signature is unknown');
    if (until < Date.now()) throw new CloudError('SIGN_EXPIRED_ERROR', 'the signature has run out');
    return { user: undefined };
  }

  private open(data: InitWatch, { user }: Identity): Watch {
    const now = this.context.clock.now();
    const query = readWatchQuery(data, { ...(user && { openid: user.openid }), now });
    if (user) this.mustBeReadable(query, user, now);
    const queryID = this.context.random.stream('watch').hex(32);
    const watch = new Watch(queryID, query, this.ports.database, user?.openid);
    this.watches.set(queryID, watch);
    this.note(user?.openid ?? 'script', query, { outcome: 'ok' });
    return watch;
  }

  private mustBeReadable(query: WatchQuery, auth: { openid: string; unionid: string }, now: number): void {
    const { database } = this.ports;
    const rule = ruleFor(database.collectionRules(query.collection), 'read');
    const get = (collection: string, id: string) => {
      try {
        return database.get(collection, id);
      } catch (error) {
        if (error instanceof CloudError) return undefined;
        throw error;
      }
    };
    if (mayQuery(rule, query.filter, { auth, now, get })) return;
    const detail = `the read rule is ${JSON.stringify(rule)}`;
    this.note(auth.openid, query, { outcome: 'refused', detail });
    throw new CloudError('COLLECTION_PERMISSION_DENIED', 'Permission denied');
  }

  /** A watch that cannot go on ends with an error; the others do not feel it. */
  private surviving(watch: Watch, work: () => void): void {
    try {
      work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      watch.fail(error instanceof CloudError ? error : new CloudError('SYS_ERR', message));
      this.drop(watch);
      this.note(watch.openid ?? 'script', watch.query, { outcome: 'failed', detail: message });
    }
  }

  private abandon(watch: Watch): void {
    const timer = setTimeout(() => this.drop(watch), absence);
    timer.unref();
    this.absences.set(watch, timer);
  }

  private resume(watch: Watch): void {
    clearTimeout(this.absences.get(watch));
    this.absences.delete(watch);
  }

  private drop(watch: Watch): void {
    this.resume(watch);
    this.watches.delete(watch.queryID);
  }

  private note(
    who: string,
    query: WatchQuery,
    result: { outcome: 'ok' | 'refused' | 'failed'; detail?: string },
  ): void {
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'gateway',
      who,
      what: `watch ${query.collection}`,
      milliseconds: 0,
      ...result,
    });
  }
}
