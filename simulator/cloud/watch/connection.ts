import { CloudError } from '../core/errors';
import type { User } from '../users/service';
import { type Incoming, type InitWatch, incoming, type Outgoing } from './messages';
import type { Listener, Watch } from './watch';

/** A WebSocket as the transport hands it over. */
export interface Socket {
  send(text: string): void;
  /** Cuts the connection without a goodbye. */
  terminate(): void;
}

/** Who is at the other end: a phone's user, or a developer's script or function. */
export type Identity = { readonly user: User | undefined };

/** What a connection asks of the service behind it. */
export interface WatchDesk {
  /** Refuses a session and a signature that open nothing. */
  identify(login: { accessToken: string; signStr: string | undefined }): Identity;
  open(data: InitWatch, identity: Identity): Watch;
  /** A watch by its queryID; undefined when it is gone or somebody else's. */
  find(queryID: string, identity: Identity): Watch | undefined;
  close(watch: Watch): void;
  /** The client is away and may come back. */
  abandon(watch: Watch): void;
  /** The client is here. */
  resume(watch: Watch): void;
  readonly envId: string;
}

/** One client's WebSocket: logs in, then watches. Refusals are ERROR messages; none of them ends the connection. */
export class Connection {
  private identity: Identity | undefined;
  private readonly watches = new Map<string, { watch: Watch; listener: Listener }>();

  constructor(
    private readonly socket: Socket,
    private readonly desk: WatchDesk,
  ) {}

  /** Takes one message. Never throws. */
  receive(text: string): void {
    let message: Incoming;
    try {
      message = incoming.parse(JSON.parse(text));
    } catch (error) {
      this.send({ msgType: 'ERROR', ...named(text), msgData: complaint(error, 'INVALID_PARAM') });
      return;
    }
    const { requestId, watchId } = message;
    try {
      const answer = this.answer(message);
      if (answer) this.send({ requestId, ...(watchId !== undefined && { watchId }), ...answer });
    } catch (error) {
      const msgData = complaint(error, 'SYS_ERR');
      this.send({
        msgType: message.msgType === 'LOGIN' ? 'LOGIN_RES' : 'ERROR',
        requestId,
        watchId,
        msgData,
      });
    }
  }

  /** The other end is gone. Its watches go on for a while, in case it comes back. */
  closed(): void {
    for (const { watch, listener } of this.watches.values())
      if (watch.detach(listener)) this.desk.abandon(watch);
    this.watches.clear();
  }

  cut(): void {
    this.socket.terminate();
  }

  private answer(message: Incoming): Pick<Outgoing, 'msgType' | 'msgData'> | undefined {
    if (message.msgType === 'PING') return { msgType: 'PONG', msgData: null };
    if (message.msgType === 'LOGIN') {
      const { msgData, exMsgData } = message;
      this.identity = this.desk.identify({ ...msgData, signStr: exMsgData?.signStr });
      return { msgType: 'LOGIN_RES', msgData: { envId: this.desk.envId } };
    }
    if (!this.identity) throw new CloudError('CHECK_LOGIN_FAILED', 'log in first');
    const { identity } = this;
    switch (message.msgType) {
      case 'INIT_WATCH': {
        const watch = this.desk.open(message.msgData, identity);
        this.listen(message.watchId, watch);
        return { msgType: 'INIT_EVENT', msgData: watch.begin() };
      }
      case 'REBUILD_WATCH': {
        const watch = this.found(message.msgData.queryID, identity);
        const missed = watch.since(message.msgData.eventID);
        this.listen(message.watchId, watch);
        return { msgType: 'NEXT_EVENT', msgData: missed };
      }
      case 'CHECK_LAST': {
        const { queryID, eventID } = message.msgData;
        return { msgType: 'CHECK_EVENT', msgData: this.found(queryID, identity).check(eventID) };
      }
      case 'CLOSE_WATCH':
        this.forget(message.watchId);
    }
    return undefined;
  }

  private found(queryID: string, identity: Identity): Watch {
    const watch = this.desk.find(queryID, identity);
    if (!watch) throw new CloudError('QUERYID_INVALID_ERROR', `there is no watch ${queryID}`);
    return watch;
  }

  private listen(watchId: string, watch: Watch): void {
    if (this.watches.get(watchId)?.watch !== watch) this.forget(watchId);
    const listener: Listener = { watchId, send: (message) => this.send(message) };
    watch.attach(listener);
    this.desk.resume(watch);
    this.watches.set(watchId, { watch, listener });
  }

  private forget(watchId: string): void {
    const entry = this.watches.get(watchId);
    this.watches.delete(watchId);
    if (entry?.watch.detach(entry.listener)) this.desk.close(entry.watch);
  }

  private send(message: Outgoing): void {
    this.socket.send(JSON.stringify(message));
  }
}

function complaint(error: unknown, otherwise: string): { code: string; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof CloudError ? error.code : otherwise, message };
}

/** The request a malformed message belongs to, as far as it can be told. */
function named(text: string): { requestId?: string; watchId?: string } {
  try {
    const { requestId, watchId } = JSON.parse(text) as { requestId?: unknown; watchId?: unknown };
    return {
      ...(typeof requestId === 'string' && { requestId }),
      ...(typeof watchId === 'string' && { watchId }),
    };
  } catch {
    return {};
  }
}
