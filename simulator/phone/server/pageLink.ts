import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';

interface Answer {
  readonly id?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export type EventListener = (method: string, params: unknown) => void;

/** The server's end of the line to the page a phone runs in. */
export class PageLink {
  private socket: WebSocket | undefined;
  private readonly waiting = new Map<string, Waiting>();
  private readonly listeners = new Set<EventListener>();

  /** A page that is loaded anew replaces the one before. */
  connect(socket: WebSocket): void {
    this.drop('the phone was loaded anew');
    this.socket = socket;
    socket.on('message', (data) => this.receive(JSON.parse(String(data)) as Answer));
    socket.on('close', () => {
      if (this.socket === socket) this.drop('the phone was closed');
    });
  }

  ask(method: string, params: unknown): Promise<unknown> {
    const { socket } = this;
    if (!socket) return Promise.reject(new Error('the phone is not running'));
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Listens to the phone's events; returns the way to stop. */
  onEvent(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  once(wanted: string): Promise<unknown> {
    return new Promise((resolve) => {
      const stop = this.onEvent((method, params) => {
        if (method !== wanted) return;
        stop();
        resolve(params);
      });
    });
  }

  private receive({ id, method, params, result, error }: Answer): void {
    if (method !== undefined) {
      for (const listener of this.listeners) listener(method, params);
      return;
    }
    const waiting = id === undefined ? undefined : this.waiting.get(id);
    if (!waiting || id === undefined) return;
    this.waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result);
  }

  private drop(why: string): void {
    this.socket = undefined;
    for (const { reject } of this.waiting.values()) reject(new Error(why));
    this.waiting.clear();
  }
}
