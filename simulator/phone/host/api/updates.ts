import type { Wx } from './convention';

type Manager = ReturnType<Wx['getUpdateManager']>;
export type Offer = 'none' | 'ready' | 'failed';

/** `wx.getUpdateManager()`: a built mini-program in a folder has no newer version until one is offered from outside. */
export class Updates {
  private offer: Offer = 'none';
  private readonly checked = new Set<(result: never) => void>();
  private readonly ready = new Set<(result: never) => void>();
  private readonly failed = new Set<(result: never) => void>();

  readonly manager = {
    applyUpdate: () => {
      if (this.offer !== 'ready') throw new Error('applyUpdate:fail update is not ready');
      location.reload();
    },
    onCheckForUpdate: (listener: (result: never) => void) => {
      this.checked.add(listener);
      setTimeout(() => listener({ hasUpdate: this.offer !== 'none' } as never));
    },
    onUpdateReady: (listener: (result: never) => void) => void this.ready.add(listener),
    onUpdateFailed: (listener: (result: never) => void) => void this.failed.add(listener),
  } as unknown as Manager;

  /** A newer version is there, or could not be fetched: the mini-program is told. */
  set(offer: Offer): void {
    this.offer = offer;
    const told = { none: [], ready: this.ready, failed: this.failed }[offer];
    for (const listener of this.checked) listener({ hasUpdate: offer !== 'none' } as never);
    for (const listener of told) listener({} as never);
  }
}
