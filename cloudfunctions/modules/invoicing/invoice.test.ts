import type { Instant } from '../../../types/day';
import { fen, noFen } from '../../../types/money';
import type { LineCredit } from '../charging';
import { askForInvoice, type Invoice, invoiceable, issued, onRefund, redFlushed } from './invoice';
import { handIssuing } from './provider';

const now = Date.parse('2026-11-10T09:00:00+08:00') as Instant;
const credit = (money: number, prepaid = 0, voucher = 0): LineCredit => ({
  billId: 'b1',
  line: 1,
  money: fen(money),
  prepaid: fen(prepaid),
  vouchers: voucher > 0 ? [{ voucherId: 'v1', amount: fen(voucher) }] : [],
});
const order = {
  _id: 'N1',
  communityId: 'yunqi',
  homeId: 'h1',
  place: '3栋2单元1201',
  state: 'paid',
  credits: [credit(10_000, 500, 2_000)],
};
const title = { kind: 'person', name: '王秀英' } as const;
const asking = { title, by: 'oOwner', now };

function asked(): Invoice {
  const outcome = askForInvoice(order, undefined, asking);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { ...outcome.value, version: 1 };
}

test('money and used prepayment are invoiced, vouchers are not', () => {
  expect(asked()).toMatchObject({ _id: 'N1·1', amount: 10_500, state: 'asked', askedBy: 'oOwner' });
  expect(invoiceable()).toBe(noFen);
});

test.each([
  ['not paid', { ...order, state: 'live' }],
  ['only by voucher', { ...order, credits: [credit(0, 0, 2_000)] }],
  ['all refunded', { ...order, credits: [credit(0)] }],
  ['only prepaid', { ...order, credits: [] }],
])('no invoice: %s', (_name, bad) => {
  expect(askForInvoice(bad, undefined, asking)).toMatchObject({ refusal: { code: 'INVOICE_NOT_POSSIBLE' } });
});

test.each(['asked', 'issued', 'toBeRedFlushed'] as const)(
  'a second one beside one that is %s is refused',
  (state) => {
    expect(askForInvoice(order, { ...asked(), state }, asking)).toMatchObject({
      refusal: { code: 'INVOICE_ALREADY_ASKED' },
    });
  },
);

test('after the red one another may be asked for', () => {
  const again = askForInvoice(order, { ...asked(), state: 'redFlushed' }, asking);
  expect(again).toMatchObject({ value: { _id: 'N1·2' } });
});

test('issued once, by a file of this community only', () => {
  const hand = (fileId: string) => handIssuing.issue(asked(), { number: '12345678', fileId }, now);
  const good = hand('cloud://env.bucket/invoices/yunqi/a.pdf');
  if (!good.ok) throw new Error(good.refusal.code);
  const made = issued(asked(), good.value, asked().amount);
  expect(made).toMatchObject({
    value: { state: 'issued', issued: { provider: 'hand', number: '12345678' } },
  });
  if (!made.ok) throw new Error(made.refusal.code);
  expect(issued(asked(), good.value, fen(10_501))).toMatchObject({
    refusal: { code: 'AMOUNT_CHANGED', details: { amount: 10_500 } },
  });
  expect(issued(made.value, good.value, asked().amount)).toMatchObject({
    refusal: { code: 'INVOICE_ALREADY_DECIDED' },
  });
  for (const foreign of [
    'cloud://env.bucket/invoices/wutong/a.pdf',
    'cloud://env.bucket/invoices/yunqi/../wutong/a.pdf',
    'cloud://env.bucket/imports/yunqi/a.xlsx',
    'invoices/yunqi/a.pdf',
  ])
    expect(hand(foreign)).toMatchObject({ refusal: { code: 'INVALID_INPUT' } });
});

test('a refund makes an issued invoice a task; one that was only asked for shrinks, or is void', () => {
  const left = [credit(4_000)];
  expect(onRefund({ ...asked(), state: 'issued' }, left)).toMatchObject({
    state: 'toBeRedFlushed',
    amount: 10_500,
  });
  expect(onRefund(asked(), left)).toMatchObject({ state: 'asked', amount: 4_000 });
  expect(onRefund(asked(), [])).toMatchObject({ state: 'redFlushed', amount: 0 });
  const red = { ...asked(), state: 'redFlushed' } as const;
  expect(onRefund(red, left)).toBe(red);
});

test('only what was issued can be taken back, once', () => {
  const red = { number: '87654321', at: now };
  expect(redFlushed(asked(), red)).toMatchObject({ refusal: { code: 'INVOICE_ALREADY_DECIDED' } });
  const back = redFlushed({ ...asked(), state: 'toBeRedFlushed' }, red);
  expect(back).toMatchObject({ value: { state: 'redFlushed', red } });
  expect(redFlushed({ ...asked(), state: 'redFlushed' }, red)).toMatchObject({
    refusal: { code: 'INVOICE_ALREADY_DECIDED' },
  });
});
