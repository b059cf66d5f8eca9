import type { SetDataRecord } from '../pages/setData';

/** WeChat's advice: bytes of one call, calls within one second. [doc: 体验评分] */
export const setDataLimits = { bytes: 256 * 1024, perSecond: 20 } as const;

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
