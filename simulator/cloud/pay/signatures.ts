import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export type SignType = 'MD5' | 'HMAC-SHA256';

/**
 * The signature of API v2 [document]: non-empty parameters sorted by name, `name=value` joined by `&`, the key at the end,
 * upper case. `sign` itself is never part of it.
 */
export function signatureOf(
  parameters: Readonly<Record<string, unknown>>,
  key: string,
  type: SignType = 'MD5',
): string {
  const joined = Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && isScalar(value) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const message = `${joined}&key=${key}`;
  const hash = type === 'MD5' ? createHash('md5') : createHmac('sha256', key);
  return hash.update(message).digest('hex').toUpperCase();
}

export function isSame(signature: string, expected: string): boolean {
  const [a, b] = [Buffer.from(signature), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The provider's key, which no merchant and no function ever sees. It guards nothing here but mistakes. */
export function providerKey(appid: string): string {
  return createHash('md5').update(`the simulated provider of ${appid}`).digest('hex');
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
