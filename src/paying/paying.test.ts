import type { OrderStanding } from '../../types/contract/payments';
import { fen } from '../../types/money';
import { refused } from '../../types/refusal';
import {
  afterStanding,
  isGoingOn,
  isSettled,
  isWorthAsking,
  openOrderOf,
  payingWords,
  waitsWords,
} from './paying';

const standing = (outcome: OrderStanding['outcome']): OrderStanding => ({
  orderId: 'NL1',
  outcome,
  amount: fen(100),
  isLive: outcome === 'pending',
});

test.each([
  ['paid', 'done', 'paid'],
  ['paid', 'closed', 'paid'],
  ['paid', 'failed', 'paid'],
  ['paid', undefined, 'paid'],
  ['pending', 'done', 'unclear'],
  ['pending', 'closed', 'cancelled'],
  ['pending', 'failed', 'notOpened'],
  ['pending', undefined, 'unclear'],
  ['over', 'closed', 'cancelled'],
  ['over', 'done', 'unclear'],
  ['over', undefined, 'idle'],
  ['returning', 'done', 'returning'],
  ['returned', undefined, 'returning'],
] as const)('%s after a wallet that said %s is %s', (outcome, answer, kind) => {
  expect(afterStanding(standing(outcome), answer).kind).toBe(kind);
});

test('an order is remembered until its end is known, but not for ever', () => {
  const order = openOrderOf({ kind: 'paid', orderId: 'NL1', amount: fen(100) }, 'yunqi-1201', 1_000);
  expect(order).toEqual({ orderId: 'NL1', homeId: 'yunqi-1201', amount: 100, since: 1_000 });
  expect(isWorthAsking(order, 1_000 + 29 * 60_000)).toBe(true);
  expect(isWorthAsking(order, 1_000 + 31 * 60_000)).toBe(false);
  expect(isSettled({ kind: 'unclear' })).toBe(false);
  expect(isSettled({ kind: 'cancelled' })).toBe(true);
  expect(isGoingOn({ kind: 'starting' })).toBe(true);
});

test('every end that is not a receipt says whether money moved, without an exclamation mark', () => {
  const unreachable = refused('UNREACHABLE');
  const failed = refused('SERVICE_FAILED');
  const changed = refused('AMOUNT_CHANGED');
  if (unreachable.ok || failed.ok || changed.ok) throw new Error('they are refusals');
  const all = [
    { kind: 'cancelled' },
    { kind: 'notOpened' },
    { kind: 'unclear' },
    { kind: 'returning' },
    { kind: 'refused', refusal: unreachable.refusal },
    { kind: 'refused', refusal: failed.refusal },
    { kind: 'refused', refusal: changed.refusal },
  ] as const;
  for (const paying of all) {
    const said = payingWords(paying);
    expect(`${said?.title}${said?.sentence}`).toMatch(/没有扣款|不会重复扣|不会丢|退回/);
    expect(`${said?.title}${said?.sentence}`).not.toMatch(/[!！亲]/);
  }
  expect(payingWords({ kind: 'paid', orderId: 'NL1' })).toBeUndefined();
});

test('what a failing service did is not known, so it is not said that nothing was charged', () => {
  for (const code of ['SERVICE_FAILED', 'INTERNAL'] as const) {
    const outcome = refused(code);
    if (outcome.ok) throw new Error('it is a refusal');
    const said = payingWords({ kind: 'refused', refusal: outcome.refusal });
    expect(said?.sentence).toBe('系统出了点问题，请稍后再点一次，不会重复扣款。');
    expect(`${said?.title}${said?.sentence}`).not.toMatch(/没有扣款|没有网络/);
  }
  expect(waitsWords('network')).toBe('联网后可以缴费');
  expect(waitsWords('service')).toBe('系统恢复后可以缴费');
});
