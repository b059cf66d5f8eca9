import { createHash } from 'node:crypto';

/** Of so many finished tickets one is checked afterwards (B2: 事后抽查). Ours. */
const oneOf = 10;

/** Is this ticket in the sample of the after-check: one in ten, by its id, so that neither engineer nor supervisor chooses. */
export function isSampled(ticketId: string): boolean {
  return createHash('sha256').update(ticketId).digest().readUInt32BE() % oneOf === 0;
}
