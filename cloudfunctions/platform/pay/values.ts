import { type Fen, fen } from '../../../types/money';

/** Text as it is, a number as its digits, anything else as nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A whole number of fen, positive, given as a number or as digits. */
export function fenOf(value: unknown): Fen | undefined {
  const amount = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(amount) && (amount as number) > 0 ? fen(amount as number) : undefined;
}
