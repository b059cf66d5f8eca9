const prefix = 'system:';

/** A value that WeChat keeps for this mini-program on this phone, across reloads. Plain JSON. */
export class Kept<T> {
  private value: T;

  constructor(
    private readonly name: string,
    initial: T,
  ) {
    const text = localStorage.getItem(prefix + name);
    this.value = text === null ? initial : (JSON.parse(text) as T);
  }

  get(): T {
    return this.value;
  }

  /** The browser's storage may be full: then the value lives as long as the page. */
  set(value: T): void {
    this.value = value;
    try {
      localStorage.setItem(prefix + this.name, JSON.stringify(value));
    } catch {
      localStorage.removeItem(prefix + this.name);
    }
  }
}
