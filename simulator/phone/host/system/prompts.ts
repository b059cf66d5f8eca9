/** Something WeChat asks the person who holds the phone. */
export interface Prompt<A> {
  /** The name by which it is answered from outside: mostly the interface that asks. */
  readonly kind: string;
  /** What it is about, for those who look from outside. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Reads an answer that came from outside; throws with the answers it knows when it is none of them. */
  readonly read: (given: unknown) => A;
  /** Shows it; `answer` is called by what the person taps. Returns the way to take it off. */
  readonly draw: (answer: (value: A) => void) => () => void;
}

export interface PendingPrompt {
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Open extends PendingPrompt {
  readonly answer: (given: unknown) => void;
}

/**
 * Every question WeChat puts to its user. The policy is the same with and without a window: a question waits until somebody
 * taps an answer or gives one from outside; an answer given ahead is taken by the next question of its kind, unseen.
 */
export class Prompts {
  private readonly open: Open[] = [];
  private readonly ahead = new Map<string, unknown[]>();

  /** `opened` is told of every question that waits. */
  constructor(private readonly opened: (prompt: PendingPrompt) => void = () => {}) {}

  ask<A>({ kind, details = {}, read, draw }: Prompt<A>): Promise<A> {
    const given = this.ahead.get(kind);
    if (given && given.length > 0) return new Promise((resolve) => resolve(read(given.shift())));
    return new Promise((resolve) => {
      const end = (value: A) => {
        this.open.splice(this.open.indexOf(entry), 1);
        close();
        resolve(value);
      };
      const entry: Open = { kind, details, answer: (value) => end(read(value)) };
      this.open.push(entry);
      const close = draw(end);
      this.opened({ kind, details });
    });
  }

  /** Answers the open question of this kind, or the next one. Throws when an open one has no such answer. */
  answerNext(kind: string, answer: unknown): void {
    const open = this.open.find((entry) => entry.kind === kind);
    if (open) open.answer(answer);
    else this.ahead.set(kind, [...(this.ahead.get(kind) ?? []), answer]);
  }

  /** What waits for an answer now, oldest first. */
  pending(): PendingPrompt[] {
    return this.open.map(({ kind, details }) => ({ kind, details }));
  }

  /** Forgets the answers given ahead. */
  forget(): void {
    this.ahead.clear();
  }
}

/** Reads one of a few words. */
export function oneOf<const A extends string>(kind: string, ...known: readonly A[]): (given: unknown) => A {
  return (given) => {
    const found = known.find((word) => word === given);
    if (found === undefined)
      throw new Error(
        `${kind} is answered with ${known.map((word) => `'${word}'`).join(' or ')}, not ${JSON.stringify(given)}`,
      );
    return found;
  };
}
