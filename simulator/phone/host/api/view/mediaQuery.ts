import { fits, type MediaCondition } from '../../builtins/pageLook/mediaCondition';

/** `createMediaQueryObserver()`: tells at once whether the condition holds, and again whenever that changes. [doc] */
export class MediaQueryObserver {
  private readonly stops: (() => void)[] = [];

  /** `screen` gives the box whose size counts. */
  constructor(private readonly screen: () => Element) {}

  observe(condition: MediaCondition, callback: (result: { readonly matches: boolean }) => void): void {
    let last: boolean | undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      const matches = fits(condition, { width, height });
      if (matches === last) return;
      last = matches;
      callback({ matches });
    });
    observer.observe(this.screen());
    this.stops.push(() => observer.disconnect());
  }

  disconnect(): void {
    for (const stop of this.stops.splice(0)) stop();
  }
}
