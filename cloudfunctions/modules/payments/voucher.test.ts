import { day, type Instant, startOfDay } from '../../../types/day';
import { fen } from '../../../types/money';
import { account, now, today } from './testing/samples';
import { expireVoucher, grantVoucherTo, voucherEnds } from './voucher';

const about = { id: 'v1', communityId: 'c1', homeId: 'h1', amount: fen(500), reason: '节能挑战赛' };

test('a voucher is held by its home until its last day, and is booked as an expense at once', () => {
  const given = grantVoucherTo(account(), { ...about, expiresOn: today }, now);
  if (!given.ok) throw new Error(given.refusal.code);
  expect(given.value.account.vouchers).toEqual([{ voucherId: 'v1', rest: 500, expiresOn: today }]);
  expect(given.value.journal.lines.map((line) => [line.account, line.amount])).toEqual([
    ['voucherCost', 500],
    ['vouchersOut', -500],
  ]);
});

test('one that has expired already is refused', () => {
  const past = grantVoucherTo(account(), { ...about, expiresOn: day('2026-11-09') }, now);
  expect(past).toMatchObject({ refusal: { code: 'VOUCHER_NOT_SOUND' } });
});

test('what is left after the last day goes, to the fen; not on the day itself', () => {
  const held = account({ vouchers: [{ voucherId: 'v1', rest: fen(120), expiresOn: today }] });
  const end = voucherEnds(today);
  expect(end).toBe(startOfDay(day('2026-11-11')));
  expect(expireVoucher(held, 'v1', (end - 1) as Instant)).toBeUndefined();
  const expired = expireVoucher(held, 'v1', end);
  expect(expired?.account.vouchers).toEqual([]);
  expect(expired?.journal.lines.map((line) => line.amount).sort()).toEqual([-120, 120]);
  expect(expireVoucher(account(), 'v1', end)).toBeUndefined();
});
