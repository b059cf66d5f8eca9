/** A seeded source of numbers in [0, 1); the same seed and the same draws give the same numbers. */
export class RandomStream {
  constructor(private word: number) {}

  /** Begins anew; whoever holds this stream draws from the new beginning. */
  reseed(word: number): void {
    this.word = word;
  }

  /** mulberry32: small, fast, and good enough for faults and identifiers of a simulator; never for secrets. */
  next(): number {
    this.word = (this.word + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.word ^ (this.word >>> 15), 1 | this.word);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to `bound` − 1. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** `length` characters drawn from `alphabet`. */
  text(length: number, alphabet: string): string {
    let out = '';
    for (let i = 0; i < length; i += 1) out += alphabet[this.below(alphabet.length)];
    return out;
  }

  hex(length: number): string {
    return this.text(length, '0123456789abcdef');
  }
}

/**
 * The simulator's only chance. Each room draws from its own named stream, so that one room's draws never shift another's.
 * `epoch` counts the starts of one state, so that a restart with the same seed does not hand out the same identifiers again.
 */
export class Random {
  private readonly streams = new Map<string, RandomStream>();

  constructor(
    private seed: number,
    private epoch: number,
  ) {}

  /** All streams begin anew, those already handed out too. */
  restart(epoch: number, seed = this.seed): void {
    this.seed = seed;
    this.epoch = epoch;
    for (const [name, stream] of this.streams) stream.reseed(this.wordOf(name));
  }

  stream(name: string): RandomStream {
    let stream = this.streams.get(name);
    if (!stream) {
      stream = new RandomStream(this.wordOf(name));
      this.streams.set(name, stream);
    }
    return stream;
  }

  private wordOf(name: string): number {
    return hash(`${this.seed}:${this.epoch}:${name}`);
  }
}

function hash(text: string): number {
  let word = 2166136261;
  for (let i = 0; i < text.length; i += 1) word = Math.imul(word ^ text.charCodeAt(i), 16777619);
  return word | 0;
}
