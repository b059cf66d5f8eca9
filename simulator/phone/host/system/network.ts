import { ApiRefusal } from '../api/convention';

export type NetworkState = 'online' | 'slow' | 'offline';

/** How bad a slow network is: milliseconds until anything happens, and bytes in a second. */
export interface Slowness {
  readonly latency: number;
  readonly bytesPerSecond: number;
}

const ordinarySlowness: Slowness = { latency: 1200, bytesPerSecond: 32 * 1024 };

type Listener = (state: NetworkState) => void;

/** The phone's network. Everything a mini-program sends goes through here: it is late when slow and fails when offline. */
export class Network {
  state: NetworkState = 'online';
  private slowness = ordinarySlowness;
  private readonly listeners = new Set<Listener>();

  /** `wifi`, `3g` or `none`. [guess: what a slow phone would say] */
  get type(): 'wifi' | '3g' | 'none' {
    return ({ online: 'wifi', slow: '3g', offline: 'none' } as const)[this.state];
  }

  set(state: NetworkState, slowness: Partial<Slowness> = {}): void {
    this.slowness = { ...ordinarySlowness, ...slowness };
    if (state === this.state) return;
    this.state = state;
    for (const listener of [...this.listeners]) listener(state);
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Lets `bytes` pass: at once, late, or not at all; an answer on its way back has waited already. [guess: the words; WeChat passes on those of the system] */
  async pass(bytes = 0, isAnswer = false): Promise<void> {
    this.mustBeConnected();
    if (this.state !== 'slow') return;
    const { latency, bytesPerSecond } = this.slowness;
    await new Promise((resolve) =>
      setTimeout(resolve, (isAnswer ? 0 : latency) + (1000 * bytes) / bytesPerSecond),
    );
    // It may have gone meanwhile.
    this.mustBeConnected();
  }

  /** As the browser's `fetch`, over this network. */
  readonly fetch: typeof fetch = async (input, init) => {
    await this.pass(sizeOf(init?.body));
    const response = await fetch(input, init);
    await this.pass(Number(response.headers.get('content-length') ?? 0), true);
    return response;
  };

  private mustBeConnected(): void {
    if (this.state === 'offline')
      throw new ApiRefusal('net::ERR_INTERNET_DISCONNECTED', { errCode: -1, errno: 600003 });
  }
}

function sizeOf(body: unknown): number {
  if (typeof body === 'string') return body.length;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer) return body.byteLength;
  return 0;
}

/** The one network of this phone. */
export const network = new Network();
