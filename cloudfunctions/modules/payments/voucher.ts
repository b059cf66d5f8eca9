import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../../types/day';
import type { Fen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { HomeAccount } from '../charging';
import { type Journal, journalId, linesForVoucherExpiry, linesForVoucherGrant, posting } from '../ledger';
import type { Voucher } from './order';

type NewJournal = Omit<Journal, 'version'>;

export interface Granting {
  readonly id: string;
  readonly communityId: string;
  readonly homeId: string;
  readonly amount: Fen;
  readonly expiresOn: Day;
  readonly reason: string;
}

export interface GrantedVoucher {
  readonly voucher: Omit<Voucher, 'version'>;
  readonly account: HomeAccount;
  readonly journal: NewJournal;
}

/** A home gets a voucher (C11). Refuses VOUCHER_NOT_SOUND where it has expired already. */
export function grantVoucherTo(
  account: HomeAccount,
  { id, ...granting }: Granting,
  now: Instant,
): Outcome<GrantedVoucher> {
  const { communityId, homeId, amount, expiresOn } = granting;
  if (expiresOn < dayOf(now)) return refused('VOUCHER_NOT_SOUND');
  const held = { voucherId: id, rest: amount, expiresOn };
  return granted({
    voucher: { _id: id, ...granting, grantedAt: now },
    account: { ...account, vouchers: [...account.vouchers, held] },
    journal: posting({
      _id: journalId('voucher', id),
      communityId,
      kind: 'voucher',
      at: now,
      day: dayOf(now),
      source: `vouchers/${id}`,
      lines: linesForVoucherGrant({ homeId, voucherId: id, amount }),
    }),
  });
}

/** When what is left of it is no longer worth anything. */
export function voucherEnds(expiresOn: Day): Instant {
  return startOfDay(addDays(expiresOn, 1));
}

/** What was not used by the last day is gone. Undefined where nothing is left to go. */
export function expireVoucher(
  account: HomeAccount,
  voucherId: string,
  now: Instant,
): { readonly account: HomeAccount; readonly journal: NewJournal } | undefined {
  const held = account.vouchers.find((voucher) => voucher.voucherId === voucherId);
  if (!held || held.expiresOn >= dayOf(now)) return undefined;
  const { _id: homeId, communityId } = account;
  return {
    account: { ...account, vouchers: account.vouchers.filter((voucher) => voucher !== held) },
    journal: posting({
      // A voucher may come back by a refund and expire again: by what was left to it, and when.
      _id: journalId('voucher', `${voucherId}·expired·${now}`),
      communityId,
      kind: 'voucher',
      at: now,
      day: dayOf(now),
      source: `vouchers/${voucherId}`,
      lines: linesForVoucherExpiry({ homeId, voucherId, amount: held.rest }),
    }),
  };
}
