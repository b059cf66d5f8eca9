/** What of a long course is drawn: the newest in full, older ones that were opened in portions, and how many are not drawn. */
export interface Folded<T> {
  readonly newest: readonly T[];
  readonly older: readonly (readonly T[])[];
  readonly left: number;
}

/** Steps in one piece of the page: WeChat advises at most 60 children of one element. Ours. */
export const portion = 20;

/** `steps` newest first, `opened` portions of older ones. */
export function folded<T>(steps: readonly T[], opened: number): Folded<T> {
  const older = Array.from({ length: opened }, (_, index) =>
    steps.slice((index + 1) * portion, (index + 2) * portion),
  ).filter(({ length }) => length > 0);
  const left = Math.max(0, steps.length - (opened + 1) * portion);
  return { newest: steps.slice(0, portion), older, left };
}
