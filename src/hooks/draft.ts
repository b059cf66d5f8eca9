/** Where a draft is kept; tests give their own. */
interface DraftStore<T> {
  keep(value: T): void;
  forget(): void;
}

/** Something that a person writes: kept at every change, and no more once it is handed over. */
export class Draft<T extends object> {
  private isKept = true;

  constructor(
    private written: T,
    private readonly store: DraftStore<T>,
  ) {}

  get value(): T {
    return this.written;
  }

  /** Kept at once, not when it is drawn: a page that is left meanwhile is never drawn again. */
  change(part: Partial<T>): T {
    this.written = { ...this.written, ...part };
    if (this.isKept) this.store.keep(this.written);
    return this.written;
  }

  /** Somebody else has it: it is forgotten, and what is still told of it (a file that arrives) does not write it down again. */
  handOver(): void {
    this.isKept = false;
    this.store.forget();
  }

  /** It came back and is the person's again, with all that was told meanwhile. */
  comeBack(): void {
    this.isKept = true;
    this.store.keep(this.written);
  }
}
