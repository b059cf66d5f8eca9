import type { Due } from '../../../kernel/changes';
import type { DueEntry } from '../../../platform/systemStore';
import type { HomeAccount } from '../../charging';
import { type Journal, linesForOpeningVoucher, posting } from '../../ledger';
import { dueFor, type Voucher, voucherEnds } from '../../payments';
import type { Moment } from '../register/known';
import type { VoucherStep } from '../register/step';
import { openingJournalId } from './opening';

interface Whose extends Moment {
  readonly communityId: string;
}

/** A voucher of the old books, as if it had been granted here. */
export function openingVoucher(step: VoucherStep, { communityId, now }: Whose): Omit<Voucher, 'version'> {
  const { key: _id, homeId, amount, expiresOn, reason } = step;
  return { _id, communityId, homeId, amount, expiresOn, reason, grantedAt: now };
}

/** The account with it, in place of one of the same number. */
export function withOpeningVoucher(account: Omit<HomeAccount, 'version'>, step: VoucherStep) {
  const { key: voucherId, amount: rest, expiresOn } = step;
  const others = account.vouchers.filter((one) => one.voucherId !== voucherId);
  return { ...account, vouchers: [...others, { voucherId, rest, expiresOn }] };
}

/** Against the opening balance account, as all opening figures. */
export function voucherJournal(step: VoucherStep, { communityId, now, today }: Whose) {
  const { key: voucherId, homeId, amount } = step;
  const journal: Omit<Journal, 'version'> = posting({
    _id: openingJournalId(voucherId),
    communityId,
    kind: 'opening',
    at: now,
    day: today,
    source: `vouchers/${voucherId}`,
    lines: linesForOpeningVoucher({ homeId, voucherId, amount }),
  });
  // A slice of a community that nobody sees yet is written without a commit, which would say when.
  return { ...journal, postedAt: now };
}

/** When the tick takes away what was not used of it. */
export function voucherDue({ key, expiresOn }: Pick<VoucherStep, 'key' | 'expiresOn'>): Due {
  return dueFor('voucherExpiry', key, voucherEnds(expiresOn));
}

/** `_id` of a thing the tick looks after, as a commit names it. */
export function dueIdOf({ kind, key }: Due): string {
  return `${kind}·${key}`;
}

/** The same as a row: what nobody sees yet is written without a commit. */
export function voucherEntry(step: VoucherStep): Omit<DueEntry, 'version'> {
  const { key, expiresOn } = step;
  return { _id: dueIdOf(voucherDue(step)), kind: 'voucherExpiry', key, at: voucherEnds(expiresOn) };
}
