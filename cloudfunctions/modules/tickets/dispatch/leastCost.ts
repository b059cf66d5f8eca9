/** Shortest augmenting paths over dense rows (Kuhn–Munkres with potentials); everything from 1, column 0 stands for the row to place. */
interface Search {
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** Which row a column is given to; 0 is none. */
  readonly rowOf: Int32Array;
  readonly cameFrom: Int32Array;
  readonly slack: Float64Array;
  readonly isSeen: Uint8Array;
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
    rowPotential: new Float64Array(rows + 1),
    columnPotential: new Float64Array(columns + 1),
    rowOf: new Int32Array(columns + 1),
    cameFrom: new Int32Array(columns + 1),
    slack: new Float64Array(columns + 1),
    isSeen: new Uint8Array(columns + 1),
  };
  for (let row = 1; row <= rows; row += 1) placeRow(costs, search, row);
  const columnOf = new Int32Array(rows);
  for (let column = 1; column <= columns; column += 1) {
    const row = search.rowOf[column]!;
    if (row > 0) columnOf[row - 1] = column - 1;
  }
  return columnOf;
}

function placeRow(costs: readonly Float64Array[], search: Search, row: number): void {
  const { rowOf, cameFrom, slack, isSeen } = search;
  rowOf[0] = row;
  slack.fill(Number.POSITIVE_INFINITY);
  isSeen.fill(0);
  let column = 0;
  do {
    isSeen[column] = 1;
    column = nearestColumn(costs[rowOf[column]! - 1]!, search, column);
  } while (rowOf[column] !== 0);
  while (column !== 0) {
    const before = cameFrom[column]!;
    rowOf[column] = rowOf[before]!;
    column = before;
  }
}

/** Looks from one column's row at all that are not seen yet, and moves the potentials by the least slack. */
function nearestColumn(cost: Float64Array, search: Search, from: number): number {
  const { rowPotential, columnPotential, rowOf, cameFrom, slack, isSeen } = search;
  const base = rowPotential[rowOf[from]!]!;
  let least = Number.POSITIVE_INFINITY;
  let next = 0;
  for (let column = 1; column < slack.length; column += 1) {
    if (isSeen[column] === 1) continue;
    const reduced = cost[column - 1]! - base - columnPotential[column]!;
    if (reduced < slack[column]!) {
      slack[column] = reduced;
      cameFrom[column] = from;
    }
    if (slack[column]! < least) {
      least = slack[column]!;
      next = column;
    }
  }
  for (let column = 0; column < slack.length; column += 1) {
    if (isSeen[column] === 1) {
      const row = rowOf[column]!;
      rowPotential[row] = rowPotential[row]! + least;
      columnPotential[column] = columnPotential[column]! - least;
    } else slack[column] = slack[column]! - least;
  }
  return next;
}
