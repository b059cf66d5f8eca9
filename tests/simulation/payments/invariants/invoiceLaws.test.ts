import { BrokenBooks, laws, order } from './brokenBooks';

/** Each law about invoices is broken once, by documents that no commit of the product would write, and must be named. */
describe('the laws of invoices', () => {
  let books: BrokenBooks;
  beforeEach(() => {
    books = new BrokenBooks();
  });
  afterEach(() => books.cloud.stop());

  const credits = [{ billId: 'b', line: 1, money: 70, prepaid: 10, vouchers: [] }];
  const invoice = (state: string, more: object = {}) => ({
    ...{ _id: 'order1·1', orderId: 'order1', homeId: 'h', title: { kind: 'person', name: '王' }, amount: 80 },
    ...{ state, askedBy: 'o', askedAt: 1, ...more },
  });
  const invoiced = (more: object = {}) => ({ ...order('paid'), credits, invoiceId: 'order1·1', ...more });
  const issued = { issued: { provider: 'hand', number: '1', fileId: 'f', at: 1 } };

  test('asked for, issued, to be taken back, taken back: none is broken', async () => {
    await books.put('paymentOrders', invoiced());
    await books.put('invoices', invoice('asked'));
    await books.put('invoices', invoice('issued', issued));
    await books.put('invoices', invoice('toBeRedFlushed', issued));
    await books.put('paymentOrders', invoiced({ credits: [] }));
    await books.put('invoices', invoice('redFlushed', issued));
    expect(laws(books.judge.step())).toEqual([]);
    expect(laws(books.judge.all())).toEqual([]);
  });

  test.each<[law: string, broken: readonly (readonly [collection: string, document: object])[]]>([
    ['an invoice is of an order', [['invoices', invoice('asked')]]],
    [
      'an invoice says what was paid and has not gone back',
      [
        ['invoices', invoice('issued')],
        ['paymentOrders', invoiced({ credits: [] })],
      ],
    ],
    [
      'an order has one invoice that counts',
      [
        ['invoices', invoice('asked')],
        ['paymentOrders', invoiced({ invoiceId: 'order1·2' })],
      ],
    ],
    [
      'an invoice is frozen',
      [
        ['paymentOrders', invoiced()],
        ['invoices', invoice('toBeRedFlushed', issued)],
        ['invoices', invoice('toBeRedFlushed', { ...issued, amount: 81 })],
      ],
    ],
    [
      'an end is an end',
      [
        ['paymentOrders', invoiced()],
        ['invoices', invoice('redFlushed')],
        ['invoices', invoice('asked')],
      ],
    ],
  ])('%s', async (law, documents) => {
    for (const [collection, document] of documents)
      await books.put(collection, document as { readonly _id: string });
    expect(laws(books.judge.step())).toContain(law);
  });
});
