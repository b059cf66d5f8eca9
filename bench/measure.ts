/** Milliseconds of one kind of operation over several rounds. */
export interface Figure {
  readonly name: string;
  /** The median of the rounds' medians: one slow round does not move it. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly samples: number;
}

export interface Plan {
  readonly rounds: number;
  /** Operations in each round. */
  readonly times: number;
  /** Operations before the first round that do not count. */
  readonly warmUp?: number;
}

/** Runs `work` one after another and takes its times. `n` counts through all rounds. `undo`, what follows each, takes no time. */
export function measure<T>(
  name: string,
  plan: Plan,
  work: (n: number) => T,
  undo: (made: Awaited<T>) => unknown = () => undefined,
): Promise<Figure> {
  return measureTold(name, plan, async (n) => {
    const started = performance.now();
    const made = await work(n);
    const taken = performance.now() - started;
    await undo(made);
    return taken;
  });
}

/** As `measure`, of work that tells its own milliseconds, by another clock than ours. */
export async function measureTold(
  name: string,
  { rounds, times, warmUp = Math.min(times, 20) }: Plan,
  work: (n: number) => Promise<number>,
): Promise<Figure> {
  let n = 0;
  const next = () => {
    n += 1;
    return n;
  };
  for (let count = 0; count < warmUp; count += 1) await work(next());
  const medians: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const taken: number[] = [];
    for (let count = 0; count < times; count += 1) taken.push(await work(next()));
    medians.push(quantile(taken, 0.5));
    all.push(...taken);
  }
  return {
    name,
    p50: quantile(medians, 0.5),
    p95: quantile(all, 0.95),
    p99: quantile(all, 0.99),
    samples: all.length,
  };
}

/** The value below which this share of the values lies; 0 of an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
