import type { Figure } from './measure';

/** What must hold on this class of machine (2 cores), in milliseconds. */
const holds: Readonly<Record<string, number>> = {
  'get by id': 1.5,
  'indexed query, sort, limit 20': 3,
  'snapshot reset': 200,
  'phone boot, browser to start': 2000,
  'phone boot, browser running': 2000,
  'reLaunch through the helper': 100,
  'home screen, server part': 15,
  'pay tap to wallet open': 60,
  'wallet done to receipt': 300,
  'wallet done to receipt, notice lost': 3000,
  "engineer's step to owner's page": 2000,
};

/** The same for all but one of twenty. */
const holds95: Readonly<Record<string, number>> = {
  'home screen, server part': 40,
  "engineer's step to owner's page": 2000,
};

export interface Line extends Figure {
  /** The same work without ours (SQLite alone, an empty page), and how many times as long ours takes. */
  readonly bare?: number;
  readonly ratio?: number;
  readonly limit?: number;
  readonly limit95?: number;
  readonly isHeld?: boolean;
}

export function linesOf(figures: readonly Figure[], bare: readonly Figure[]): Line[] {
  return figures.map((figure) => {
    const alone = bare.find(({ name }) => name === figure.name)?.p50;
    const limit = holds[figure.name];
    const limit95 = holds95[figure.name];
    return {
      ...figure,
      ...(alone === undefined ? {} : { bare: alone, ratio: figure.p50 / alone }),
      ...(limit95 === undefined ? {} : { limit95 }),
      ...(limit === undefined
        ? {}
        : { limit, isHeld: figure.p50 <= limit && figure.p95 <= (limit95 ?? Number.POSITIVE_INFINITY) }),
    };
  });
}

/** A table for people; times in milliseconds. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['', 'p50', 'p99', 'bare', 'ratio', 'must hold'];
  const rows = lines.map(({ name, p50, p99, bare, ratio, limit, isHeld }) => [
    name,
    shown(p50),
    shown(p99),
    bare === undefined ? '' : shown(bare),
    ratio === undefined ? '' : `${ratio.toFixed(1)}×`,
    limit === undefined ? '' : `≤ ${limit} ${isHeld ? 'held' : 'MISSED'}`,
  ]);
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [head, ...rows].map(line).join('\n');
}

function shown(milliseconds: number): string {
  return milliseconds < 0.1 ? milliseconds.toFixed(4) : milliseconds.toFixed(2);
}
