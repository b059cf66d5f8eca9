/** Shortest augmenting paths over dense rows (Jonker–Volgenant with potentials). */
interface Search {
  readonly costs: readonly Float64Array[];
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** Which row a column is given to; -1 is none. */
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  /** For the row being placed: how far each column is, and from which row it was reached. */
  readonly distance: Float64Array;
  readonly reachedFrom: Int32Array;
  /** All columns; those the search has been at stand first. */
  readonly order: Int32Array;
}

/**
 * Gives every row one column of its own so that the costs sum up to the least: exact, in rows² × columns steps.
 * At least as many columns as rows, all costs finite. Equal sums are settled by order alone, so the same input gives the same.
 */
export function leastCostColumns(costs: readonly Float64Array[]): Int32Array {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (columns < rows) throw new RangeError('leastCostColumns: fewer columns than rows');
  const search: Search = {
    costs,
    rowPotential: new Float64Array(rows),
    columnPotential: new Float64Array(columns),
    rowOf: new Int32Array(columns).fill(-1),
    columnOf: new Int32Array(rows).fill(-1),
    distance: new Float64Array(columns),
    reachedFrom: new Int32Array(columns),
    order: Int32Array.from({ length: columns }, (_, column) => column),
  };
  for (let row = 0; row < rows; row += 1) placeRow(search, row);
  return search.columnOf;
}

function placeRow(search: Search, row: number): void {
  const { rowPotential, columnPotential, rowOf, distance, order } = search;
  distance.fill(Number.POSITIVE_INFINITY);
  let seen = 0;
  let reached = 0;
  let at = row;
  let end = -1;
  while (end < 0) {
    const place = nearestPlace(search, at, reached, seen);
    const column = order[place]!;
    reached = distance[column]!;
    if (rowOf[column] === -1) {
      end = column;
    } else {
      order[place] = order[seen]!;
      order[seen] = column;
      seen += 1;
      at = rowOf[column]!;
    }
  }
  rowPotential[row] = rowPotential[row]! + reached;
  for (let place = 0; place < seen; place += 1) {
    const column = order[place]!;
    const over = reached - distance[column]!;
    columnPotential[column] = columnPotential[column]! - over;
    rowPotential[rowOf[column]!] = rowPotential[rowOf[column]!]! + over;
  }
  takeOver(search, row, end);
}

/** Looks from a row at all columns the search has not been at: where in `order` the nearest of them stands. */
function nearestPlace(search: Search, row: number, reached: number, seen: number): number {
  const { columnPotential, distance, reachedFrom, order } = search;
  const cost = search.costs[row]!;
  const base = reached - search.rowPotential[row]!;
  let least = Number.POSITIVE_INFINITY;
  let nearest = seen;
  for (let place = seen; place < order.length; place += 1) {
    const column = order[place]!;
    const far = base + cost[column]! - columnPotential[column]!;
    if (far < distance[column]!) {
      distance[column] = far;
      reachedFrom[column] = row;
    }
    if (distance[column]! < least) {
      least = distance[column]!;
      nearest = place;
    }
  }
  return nearest;
}

/** Along the path found, each row leaves its column to the row before it. */
function takeOver({ rowOf, columnOf, reachedFrom }: Search, row: number, end: number): void {
  let column = end;
  let taker = -1;
  while (taker !== row) {
    taker = reachedFrom[column]!;
    rowOf[column] = taker;
    const left = columnOf[taker]!;
    columnOf[taker] = column;
    column = left;
  }
}
