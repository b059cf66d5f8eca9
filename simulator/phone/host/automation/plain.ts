const deepest = 8;

/** A value as JSON can carry it: what it cannot (functions, cycles, DOM nodes) becomes a word that says so. */
export function toPlain(value: unknown, depth = 0, above: readonly object[] = []): unknown {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  if (value instanceof Date) return value.toJSON();
  if (value instanceof Node) return `[${value.nodeName}]`;
  if (above.includes(value)) return '[circular]';
  if (depth >= deepest) return '[deep]';
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((one) => toPlain(one, depth + 1, inside) ?? null);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, toPlain(one, depth + 1, inside)]),
  );
}
