import { createHash } from 'node:crypto';

/** More than any run that somebody will read. */
const mostLines = 200_000;

/** What this process' own keys have made of the same words, and permits to bring a file, which run out by the machine's clock. */
const signatures = /(paySign\\*|"token|"authorization)":\\*"[^"\\]*/g;

/** What has happened, in order: lines to be read, and one hash of everything to compare runs by. */
export class Trace {
  private readonly hash = createHash('sha256');
  private lines: string[] = [];

  /** `more` is not to be read, it only counts. */
  add(line: string, more = ''): void {
    this.count(`${line}\u0000${more}`);
    if (this.lines.length >= mostLines) this.lines = this.lines.slice(mostLines / 2);
    this.lines.push(line);
  }

  /** Not to be read, but a difference in it is a difference of the runs. */
  count(what: string): void {
    this.hash.update(what.replace(signatures, '')).update('\n');
  }

  last(count: number): readonly string[] {
    return this.lines.slice(-count);
  }

  /** Every line in which one of these words stands. */
  about(words: readonly string[]): readonly string[] {
    return this.lines.filter((line) => words.some((word) => line.includes(word)));
  }

  /** The hash of all so far. */
  digest(): string {
    return this.hash.copy().digest('hex');
  }
}
