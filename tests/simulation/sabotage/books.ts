import type { HomeAccount, LineCredit, PaymentChoice } from '../../../cloudfunctions/modules/charging';
import { noFen } from '../../../types/money';
import { load, type Sabotage } from './load';

type Account = typeof import('../../../cloudfunctions/modules/payments/account');
type Invoice = typeof import('../../../cloudfunctions/modules/invoicing/invoice');
type Posting = typeof import('../../../cloudfunctions/modules/payments/posting');
type Plan = typeof import('../../../cloudfunctions/kernel/plan');
type Projection = typeof import('../../../cloudfunctions/modules/payments/projectBills');
type Refunding = typeof import('../../../cloudfunctions/modules/payments/refunding');

const account = () => load<Account>('modules/payments/account');

function fenTooMany(): void {
  const plan = load<Plan>('kernel/plan');
  const { planOf } = plan;
  jest.spyOn(plan, 'planOf').mockImplementation((changes, seal) => {
    const { checks, operations } = planOf(changes, seal);
    const wrong = operations.map((each) => {
      if (each.kind !== 'add' || each.collection !== 'journals') return each;
      const [first, ...rest] = each.fields.lines as { readonly amount: number }[];
      const lines = [{ ...first, amount: (first?.amount ?? 0) + 1 }, ...rest];
      return { ...each, fields: { ...each.fields, lines } };
    });
    return { checks, operations: wrong };
  });
}

/** Nobody looks whether a bill is still open: money goes on those that are paid, too. */
function creditTwice(): void {
  const { creditedBy, stillAsFrozen } = account();
  const opened = ({ openBills }: HomeAccount, choice: PaymentChoice): PaymentChoice => {
    const open = new Set(openBills.map(({ billId }) => billId));
    return { ...choice, bills: choice.bills.filter(({ billId }) => open.has(billId)) };
  };
  jest.spyOn(account(), 'stillAsFrozen').mockImplementation((before, frozen, on) => {
    return stillAsFrozen(before, { ...frozen, choice: opened(before, frozen.choice) }, on);
  });
  jest.spyOn(account(), 'creditedBy').mockImplementation((before, order, on) => {
    const choice = opened(before, order.choice);
    const credited = creditedBy(before, { ...order, choice }, on);
    const gone = order.choice.bills.filter((bill) => !choice.bills.includes(bill));
    const again = gone.map(
      ({ billId, money }): LineCredit => ({ billId, line: 1, prepaid: noFen, vouchers: [], money }),
    );
    return { ...credited, credits: [...credited.credits, ...again] };
  });
}

function leaveOpen(): void {
  const { creditedBy } = account();
  jest.spyOn(account(), 'creditedBy').mockImplementation((before, order, on) => {
    const credited = creditedBy(before, order, on);
    return { ...credited, account: { ...credited.account, openBills: before.openBills } };
  });
}

function keepVouchers(): void {
  const { freedOf } = account();
  jest.spyOn(account(), 'freedOf').mockImplementation((before, orderId) => ({
    ...freedOf(before, orderId),
    vouchers: before.vouchers,
  }));
}

function forgetCap(): void {
  const { stillAsFrozen } = account();
  jest.spyOn(account(), 'stillAsFrozen').mockImplementation((before, { prepaidMost: _, ...frozen }, on) => {
    return stillAsFrozen(before, frozen, on);
  });
}

function forgetExpiry(): void {
  const refunding = load<Refunding>('modules/payments/refunding');
  const { withPursesBack, refundLines } = refunding;
  const before = '2000-01-01' as Parameters<typeof withPursesBack>[2];
  jest
    .spyOn(refunding, 'withPursesBack')
    .mockImplementation((held, back) => withPursesBack(held, back, before));
  jest
    .spyOn(refunding, 'refundLines')
    .mockImplementation((order, taken, about) => refundLines(order, taken, { ...about, today: before }));
}

/** What a voucher has paid at the counter is still in the account, for the next payment. */
function useAgain(): void {
  const posting = load<Posting>('modules/payments/posting');
  const { postPayment } = posting;
  jest.spyOn(posting, 'postPayment').mockImplementation((order, account, about) => {
    const posted = postPayment(order, account, about);
    if (!order.takenBy) return posted;
    return { ...posted, account: { ...posted.account, vouchers: account.vouchers } };
  });
}

/** What the laws about our own books must find. */
export const sabotagesOfBooks: readonly Sabotage[] = [
  {
    ...{ what: 'a journal holds a fen too many', seed: 1, commit: fenTooMany },
    laws: ['a journal balances'],
  },
  {
    ...{ what: 'money goes on bills that are paid', seed: 1, commit: creditTwice },
    laws: ['no bill is credited twice'],
  },
  {
    ...{ what: 'a bill that is paid stays open', seed: 1, commit: leaveOpen },
    laws: ['no credited bill is open', 'an open bill owes what the ledger says'],
  },
  {
    ...{ what: 'an order makes room but keeps its vouchers', seed: 1, commit: keepVouchers },
    laws: ['only the live order holds vouchers'],
  },
  {
    ...{ what: 'a voucher can be used again after it paid at the counter', seed: 1, commit: useAgain },
    laws: ['a voucher has left what the ledger says', 'no voucher is used twice'],
  },
  {
    ...{ what: 'nobody looks at the cap when prepaid money comes', seed: 1, commit: forgetCap },
    laws: ['prepaying keeps the cap'],
  },
  {
    ...{ what: 'an expired voucher comes back by a refund', seed: 1, commit: forgetExpiry },
    laws: ['an expired voucher stays away', 'a voucher ends with its last day'],
  },
  {
    what: 'a bill does not follow what was paid of it',
    seed: 1,
    commit: () => {
      const projection = load<Projection>('modules/payments/projectBills');
      jest.spyOn(projection, 'projectBills').mockResolvedValue(true);
    },
    laws: ['projections equal the journals'],
  },
  {
    what: 'an issued invoice stays although its money goes back',
    seed: 1,
    commit: () => {
      const invoice = load<Invoice>('modules/invoicing/invoice');
      jest.spyOn(invoice, 'onRefund').mockImplementation((issued) => issued);
    },
    laws: ['an invoice says what was paid and has not gone back'],
  },
];
