import { createHash } from 'node:crypto';

/** What has happened, in order: the last lines to read, and one hash of everything to compare runs by. */
export class Trace {
  private readonly hash = createHash('sha256');
  private readonly recent: string[] = [];
  private lines = 0;

  constructor(private readonly kept = 400) {}

  /** `line` is kept to be read; `more` only counts for the hash. */
  add(line: string, more = ''): void {
    this.lines += 1;
    this.hash.update(line).update('\u0000').update(more).update('\n');
    this.recent.push(`${this.lines} ${line}`);
    if (this.recent.length > this.kept * 2) this.recent.splice(0, this.recent.length - this.kept);
  }

  last(count: number): readonly string[] {
    return this.recent.slice(-count);
  }

  /** The hash of all lines so far. */
  digest(): string {
    return this.hash.copy().digest('hex');
  }
}
