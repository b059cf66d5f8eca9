import { CloudError } from '../core/errors';
import type { Document } from '../database/semantics/document';
import { compileFilter } from '../database/semantics/match';
import type { EventsData, ListEvent, Outgoing, WatchEvent } from './messages';
import { mostWatched, type WatchQuery } from './query';
import { type Change, ResultList } from './resultList';

/** Batches of events kept for a client that has to catch up. */
const keptBatches = 1000;

/** Where a watch's messages go; without one they only gather. */
export interface Listener {
  readonly watchId: string;
  send(message: Outgoing): void;
}

export interface WatchDatabase {
  find(request: WatchQuery & { readonly limit?: number }): Record<string, unknown>[];
}

/**
 * One watched query: its list, its numbered events, and the latest of them for a client that lost some. It goes on while its
 * client is away, so that nothing is lost between two connections.
 */
export class Watch {
  private listener: Listener | undefined;
  private currEvent = 1;
  private batches: { id: number; events: readonly ListEvent[] }[] = [];
  private readonly matches: (document: Document) => boolean;
  private readonly list: ResultList;

  /** Refuses a collection that does not exist, a wrong filter, and more than 5,000 documents. */
  constructor(
    readonly queryID: string,
    readonly query: WatchQuery,
    private readonly database: WatchDatabase,
    /** Whose watch it is; undefined for the developer's own scripts and functions. */
    readonly openid: string | undefined,
  ) {
    this.matches = compileFilter(query.filter);
    this.list = new ResultList(this.read());
  }

  attach(listener: Listener): void {
    this.listener = listener;
  }

  /** The client went away; only its own departure counts, not that of a connection it has left before. */
  detach(listener: Listener): boolean {
    if (this.listener !== listener) return false;
    this.listener = undefined;
    return true;
  }

  /** The answer to INIT_WATCH. */
  begin(): EventsData {
    return this.data([{ id: this.currEvent, events: this.list.initEvents() }]);
  }

  /** What a client that has seen everything up to `eventID` lacks; all of it anew when too much was missed. */
  since(eventID: number): EventsData {
    const oldest = this.currEvent - this.batches.length;
    if (eventID >= oldest && eventID <= this.currEvent)
      return this.data(this.batches.filter(({ id }) => id > eventID));
    const events = this.list.initEvents();
    if (events.length === 0) throw new CloudError('QUERYID_INVALID_ERROR', 'the watch is too old to go on');
    this.currEvent = eventID + 1;
    this.batches = [];
    return this.data([{ id: this.currEvent, events }]);
  }

  /** The answer to CHECK_LAST; what the client has seen need not be kept. */
  check(eventID: number): { queryID: string; currEvent: number } {
    this.batches = this.batches.filter(({ id }) => id > eventID);
    return { queryID: this.queryID, currEvent: this.currEvent };
  }

  /** Takes a committed change. Throws when the list has grown beyond what may be watched. */
  take(change: Change): void {
    if (this.query.limit === undefined) this.emit(this.list.apply(change, this.matches));
    else if ([change.before, change.after].some((document) => document && this.matches(document)))
      this.emit(this.list.replaceBy(this.read(), change));
    if (this.list.size > mostWatched) throw tooMany();
  }

  /** Another state has taken the place of the old one: the list begins anew. */
  restart(): void {
    this.emit(this.list.renew(this.read()));
  }

  /** Tells the client that the watch is over. */
  fail(error: CloudError): void {
    const { code, message } = error;
    this.listener?.send({ msgType: 'ERROR', watchId: this.listener.watchId, msgData: { code, message } });
  }

  private emit(events: readonly ListEvent[]): void {
    if (events.length === 0) return;
    this.currEvent += 1;
    const batch = { id: this.currEvent, events };
    this.batches.push(batch);
    if (this.batches.length > keptBatches) this.batches.shift();
    const { listener } = this;
    listener?.send({ msgType: 'NEXT_EVENT', watchId: listener.watchId, msgData: this.data([batch]) });
  }

  private data(batches: readonly { id: number; events: readonly ListEvent[] }[]): EventsData {
    const events = batches.flatMap(({ id, events }): WatchEvent[] =>
      events.map((event) => ({ ID: id, ...event })),
    );
    return { queryID: this.queryID, currEvent: this.currEvent, events };
  }

  private read(): Document[] {
    const { limit = mostWatched + 1 } = this.query;
    const documents = this.database.find({ ...this.query, limit }) as Document[];
    if (documents.length > mostWatched) throw tooMany();
    return documents;
  }
}

function tooMany(): CloudError {
  return new CloudError('EXCEED_LIMIT', `a watch has at most ${mostWatched} documents`);
}
