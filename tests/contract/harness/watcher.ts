import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import type { Doc } from './sdk';

export interface DocChange {
  readonly dataType: string;
  readonly queueType: string;
  readonly docId: string;
  readonly doc: Doc;
}

export interface Snapshot {
  readonly type?: string;
  readonly docs: Doc[];
  readonly docChanges: DocChange[];
}

interface Watchable {
  where(condition: unknown): Watchable;
  watch(options: { onChange(snapshot: Snapshot): void; onError(error: unknown): void }): {
    close(): Promise<void>;
  };
}

/**
 * The vendor's own realtime client, which `wx-server-sdk` leaves out. Two of its faults are worked round: it never stops its
 * timers, not even after `close()`, so they must not keep the process; and it talks a lot.
 */
function nodeDatabase(): { collection(name: string): Watchable } {
  const { setTimeout: keep } = globalThis;
  const unheld = (...args: Parameters<typeof keep>) => keep(...args).unref();
  Object.assign(globalThis, { WebSocket, setTimeout: Object.assign(unheld, keep) });
  const sdk = require('@cloudbase/node-sdk') as {
    init(config: Doc): { database(): { collection(name: string): Watchable } };
  };
  return sdk.init({ env: process.env.TCB_ENV }).database();
}

/** Watches with the vendor's client while `work` runs, and gives it what was seen. */
export async function watching(
  query: (db: { collection(name: string): Watchable }) => Watchable,
  work: (watcher: Watcher) => Promise<void>,
): Promise<void> {
  const quiet = (['log', 'warn', 'error'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation(() => undefined),
  );
  const watcher = new Watcher();
  const listener = query(nodeDatabase()).watch(watcher);
  try {
    await work(watcher);
  } finally {
    await listener.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (const spy of quiet) spy.mockRestore();
  }
}

/** What a listener has been told so far. */
export class Watcher {
  readonly snapshots: Snapshot[] = [];
  readonly errors: unknown[] = [];

  readonly onChange = (snapshot: Snapshot): void => {
    this.snapshots.push(snapshot);
  };

  readonly onError = (error: unknown): void => {
    this.errors.push(error);
  };

  /** The changes after the first snapshot, as `dataType docId`, once there are `count`. */
  async changes(count: number): Promise<string[]> {
    const seen = () => this.snapshots.slice(1).flatMap(({ docChanges }) => docChanges);
    await until(() => seen().length >= count || this.errors.length > 0);
    return seen().map(({ dataType, docId }) => `${dataType} ${docId}`);
  }

  /** The list as the newest snapshot has it. */
  get docs(): Doc[] {
    return this.snapshots.at(-1)?.docs ?? [];
  }

  async begun(): Promise<void> {
    await until(() => this.snapshots.length > 0 || this.errors.length > 0);
    assert.deepEqual(this.errors, []);
  }
}

/** Waits until something holds, ten seconds at most. */
export async function until(holds: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 500 && !holds(); attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

interface PushedEvent {
  readonly ID: number;
  readonly DataType: string;
  readonly QueueType: string;
  readonly DocID: string;
  readonly Doc: string;
}

interface Told {
  readonly msgType: string;
  readonly requestId?: string;
  readonly msgData: Doc & { events?: PushedEvent[] };
}

/** A phone's side of the realtime protocol, message by message. */
export class PhoneSocket {
  readonly told: Told[] = [];
  private requests = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.told.push(JSON.parse(String(data)) as Told));
  }

  static async open(baseUrl: string): Promise<PhoneSocket> {
    const socket = new WebSocket(`${baseUrl.replace(/^http/, 'ws')}/ws`);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new PhoneSocket(socket);
  }

  /** Sends one message and waits for the answer to it. */
  async ask(msgType: string, msgData: unknown, watchId = 'w1'): Promise<Told> {
    this.requests += 1;
    const requestId = `q${this.requests}`;
    this.socket.send(JSON.stringify({ watchId, requestId, msgType, msgData }));
    await until(() => this.told.some((told) => told.requestId === requestId));
    const answer = this.told.find((told) => told.requestId === requestId);
    assert.ok(answer, `no answer to ${msgType}`);
    return answer;
  }

  logIn(session: string, envId: string): Promise<Told> {
    return this.ask('LOGIN', { envId, accessToken: session });
  }

  watch(collName: string, query: Doc, more: Doc = {}): Promise<Told> {
    return this.ask('INIT_WATCH', { collName, query: JSON.stringify(query), ...more });
  }

  /** Every event pushed since the first list. */
  events(): PushedEvent[] {
    return this.told
      .filter(({ msgType, requestId }) => msgType === 'NEXT_EVENT' && !requestId)
      .flatMap(({ msgData }) => msgData.events ?? []);
  }

  /** The same as `DataType DocID`. */
  pushed(): string[] {
    return this.events().map(({ DataType, DocID }) => `${DataType} ${DocID}`);
  }

  sendRaw(text: string): void {
    this.socket.send(text);
  }

  close(): void {
    this.socket.close();
  }
}
