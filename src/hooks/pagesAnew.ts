import { granted, type Outcome } from '../../types/refusal';

/** One page of a list by cursor; `total` where the first page says how many there are in all. */
export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}

/** A list once more from its beginning, as many pages as give at least so many rows, as one page. The first refusal ends it. */
export async function pagesAnew<T>(
  askPage: (after: string | undefined) => Promise<Outcome<PageOf<T>>>,
  atLeast: number,
): Promise<Outcome<PageOf<T>>> {
  const first = await askPage(undefined);
  if (!first.ok) return first;
  let whole = first.value;
  while (whole.next !== undefined && whole.rows.length < atLeast) {
    const more = await askPage(whole.next);
    if (!more.ok) return more;
    whole = { ...whole, rows: [...whole.rows, ...more.value.rows], next: more.value.next };
  }
  return granted(whole);
}
