import type { SetDataRecord } from '../pages/setData';

export interface SetDataFigures {
  readonly calls: number;
  readonly largest: number;
  /** Most calls within any second. */
  readonly perSecond: number;
  /** Milliseconds of the slowest. */
  readonly slowest: number;
}

export function figuresOf(records: readonly SetDataRecord[]): SetDataFigures {
  let perSecond = 0;
  let first = 0;
  records.forEach((record, index) => {
    while (record.at - (records[first]?.at ?? 0) >= 1000) first += 1;
    perSecond = Math.max(perSecond, index - first + 1);
  });
  const most = (read: (record: SetDataRecord) => number) =>
    records.reduce((known, one) => Math.max(known, read(one)), 0);
  return {
    calls: records.length,
    largest: most((one) => one.bytes),
    perSecond,
    slowest: most((one) => one.duration),
  };
}
