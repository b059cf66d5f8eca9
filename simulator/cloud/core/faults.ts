import type { RandomStream } from './random';

/**
 * A disturbance somebody asked for. `point` names where (`admin.database.commitTransaction`, `function.api`, `pay.notice`; `*`
 * stands for anything); `kind` says what the code at that point does about it. Drawn with `chance`, at most `times` times.
 */
export interface FaultRule {
  readonly id: string;
  readonly point: string;
  readonly kind: string;
  readonly chance: number;
  readonly times?: number;
  /** Milliseconds, for latency and lateness. */
  readonly ms?: number;
  readonly code?: string;
  readonly message?: string;
}

/** The faults in force. They belong to the running cloud, not to its state: a restart begins without any. */
export class Faults {
  private rules: { rule: FaultRule; left: number }[] = [];
  private drawn = 0;

  constructor(private readonly random: RandomStream) {}

  add(rule: FaultRule): void {
    this.rules = this.rules.filter((entry) => entry.rule.id !== rule.id);
    this.rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY });
  }

  remove(id: string): boolean {
    const before = this.rules.length;
    this.rules = this.rules.filter((entry) => entry.rule.id !== id);
    return this.rules.length < before;
  }

  clear(): void {
    this.rules = [];
  }

  list(): { rules: (FaultRule & { left: number | null })[]; drawn: number } {
    const rules = this.rules.map(({ rule, left }) => ({
      ...rule,
      left: Number.isFinite(left) ? left : null,
    }));
    return { rules, drawn: this.drawn };
  }

  /** The faults that strike at this point, this time. */
  draw(point: string): FaultRule[] {
    const struck: FaultRule[] = [];
    for (const entry of this.rules) {
      if (entry.left <= 0 || !matches(entry.rule.point, point)) continue;
      if (entry.rule.chance < 1 && this.random.next() >= entry.rule.chance) continue;
      entry.left -= 1;
      this.drawn += 1;
      struck.push(entry.rule);
    }
    return struck;
  }
}

function matches(pattern: string, point: string): boolean {
  if (!pattern.includes('*')) return pattern === point;
  const source = pattern.split('*').map(quote).join('.*');
  return new RegExp(`^${source}$`).test(point);
}

function quote(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
