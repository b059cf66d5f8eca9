/** What the vendor's client lets one watch: a query or a document. */
export interface Watched {
  watch(options: object): unknown;
}

/** Why watches have failed, as they told it. */
const told = new WeakSet<object>();

/**
 * Watches, and remembers why a watch failed. The vendor's client tells `onError` of it, and leaves behind a promise that failed for the same
 * reason, out of anybody's reach: that one is not the mini-program's.
 */
export function watchOn(watched: Watched, options: object): unknown {
  const { onError } = options as { onError?: unknown };
  if (typeof onError !== 'function') return watched.watch(options);
  const tell = (error: { readonly errMsg?: unknown }) => {
    if (typeof error.errMsg === 'object' && error.errMsg !== null) told.add(error.errMsg);
    onError(error);
  };
  return watched.watch({ ...options, onError: tell });
}

/** Nobody else hears of a failure that a watch has told already. */
export function passOver(event: Pick<PromiseRejectionEvent, 'reason' | 'stopImmediatePropagation'>): void {
  if (told.has(event.reason as object)) event.stopImmediatePropagation();
}
