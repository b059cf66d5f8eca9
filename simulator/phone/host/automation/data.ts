import { toPlain } from './plain';

/** The part of `data` a path names (`list[0].name`); everything when there is no path. */
export function dataAt(data: unknown, path: unknown): unknown {
  if (typeof path !== 'string' || path === '') return data;
  const names = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  return names.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
    data,
  );
}

export function toPlainData(data: unknown): unknown {
  return toPlain(data) ?? null;
}
