import type { Seals } from './seals';

/** Leave to upload one file, as `storage.getUploadMetadata` hands it out. */
export interface Permit {
  readonly path: string;
  /** Who will own the file; null for a function or an outside script. */
  readonly owner: string | null;
  /** Real time, milliseconds: an upload is technical. */
  readonly until: number;
}

/** How long an upload may take to begin [guess: object storage's usual quarter of an hour]. */
export const permitLife = 15 * 60_000;

/** The `x-cos-security-token` and `authorization` of an upload, in object storage's own form. */
export function issue(seals: Seals, permit: Permit): { token: string; authorization: string } {
  const token = Buffer.from(JSON.stringify(permit)).toString('base64url');
  const seconds = `${Math.floor((permit.until - permitLife) / 1000)};${Math.floor(permit.until / 1000)}`;
  const authorization = [
    'q-sign-algorithm=sha1',
    'q-ak=local-simulator',
    `q-sign-time=${seconds}`,
    `q-key-time=${seconds}`,
    'q-header-list=',
    'q-url-param-list=',
    `q-signature=${seals.sign(`upload:${token}`)}`,
  ].join('&');
  return { token, authorization };
}

export type Verdict =
  | { readonly permit: Permit }
  | { readonly refused: 'InvalidToken' | 'SignatureDoesNotMatch' | 'AccessDenied' };

/** Reads back what an upload brings along. Refuses a foreign token, a wrong signature, another path and a late upload. */
export function check(
  seals: Seals,
  given: { path: string; token?: string; authorization?: string; now: number },
): Verdict {
  const { path, token = '', authorization = '', now } = given;
  const signature = /(?:^|&)q-signature=([0-9a-f]+)/.exec(authorization)?.[1] ?? '';
  if (!token) return { refused: 'InvalidToken' };
  if (!seals.isGenuine(`upload:${token}`, signature)) return { refused: 'SignatureDoesNotMatch' };
  const permit = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Permit;
  if (permit.path !== path) return { refused: 'SignatureDoesNotMatch' };
  return permit.until < now ? { refused: 'AccessDenied' } : { permit };
}
