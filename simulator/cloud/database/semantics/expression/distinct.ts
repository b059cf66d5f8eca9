import { isFields, type Value } from '../document';

/**
 * A text or primitive that is the same for two values exactly when MongoDB holds them for equal: 1 is 1.0,
 * documents only with the same field order.
 */
export function keyOf(value: Value | undefined): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value === 'boolean' || value === null || value === undefined) return value;
  return `\u0000${composite(value)}`;
}

function composite(value: Value | undefined): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return value === 0 ? '0' : String(value);
  if (Array.isArray(value)) return `[${value.map(composite).join(',')}]`;
  if (value instanceof Date) return `d${value.getTime()}`;
  if (value instanceof RegExp) return `r${JSON.stringify(value.source)}${value.flags}`;
  if (value instanceof Uint8Array) return `b${Buffer.from(value).toString('base64')}`;
  if (!isFields(value)) return String(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${JSON.stringify(name)}:${composite(field)}`)
    .join(',')}}`;
}

/** Different values in the order of their first coming. */
export class DistinctValues {
  private readonly byKey = new Map<unknown, Value>();

  constructor(values: readonly Value[] = []) {
    for (const value of values) this.add(value);
  }

  add(value: Value): void {
    const key = keyOf(value);
    if (!this.byKey.has(key)) this.byKey.set(key, value);
  }

  has(value: Value): boolean {
    return this.byKey.has(keyOf(value));
  }

  values(): Value[] {
    return [...this.byKey.values()];
  }

  get size(): number {
    return this.byKey.size;
  }
}
