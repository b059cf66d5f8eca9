/** The part of the phone's records of `setData` that is shown. */
export interface SetDataRecord {
  /** Length of the JSON text. */
  readonly bytes: number;
  /** Milliseconds spent drawing. */
  readonly duration: number;
  /** Milliseconds since the phone was switched on. */
  readonly at: number;
}

/** What `setData` did in the last 60 seconds. */
export interface SetDataFigures {
  readonly count: number;
  /** The heaviest single call. */
  readonly mostBytes: number;
  /** Calls in the busiest second. */
  readonly mostPerSecond: number;
  /** Milliseconds the latest call took to draw; absent before the first. */
  readonly latestDuration?: number;
  /** Bytes in each of 30 steps of two seconds, oldest first. */
  readonly course: readonly number[];
}

const stepSeconds = 2;
const steps = 30;
const span = steps * stepSeconds * 1000;

/** Gathers a phone's records over its reloads. A record counts from when it is first seen here: the phone has its own zero. */
export class SetDataGauge {
  private seen: { readonly record: SetDataRecord; readonly at: number }[] = [];
  private latestAt = -1;
  private latest: SetDataRecord | undefined;

  /** The phone was loaded anew: its time begins at zero again. */
  restart(): void {
    this.latestAt = -1;
  }

  /** Takes the phone's list, old records and new ones together. `now` in milliseconds. */
  take(records: readonly SetDataRecord[], now: number): void {
    const fresh = records.filter(({ at }) => at > this.latestAt);
    this.latest = fresh.at(-1) ?? this.latest;
    const end = this.latest?.at ?? 0;
    for (const record of fresh) this.seen.push({ record, at: now - Math.min(end - record.at, span) });
    this.latestAt = Math.max(this.latestAt, ...fresh.map(({ at }) => at));
  }

  figures(now: number): SetDataFigures {
    this.seen = this.seen.filter(({ at }) => now - at < span);
    const course = new Array<number>(steps).fill(0);
    const perSecond = new Map<number, number>();
    for (const { record, at } of this.seen) {
      const step = steps - 1 - Math.floor((now - at) / (stepSeconds * 1000));
      course[step] = (course[step] ?? 0) + record.bytes;
      const second = Math.floor(record.at / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    return {
      count: this.seen.length,
      mostBytes: Math.max(0, ...this.seen.map(({ record }) => record.bytes)),
      mostPerSecond: Math.max(0, ...perSecond.values()),
      ...(this.latest && { latestDuration: this.latest.duration }),
      course,
    };
  }
}
