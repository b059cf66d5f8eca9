import { account, BrokenBooks, laws, order, prepayCap } from './brokenBooks';

/** Vouchers that are over and prepayment beyond the cap, by documents that no commit of the product would write. */
describe('the laws of purses', () => {
  let books: BrokenBooks;
  beforeEach(() => {
    books = new BrokenBooks();
  });
  afterEach(() => books.cloud.stop());

  const holding = (expiresOn: string, rest: number) =>
    account({ vouchers: [{ voucherId: 'v', rest, expiresOn }] });

  test('a voucher that ended yesterday may wait for the tick, but not grow', async () => {
    await books.put('homeAccounts', holding('2026-11-10', 5));
    expect(laws(books.judge.step())).not.toContain('an expired voucher stays away');
    await books.put('homeAccounts', holding('2026-11-09', 5));
    expect(laws(books.judge.step())).not.toContain('an expired voucher stays away');
    await books.put('homeAccounts', holding('2026-11-09', 6));
    expect(laws(books.judge.step())).toContain('an expired voucher stays away');
  });

  test('at the end no voucher is left whose last day is over', async () => {
    await books.put('homeAccounts', holding('2026-11-10', 5));
    expect(laws(books.judge.end())).not.toContain('a voucher ends with its last day');
    await books.put('homeAccounts', holding('2026-11-09', 5));
    expect(laws(books.judge.end())).toContain('a voucher ends with its last day');
  });

  test.each([
    [prepayCap, false],
    [prepayCap + 1, true],
  ])('prepaying up to %i fen', async (amount, isBroken) => {
    await books.put('homeAccounts', account({ prepaid: [{ partyId: 'p', amount }] }));
    await books.put('paymentOrders', { ...order('paid'), partyId: 'p', toPrepaid: 100 });
    expect(laws(books.judge.step()).includes('prepaying keeps the cap')).toBe(isBroken);
  });
});
