/** The last row of a page: the value it is ordered by, and its id. */
export interface Position {
  readonly value: string | number;
  readonly id: string;
}

/** What a phone keeps and gives back to get the next page. It opens nothing: the list is checked as the first page is. */
export function cursorOf({ value, id }: Position): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Undefined for what is no cursor of ours: then the list begins anew. */
export function readCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(read) || read.length !== 2) return undefined;
    const [value, id] = read as unknown[];
    const isValue = typeof value === 'string' || typeof value === 'number';
    return isValue && typeof id === 'string' ? { value, id } : undefined;
  } catch {
    return undefined;
  }
}
