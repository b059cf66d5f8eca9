import type { HomeAccount } from '../../../../cloudfunctions/modules/charging';
import type { Voucher } from '../../../../cloudfunctions/modules/payments';
import { addDays, startOfDay } from '../../../../types/day';
import type { Change } from './mirror';
import { broken, type View, type Violation } from './view';

const minute = 60_000;
/** A commit may have been decided a little before midnight. */
const decidedBefore = 5 * minute;
/** The tick comes every minute, and waits for an order that is being paid. */
const expiredWithin = 60 * minute;

function endOf({ expiresOn }: Pick<Voucher, 'expiresOn'>): number {
  return startOfDay(addDays(expiresOn, 1));
}

/** What a voucher is worth does not grow, by a refund or otherwise, after its last day. */
export function judgeVouchersBack(
  { before, after }: Change<'homeAccounts'>,
  { now }: View,
): readonly Violation[] {
  const had = new Map((before?.vouchers ?? []).map(({ voucherId, rest }) => [voucherId, rest]));
  return (after?.vouchers ?? [])
    .filter((voucher) => voucher.rest > (had.get(voucher.voucherId) ?? 0))
    .filter((voucher) => endOf(voucher) + decidedBefore < now)
    .map(({ voucherId, expiresOn }) => broken('an expired voucher stays away', `${voucherId}, ${expiresOn}`));
}

/** At the end: what is left of a voucher is gone with its last day. */
export function judgeVouchersOver({ _id, vouchers }: HomeAccount, { now }: View): readonly Violation[] {
  return vouchers
    .filter((voucher) => endOf(voucher) + expiredWithin < now)
    .map(({ voucherId, expiresOn }) =>
      broken('a voucher ends with its last day', `${_id} ${voucherId}, ${expiresOn}`),
    );
}

/** Whoever prepays through WeChat has afterwards no more than the community takes. */
export function judgeCap(
  { before, after }: Change<'paymentOrders'>,
  { mirror, prepayCap }: View,
): readonly Violation[] {
  if (after?.state !== 'paid' || before?.state === 'paid') return [];
  if (after.toPrepaid === 0 || after.channel !== 'wechat') return [];
  const purses = mirror.get('homeAccounts', after.homeId)?.prepaid ?? [];
  const held = purses.find(({ partyId }) => partyId === after.partyId)?.amount ?? 0;
  return held <= prepayCap
    ? []
    : [broken('prepaying keeps the cap', `${after._id}: ${held} of ${prepayCap}`)];
}
