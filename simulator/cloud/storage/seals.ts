import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CloudContext } from '../core/context';

const secretKey = 'storage.secret';

/** Signs links and upload permits with a secret that lives in the state, so they outlive a restart and end with a reset. */
export class Seals {
  constructor(private readonly context: CloudContext) {}

  sign(text: string): string {
    return createHmac('sha256', this.secret()).update(text).digest('hex').slice(0, 40);
  }

  isGenuine(text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(text));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private secret(): string {
    const kept = this.context.state.meta(secretKey);
    if (kept) return kept;
    const fresh = this.context.random.stream('storage').hex(64);
    this.context.state.setMeta(secretKey, fresh);
    return fresh;
  }
}
