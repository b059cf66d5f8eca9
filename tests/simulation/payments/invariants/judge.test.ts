import {
  account,
  BrokenBooks,
  type Doc,
  held,
  journal,
  type Line,
  laws,
  openBill,
  order,
  refund,
  start,
} from './brokenBooks';
import type { Judge } from './judge';
import { beforeTick, judgeTick } from './tickLaws';

/** Each law is broken once, by documents that no commit of the product would write, and must be named. */
describe('the laws', () => {
  let books: BrokenBooks;
  let judge: Judge;
  const put = (collection: string, document: Doc) => books.put(collection, document);
  const payThere = (orderId: string, amount: number) => books.payThere(orderId, amount);

  beforeEach(() => {
    books = new BrokenBooks();
    judge = books.judge;
  });
  afterEach(() => books.cloud.stop());

  test('a bill that is published, paid through WeChat and booked breaks none', async () => {
    await seedPaid();
    expect(laws(judge.step())).toEqual([]);
    expect(laws(judge.all())).toEqual([]);
    expect(laws(judge.end())).toEqual([]);
  });

  test.each<[law: string, broken: () => Promise<unknown>]>([
    ['a journal balances', () => put('journals', journal('x', [['bank', 5]]))],
    [
      'a journal is never changed',
      async () => {
        await put(
          'journals',
          journal('x', [
            ['bank', 5],
            ['bank', -5],
          ]),
        );
        await put(
          'journals',
          journal('x', [
            ['bank', 6],
            ['bank', -6],
          ]),
        );
      },
    ],
    [
      'no bill is credited twice',
      () =>
        put(
          'journals',
          journal('x', [
            ['receivable', -5, { billId: 'b' }],
            ['bank', 5],
          ]),
        ),
    ],
    [
      'what is owed is open',
      () =>
        put(
          'journals',
          journal('x', [
            ['receivable', 5, { billId: 'b', homeId: 'h' }],
            ['bank', -5],
          ]),
        ),
    ],
    [
      'only money that has come is booked',
      () =>
        put(
          'journals',
          journal('x', [
            ['wechatPay', 5, { orderId: 'nobody' }],
            ['opening', -5],
          ]),
        ),
    ],
    [
      'WeChat money names its order',
      () =>
        put(
          'journals',
          journal('x', [
            ['wechatPay', 5],
            ['opening', -5],
          ]),
        ),
    ],
    [
      'an order is booked once, for what WeChat took',
      async () => {
        await payThere('order1', 100);
        await put(
          'journals',
          journal('x', [
            ['wechatPay', 99, { orderId: 'order1' }],
            ['opening', -99],
          ]),
        );
      },
    ],
    [
      'only a refund that WeChat has ended is booked as paid',
      async () => {
        await payThere('order1', 100);
        const lines: Line[] = [
          ['wechatPay', -100, { orderId: 'order1' }],
          ['refundsDue', 100, { refundId: 'r' }],
        ];
        await put(
          'journals',
          journal('w', [
            ['opening', 100],
            ['refundsDue', -100, { refundId: 'r' }],
          ]),
        );
        await put('journals', journal('x', lines));
      },
    ],
    [
      'money that fits nothing is on its way back at once',
      async () => {
        await payThere('order1', 100);
        const about = { orderId: 'order1' };
        await put(
          'journals',
          journal('x', [
            ['wechatPay', 100, about],
            ['unclaimed', -100, about],
          ]),
        );
      },
    ],
    [
      'no refund is paid twice',
      () =>
        put(
          'journals',
          journal('x', [
            ['refundsDue', 5, { refundId: 'r' }],
            ['bank', -5],
          ]),
        ),
    ],
    [
      'no voucher is used twice',
      () =>
        put(
          'journals',
          journal('x', [
            ['vouchersOut', 5, { voucherId: 'v' }],
            ['bank', -5],
          ]),
        ),
    ],
    [
      'nobody hands over more than they hold',
      () =>
        put(
          'journals',
          journal('x', [
            ['cashInHand', -5, { holder: 'li' }],
            ['bank', 5],
          ]),
        ),
    ],
    ['no credited bill is open', () => put('homeAccounts', account({ openBills: [openBill(100, 100)] }))],
    [
      'an open bill owes what the ledger says',
      () => put('homeAccounts', account({ openBills: [openBill(100)] })),
    ],
    [
      'prepayment equals the ledger',
      () => put('homeAccounts', account({ prepaid: [{ partyId: 'p', amount: 1 }] })),
    ],
    ['a voucher has left what the ledger says', () => put('homeAccounts', account({ vouchers: [held(1)] }))],
    ['only the live order holds vouchers', () => put('homeAccounts', account({ vouchers: [held(0, 'o')] }))],
    ['the live order lives', () => put('homeAccounts', account({ liveOrder: { orderId: 'nobody' } }))],
    [
      'an order is frozen',
      async () => {
        await put('paymentOrders', order('live'));
        await put('paymentOrders', { ...order('live'), amount: 101 });
      },
    ],
    [
      'an end is an end',
      async () => {
        await put('paymentOrders', order('paid'));
        await put('paymentOrders', order('closed'));
      },
    ],
    ['a refund that is not done is owed', () => put('refunds', refund('asked'))],
    [
      'a refund is done when WeChat says so',
      async () => {
        await put('paymentOrders', order('paid'));
        await put('refunds', refund('done'));
      },
    ],
    [
      'no more goes back than came',
      async () => {
        await put('refunds', { ...refund('asked'), amount: 201 });
        await put('paymentOrders', order('paid'));
      },
    ],
  ])('%s', async (law, breakIt) => {
    await breakIt();
    expect(laws(judge.step())).toContain(law);
  });

  test.each<[law: string, broken: () => Promise<unknown>]>([
    ['every order ends', () => put('paymentOrders', order('live'))],
    ['every refund ends or has a case', () => put('refunds', refund('stuck'))],
    ['every difference has a case', () => payThere('foreign', 100)],
    [
      'what is owed is open',
      () =>
        put(
          'journals',
          journal('x', [
            ['receivable', 5, { billId: 'b' }],
            ['bank', -5],
          ]),
        ),
    ],
    [
      'projections equal the journals',
      () => put('bills', { _id: 'b', amount: 100, credited: 0, state: 'published' }),
    ],
  ])('at the end: %s', async (law, breakIt) => {
    await breakIt();
    judge.step();
    expect(laws(judge.end())).toContain(law);
  });

  test('a tick that was not disturbed leaves nothing undone', async () => {
    await put('due', { _id: 'order·1', kind: 'order', key: '1', at: start });
    await put('due', { _id: 'order·2', kind: 'order', key: '2', at: start + 1 });
    await put('refunds', { ...refund('creating'), cause: 'late', createdAt: start });
    const before = beforeTick(judge.view(), start - 1);
    expect(laws(judgeTick(before, judge.view()))).toEqual([
      'a tick looks after all that is due',
      'what is to go back is sent within one tick',
    ]);
    await put('due', { _id: 'order·1', kind: 'order', key: '1', at: start + 60_000 });
    await put('refunds', { ...refund('asked'), cause: 'late', createdAt: start });
    expect(judgeTick(before, judge.view())).toEqual([]);
  });

  test('a difference that has a case is none any more', async () => {
    await payThere('foreign', 100);
    await put('cases', { _id: 'c', orderId: 'foreign' });
    judge.step();
    expect(laws(judge.end())).toEqual([]);
  });

  async function seedPaid(): Promise<void> {
    const about = { billId: 'b', lineNo: 1, homeId: 'h' };
    await payThere('order1', 100);
    await put('bills', { _id: 'b', amount: 100, credited: 100, state: 'paid' });
    await put(
      'journals',
      journal('bill', [
        ['receivable', 100, about],
        ['propertyFee', -100, about],
      ]),
    );
    await put('homeAccounts', account({ openBills: [openBill(100)] }));
    expect(laws(judge.step())).toEqual([]);
    const paid = journal('payment', [
      ['wechatPay', 100, { orderId: 'order1' }],
      ['receivable', -100, about],
    ]);
    await put('journals', paid);
    await put('homeAccounts', account({}));
    await put('paymentOrders', { ...order('paid'), credits: [{ money: 100, prepaid: 0, vouchers: [] }] });
  }
});
