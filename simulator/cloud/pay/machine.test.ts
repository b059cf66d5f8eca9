import {
  hasExpired,
  mayEndAs,
  refusalOf,
  stateAfter,
  stateAt,
  type TradeEvent,
  type TradeState,
} from './machine';

const events: TradeEvent[] = ['begin', 'pay', 'fail', 'close', 'refund'];

/** One row per state, one column per event; a dash is a refusal. */
const table: [TradeState, string][] = [
  ['NOTPAY', 'USERPAYING SUCCESS PAYERROR CLOSED -'],
  ['USERPAYING', '- SUCCESS PAYERROR - -'],
  ['PAYERROR', 'USERPAYING SUCCESS PAYERROR CLOSED -'],
  ['SUCCESS', '- - - - REFUND'],
  ['REFUND', '- - - - REFUND'],
  ['CLOSED', '- - - - -'],
];

test.each(table)('%s goes where WeChat Pay lets it go', (state, expected) => {
  expect(events.map((event) => stateAfter(state, event) ?? '-').join(' ')).toBe(expected);
});

test.each([
  ['NOTPAY', undefined],
  ['PAYERROR', undefined],
  ['USERPAYING', 'USERPAYING'],
  ['SUCCESS', 'ORDERPAID'],
  ['REFUND', 'ORDERPAID'],
  ['CLOSED', 'ORDERCLOSED'],
] as const)('%s is refused as %s', (state, code) => {
  expect(refusalOf(state)?.code).toBe(code);
});

const sevenDays = 7 * 24 * 3_600_000;

test('an unpaid order closes by itself seven days after its end, a paid one never', () => {
  const unpaid = { state: 'NOTPAY', createdAt: 1000, expiresAt: null } as const;
  expect(stateAt(unpaid, 999 + sevenDays, 'stays unpaid')).toBe('NOTPAY');
  expect(stateAt(unpaid, 1000 + sevenDays, 'stays unpaid')).toBe('CLOSED');
  expect(stateAt({ ...unpaid, expiresAt: 5000 }, 4999 + sevenDays, 'stays unpaid')).toBe('NOTPAY');
  expect(stateAt({ ...unpaid, state: 'PAYERROR' }, 1000 + sevenDays, 'stays unpaid')).toBe('CLOSED');
  for (const state of ['SUCCESS', 'REFUND', 'USERPAYING'] as const)
    expect(stateAt({ ...unpaid, state }, 10 * sevenDays, 'closes')).toBe(state);
});

test('past time_expire an order stays NOTPAY, or closes where that is chosen', () => {
  const order = { state: 'NOTPAY', createdAt: 0, expiresAt: 5000 } as const;
  expect([hasExpired(order, 4999), hasExpired(order, 5000), hasExpired({ expiresAt: null }, 5000)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(stateAt(order, 5000, 'stays unpaid')).toBe('NOTPAY');
  expect(stateAt(order, 4999, 'closes')).toBe('NOTPAY');
  expect(stateAt(order, 5000, 'closes')).toBe('CLOSED');
});

test('a refund ends once; one in CHANGE is finished by hand', () => {
  const outcomes = ['SUCCESS', 'CHANGE', 'REFUNDCLOSE'] as const;
  const allowed = (status: Parameters<typeof mayEndAs>[0]) =>
    outcomes.filter((outcome) => mayEndAs(status, outcome));
  expect(allowed('PROCESSING')).toEqual(outcomes);
  expect(allowed('CHANGE')).toEqual(['SUCCESS', 'REFUNDCLOSE']);
  expect(allowed('SUCCESS')).toEqual([]);
  expect(allowed('REFUNDCLOSE')).toEqual([]);
});
