/** A sum in twice the precision of a double, as MongoDB adds up; ten times 0.1 is 1. */
export class Summation {
  private sum = 0;
  private rest = 0;
  /** The plain sum, which alone knows infinities and NaN. */
  private plain = 0;

  add(value: number): void {
    this.plain += value;
    const sum = this.sum + value;
    const part = sum - this.sum;
    this.rest += this.sum - (sum - part) + (value - part);
    this.sum = sum;
  }

  total(): number {
    const total = this.sum + this.rest;
    return Number.isFinite(total) ? total : this.plain;
  }
}

/** Mean and squared distances from it, kept up value by value. */
export class Deviation {
  private count = 0;
  private mean = 0;
  private squares = 0;

  add(value: number): void {
    this.count += 1;
    const delta = value - this.mean;
    if (delta === 0) return;
    this.mean += delta / this.count;
    this.squares += delta * (value - this.mean);
  }

  /** Of the whole population. */
  population(): number | null {
    return this.count === 0 ? null : Math.sqrt(this.squares / this.count);
  }

  /** Estimated from a sample; one value has none. */
  sample(): number | null {
    return this.count < 2 ? null : Math.sqrt(this.squares / (this.count - 1));
  }
}
