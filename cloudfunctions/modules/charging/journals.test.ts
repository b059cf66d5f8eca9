import type { Instant } from '../../../types/day';
import { fen, rate } from '../../../types/money';
import { type Journal, totalOf, trialBalance } from '../ledger';
import { adjustBill } from './adjustBill';
import { type Bill, makeBill } from './bill';
import { billedLines, journalOf, takenBackLines } from './journals';
import { feeOfJanuary } from './testing/samples';

const now = Date.parse('2026-11-10T23:59:00+08:00') as Instant;

function made(): Bill {
  const billing = makeBill(feeOfJanuary);
  if (billing.kind !== 'made') throw new Error(billing.kind);
  return { ...billing.bill, version: 1, state: 'published' };
}

const brought: Bill = { ...made(), origin: 'opening' };

/** Publishes, adjusts by a line and takes all back, as the use cases post it. */
function life(bill: Bill): { readonly open: readonly Journal[]; readonly closed: readonly Journal[] } {
  const adjusted = adjustBill(bill, { against: 1, amount: fen(-101), reason: '多收' });
  if (adjusted.kind !== 'adjusted') throw new Error(adjusted.reason);
  const posted = [
    ...journalOf('bill', bill, billedLines(bill), { now }),
    ...journalOf('adjustment', bill, billedLines(adjusted.bill, [adjusted.line]), { now, of: 'b·2' }),
  ];
  const back = journalOf('billVoid', adjusted.bill, takenBackLines(adjusted.bill), { now, reason: '重复' });
  const documents = (creates: typeof posted) => creates.map(({ document }) => document as Journal);
  return { open: documents(posted), closed: documents([...posted, ...back]) };
}

describe.each([
  ['our own', made(), 'propertyFee'],
  ['of the old books', brought, 'opening'],
] as const)('a bill that is %s', (_name, bill, against) => {
  test('is owed on one side and stands on the other; taken back, nothing is left anywhere', () => {
    const { open, closed } = life(bill);
    expect(totalOf(open, { account: 'receivable', billId: bill._id }).amount).toBe(bill.amount - 101);
    expect([...trialBalance(open)]).toEqual([
      ['receivable', bill.amount - 101],
      [against, 101 - bill.amount],
    ]);
    expect([...trialBalance(closed).values()]).toEqual([0, 0]);
  });
});

test('a journal counts for the day it is in China, names its bill, and is left out where there is nothing', () => {
  const [journal] = journalOf('bill', made(), billedLines(made()), { now });
  expect(journal?.document).toMatchObject({ day: '2026-11-10', source: `bills/${made()._id}` });
  const free = {
    ...made(),
    lines: made().lines.map((line) => ({ ...line, price: rate(0, 2), amount: fen(0) })),
  };
  expect(journalOf('bill', free, billedLines(free), { now })).toEqual([]);
});
