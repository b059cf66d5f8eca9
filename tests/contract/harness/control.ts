import type { Doc } from './sdk';

/** An answer of the control interface that is not a success. */
export class ControlRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface LogLine {
  readonly id: number;
  readonly at: number;
  readonly kind: string;
  readonly who: string;
  readonly what: string;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly source?: string;
  readonly requestId?: string;
  readonly isCold?: boolean;
  readonly detail?: string;
  readonly lines?: readonly string[];
}

export interface Fired {
  readonly at: string;
  readonly kind: string;
  readonly key: string | null;
  readonly error?: string;
}

/** The documented control interface, over HTTP as any other program would use it. */
export class Control {
  constructor(readonly baseUrl: string) {}

  async call<T = Doc>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.baseUrl}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const content = JSON.parse(await answer.text()) as T & { code?: string; message?: string };
    if (!answer.ok)
      throw new ControlRefusal(answer.status, content.code ?? '', content.message ?? answer.statusText);
    return content;
  }

  get<T = Doc>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T = Doc>(path: string, body: unknown = {}): Promise<T> {
    return this.call('POST', path, body);
  }

  async now(): Promise<number> {
    const { milliseconds } = await this.get<{ milliseconds: number }>('/control/clock');
    return milliseconds;
  }

  /** Freezes business time at an instant such as `2026-11-10T09:00:00+08:00`. */
  async freezeAt(instant: string): Promise<void> {
    await this.post('/control/clock/freeze');
    await this.post('/control/clock/set', { to: instant });
  }

  async advance(step: { to?: string; by?: number }): Promise<Fired[]> {
    const { fired } = await this.post<{ fired: Fired[] }>('/control/clock/advance', step);
    return fired;
  }

  async fault(rule: Doc): Promise<string> {
    const { id } = await this.post<{ id: string }>('/control/faults', rule);
    return id;
  }

  async clearFaults(): Promise<void> {
    await this.call('DELETE', '/control/faults');
  }

  async snapshot(name: string): Promise<void> {
    await this.call('PUT', `/control/snapshots/${name}`);
  }

  async reset(name: string): Promise<void> {
    await this.post(`/control/snapshots/${name}/reset`);
  }

  async logs(query: Record<string, string | number> = {}): Promise<LogLine[]> {
    const words = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    const { entries } = await this.get<{ entries: LogLine[] }>(`/logs?${words}`);
    return entries;
  }
}
