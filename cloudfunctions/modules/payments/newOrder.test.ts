import type { Instant } from '../../../types/day';
import { fen, noFen } from '../../../types/money';
import { limits } from '../../kernel/limits';
import { nextLook } from './dueKinds';
import { paymentNumber } from './newOrder';
import { account, now, open, ordered } from './testing/samples';

test('an order freezes all that WeChat will be asked with', () => {
  const order = ordered(account({ openBills: [open('b1', [100, 20])] }));
  expect(order).toMatchObject({ state: 'creating', amount: 120, expiresAt: now + limits.orderLife });
  expect(order.ask).toEqual({
    channel: 'cloudpay',
    merchantId: '1900000109',
    description: '云栖苑3栋2单元1201缴费',
    ip: '127.0.0.1',
    timeStart: now,
    timeExpire: now + limits.orderLife,
  });
});

test('a prepayment says so in the wallet, and is the whole amount', () => {
  const order = ordered(account(), { toPrepaid: fen(500), choice: { bills: [], amount: noFen } });
  expect(order).toMatchObject({
    amount: 500,
    toPrepaid: 500,
    ask: { description: '云栖苑3栋2单元1201预存' },
  });
});

test('numbers are day and chance, in letters both drivers take, at most 32', () => {
  const number = paymentNumber(now, 'aB-_0123456789012345678901234');
  expect(number).toMatch(/^20261110[0-9A-Za-z]+$/);
  expect(number).toHaveLength(32);
});

test.each([
  [0, 30_000],
  [minutes(2), minutes(1)],
  [minutes(40), minutes(20)],
  [minutes(10_000), minutes(60)],
])('what is %i ms old is looked at again after %i ms', (age, pause) => {
  expect(nextLook((now - age) as Instant, now)).toBe(now + pause);
});

function minutes(count: number): number {
  return count * 60_000;
}
