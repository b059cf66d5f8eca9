import type { SetDataRecord } from './setData';

const kept = 2000;

/** Keeps the latest `setData` calls for those who watch weight and rate. */
export class SetDataMeter {
  private readonly entries: SetDataRecord[] = [];

  add(entry: SetDataRecord): void {
    this.entries.push(entry);
    if (this.entries.length > kept) this.entries.shift();
  }

  all(): readonly SetDataRecord[] {
    return this.entries;
  }

  clear(): void {
    this.entries.length = 0;
  }
}
