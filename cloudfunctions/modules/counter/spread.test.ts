import fc from 'fast-check';
import { day } from '../../../types/day';
import { addFen, fen, sumFen } from '../../../types/money';
import { choosePayment, lateFeeOn, outstanding, payableBills, spreadMoney } from '../charging';
import { anyHome, home, open, terms, today, voucher, wang } from '../charging/testing/openHome';
import { toTakeFrom } from './spread';

const partyId = 'wang';
const owedIn = (account: Parameters<typeof payableBills>[0]) =>
  sumFen(
    payableBills(account, { ...wang, openid: '' }).map((bill) =>
      addFen(outstanding(bill), lateFeeOn(bill, bill.lateFee, today)),
    ),
  );

test('what is to be taken is what the app would ask for, and pays all of whatever a home owes', () => {
  fc.assert(
    fc.property(anyHome, (account) => {
      const choosing = choosePayment(account, { payer: { ...wang, openid: '' }, today });
      const asked = choosing.kind === 'chosen' ? choosing.choice.amount : 0;
      const amount = toTakeFrom(account, { partyId, owed: owedIn(account) }, today);
      expect(amount).toBe(asked);
      expect(spreadMoney(account, { partyId, amount }, today)).toMatchObject({ toPrepaid: 0, stillOwed: 0 });
    }),
    { seed: 20261123, numRuns: 300 },
  );
});

test('of an overdue fee that a voucher pays, only the late fee is to be taken', () => {
  const late = open('b1', 100_000, { dueOn: day('2026-06-05'), lateFee: terms });
  const account = home([late], { vouchers: [voucher('v', 200_000, '2026-12-31')] });
  expect(toTakeFrom(account, { partyId, owed: fen(100_500) }, today)).toBe(500);
});
