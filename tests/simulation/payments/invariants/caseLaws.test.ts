import { BrokenBooks, laws, order, refund } from './brokenBooks';

/** What finance decides about a difference, by documents that no commit of the product would write. */
describe('the laws of cases and roads', () => {
  let books: BrokenBooks;
  beforeEach(() => {
    books = new BrokenBooks();
  });
  afterEach(() => books.cloud.stop());

  const done = 'what is decided of a case is done';
  const difference = (more: object) => ({
    ...{ _id: 'c', cause: 'amountDiffers', orderId: 'order1', theirs: 150, state: 'open', ...more },
  });
  const resolved = (action: string) =>
    difference({ state: 'resolved', resolution: { action, note: '已核对', at: 1, by: 's' } });

  test.each([
    ['credit', true],
    ['refund', true],
    ['explain', false],
  ])('%s without a fen that moves', async (action, isBroken) => {
    await books.put('paymentOrders', order('closed'));
    await books.put('cases', difference({}));
    await books.put('cases', resolved(action));
    expect(laws(books.judge.step()).includes(done)).toBe(isBroken);
  });

  test('a refund of that money settles it; what is settled stays', async () => {
    await books.put('cases', difference({}));
    await books.put('refunds', { ...refund('creating'), amount: 150 });
    await books.put('cases', resolved('refund'));
    expect(laws(books.judge.step())).not.toContain(done);
    await books.put('cases', resolved('explain'));
    expect(laws(books.judge.step())).toContain('an end is an end');
  });

  test.each([
    ['cloudpay', false],
    ['wechatpay-v3', true],
  ])('money of cloudPay goes back by %s', async (channel, isBroken) => {
    const ask = { channel: 'cloudpay', merchantId: 'm' };
    await books.put('paymentOrders', { ...order('paid'), ask });
    await books.put('refunds', { ...refund('creating'), ask: { ...ask, channel } });
    expect(laws(books.judge.step()).includes('money goes back the way it came')).toBe(isBroken);
  });
});
