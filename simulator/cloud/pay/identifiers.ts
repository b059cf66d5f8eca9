import { createHash } from 'node:crypto';
import { compactChinaTime } from '../core/clock';
import type { RandomStream } from '../core/random';

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Numbers in the shapes seen on real accounts [measured]. Chance may deal one twice: whoever keeps it asks for an unused one. */
export class Identifiers {
  constructor(private readonly random: () => RandomStream) {}

  /** `wx` + day and time + 22 characters + `0000`: 36 in all. */
  prepayId(now: number): string {
    const random = this.random();
    return `wx${compactChinaTime(now).slice(6)}${random.text(6, digits)}${random.hex(16)}0000`;
  }

  /** 28 digits with the date in the middle. */
  transactionId(now: number): string {
    return `4200${this.random().text(6, digits)}${this.day(now)}${this.random().text(10, digits)}`;
  }

  /** 29 digits with the date in the middle. */
  refundId(now: number): string {
    return `5030${this.random().text(6, digits)}${this.day(now)}${this.random().text(11, digits)}`;
  }

  nonce(): string {
    return this.random().text(16, letters);
  }

  noticeNonce(): string {
    return this.random().hex(16);
  }

  private day(now: number): string {
    return compactChinaTime(now).slice(0, 8);
  }
}

/** Draws until the number is new: after a reseed the same chance comes again while the old numbers are still kept. */
export function unused(draw: () => string, isTaken: (candidate: string) => boolean): string {
  let candidate = draw();
  while (isTaken(candidate)) candidate = draw();
  return candidate;
}

/** The same person's openid under the provider's appid: the `openid` beside `sub_openid`, of no use to the mini-program. */
export function providerOpenid(openid: string): string {
  return `o${createHash('sha256').update(`provider:${openid}`).digest('base64url').slice(0, 27)}`;
}
