import { MerchantApi, mchid } from '../../../cloudfunctions/platform/pay/v3/testing/merchantApi';
import { payee } from './community';
import { Entries } from './entries';
import { openWallet, proveBooks, publishBill, startPaidWorld, tap } from './money';
import { granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const second = 1000;
const minute = 60 * second;

/** WeChat Pay's own roads into the product: the shipped functions, called as WeChat calls them, at their worst. */
describe('results that WeChat Pay tells', () => {
  const entries = new Entries();
  const api = new MerchantApi();
  let world: World;
  const before = process.env;

  beforeAll(async () => {
    await entries.build();
    await api.start();
  });
  beforeEach(async () => {
    world = await startPaidWorld();
    entries.deploy(world, api.variables);
  });
  afterEach(async () => {
    await proveBooks(world);
    await world.stop();
  });
  afterAll(async () => {
    process.env = before;
    entries.remove();
    await api.stop();
  });

  const fault = (point: string, kind: string, more: { times?: number; ms?: number } = {}) =>
    world.cloud.context.faults.add({ id: `${point} ${kind}`, point, kind, chance: 1, times: 1, ...more });
  const pass = (ms: number) => world.cloud.context.agenda.advance(world.cloud.context.clock.now() + ms);
  const order = async (orderId: string) => world.read('paymentOrders', orderId);
  const payments = async () => (await world.all('journals')).filter(({ kind }) => kind === 'payment');
  const notices = () => world.cloud.rooms.pay.control.notices();
  const outcomes = () => notices().flatMap(({ deliveries }) => deliveries.map(({ outcome }) => outcome));

  /** Taps and pays; the phone then does not come back to confirm. */
  async function paidAndGone(amount = 12_345): Promise<string> {
    await publishBill(world, { amount });
    const start = granted(await tap(world, 'owner'));
    expect(openWallet(world, 'owner', start)).toBe('requestPayment:ok');
    return start.orderId;
  }

  test('a notice posts the payment though the phone never came back', async () => {
    const orderId = await paidAndGone();
    await pass(0);
    expect(await order(orderId)).toMatchObject({ state: 'paid' });
    expect(await payments()).toHaveLength(1);
    expect(outcomes()).toEqual(['accepted']);
  });

  test.each([
    ['duplicate', {}],
    ['duplicate', { ms: second }],
    ['unanswered', {}],
    ['lost', {}],
    ['late', { ms: 2 * minute }],
  ])('%s %j: it is posted once, and WeChat is content in the end', async (kind, more) => {
    fault('pay.notice', kind, more);
    const orderId = await paidAndGone();
    await pass(10 * minute);
    expect(await order(orderId)).toMatchObject({ state: 'paid' });
    expect(await payments()).toHaveLength(1);
    expect(notices()).toMatchObject([{ state: 'accepted' }]);
  });

  test('two results out of order: each to its own bill', async () => {
    fault('pay.notice', 'reorder');
    const first = await paidAndGone(100);
    await world.ask('owner', 'payments.confirmPayment', { orderId: first });
    const second = await paidAndGone(200);
    await pass(2 * minute);
    expect([await order(first), await order(second)]).toMatchObject([{ state: 'paid' }, { state: 'paid' }]);
    expect(await payments()).toHaveLength(2);
  });

  test('told before the order call has answered', async () => {
    fault('pay.unifiedOrder', 'paid-early');
    await publishBill(world, { amount: 100 });
    const start = granted(await tap(world, 'owner'));
    await pass(minute);
    expect(await order(start.orderId)).toMatchObject({ state: 'paid' });
    expect(await payments()).toHaveLength(1);
  });

  test('while the look-up does not answer it is not believed; it is told again', async () => {
    fault('pay.query', 'error', { times: 2 });
    const orderId = await paidAndGone();
    await pass(0);
    expect(await payments()).toEqual([]);
    await pass(minute);
    expect(await order(orderId)).toMatchObject({ state: 'paid' });
    expect(outcomes()).toEqual(['refused', 'refused', 'accepted']);
  });

  test('the function dies in the middle: it is told again, and posted once', async () => {
    fault('function.payNotify', 'crash');
    const orderId = await paidAndGone();
    await pass(minute);
    expect(await order(orderId)).toMatchObject({ state: 'paid' });
    expect(await payments()).toHaveLength(1);
  });

  test('a phone that plays WeChat Pay is kept out', async () => {
    await publishBill(world, { amount: 100 });
    const start = granted(await tap(world, 'owner'));
    const { control } = world.cloud.rooms.pay;
    const forged = {
      openid: openidOf('owner'),
      order: { subMchId: payee.merchantId, outTradeNo: start.orderId },
    };
    for (const functionName of ['payNotify', 'refundNotify', 'payNotifyHttp'])
      expect(await control.forge({ ...forged, functionName })).toMatchObject({ errCode: -501023 });
    expect(await payments()).toEqual([]);
    expect(await order(start.orderId)).toMatchObject({ state: 'live' });
  });

  test('doubled money goes back, and its end is told by refundNotify', async () => {
    await publishBill(world, { amount: 100 });
    const start = granted(await tap(world, 'owner'));
    await world.ask('owner', 'payments.cancelOrder', { orderId: start.orderId });
    const next = granted(await tap(world, 'owner'));
    expect(openWallet(world, 'owner', next)).toBe('requestPayment:ok');
    await world.ask('owner', 'payments.confirmPayment', { orderId: next.orderId });
    expect(openWallet(world, 'owner', start)).toBe('requestPayment:ok');
    await pass(0);
    const [refund] = await world.all('refunds');
    expect(refund).toMatchObject({ amount: 100 });
    await world.tick();
    await pass(30 * minute);
    expect(await world.read('refunds', String(refund?._id))).toMatchObject({ state: 'done' });
    expect(notices().filter(({ kind }) => kind === 'refund')).toMatchObject([{ state: 'accepted' }]);
  });

  describe('by signed HTTPS', () => {
    const resource = (orderId: string, total: number) => ({
      mchid,
      appid: 'wx0000000000000001',
      out_trade_no: orderId,
      transaction_id: '4200000914202101195554393855',
      trade_state: 'SUCCESS',
      success_time: '2026-11-10T09:00:30+08:00',
      payer: { openid: openidOf('owner') },
      amount: { total, payer_total: total },
    });
    const send = async ({ body, headers }: { body: string; headers: Record<string, string> }) => {
      const url = world.cloud.gatewayUrl.replace(/gateway$/, 'http/pay/notify');
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      return answer.status;
    };

    async function ordered(): Promise<string> {
      const theirs = { ...payee, channel: 'wechatpay-v3', merchantId: mchid };
      const community = await world.read('communities', 'yunqi');
      await world.remove('communities', 'yunqi');
      await world.seed('communities', { ...community, _id: 'yunqi', payee: theirs });
      await publishBill(world, { amount: 12_345 });
      Object.assign(process.env, api.variables);
      api.answer = () => ({ body: { prepay_id: 'wx1' } });
      const start = granted(await tap(world, 'owner'));
      expect(start).toMatchObject({ kind: 'wallet', wallet: { package: 'prepay_id=wx1', signType: 'RSA' } });
      return start.orderId;
    }

    test('ordered by the merchant’s own keys, told by HTTPS, posted once however often it comes', async () => {
      const orderId = await ordered();
      const now = world.ports.now();
      const letter = api.notice('TRANSACTION.SUCCESS', resource(orderId, 12_345), { now });
      expect([await send(letter), await send(letter)]).toEqual([204, 204]);
      expect(await send(api.notice('TRANSACTION.SUCCESS', resource(orderId, 12_345), { now }))).toBe(204);
      expect(await order(orderId)).toMatchObject({ state: 'paid' });
      expect(await payments()).toHaveLength(1);
    });

    test('forged, stale, changed or for another amount: nothing is posted', async () => {
      const orderId = await ordered();
      const now = world.ports.now();
      const notice = (more: object = {}) =>
        api.notice('TRANSACTION.SUCCESS', resource(orderId, 12_345), { now, ...more });
      for (const seal of ['missing', 'forged', 'unknownKey', 'stale'] as const)
        expect(await send(notice({ seal }))).toBe(401);
      expect(await send(notice({ now: now - 6 * minute }))).toBe(401);
      const changed = notice();
      expect(await send({ ...changed, body: changed.body.replace('TRANSACTION', 'TRANSACTIOM') })).toBe(401);
      expect(await payments()).toEqual([]);
      expect(await send(api.notice('TRANSACTION.SUCCESS', resource(orderId, 1), { now }))).toBe(204);
      expect(await payments()).toEqual([]);
      expect(await world.all('cases')).toMatchObject([{ cause: 'amountDiffers', ours: 12_345, theirs: 1 }]);
    });
  });
});
