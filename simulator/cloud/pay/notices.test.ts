import { State } from '../core/state';
import { isAcceptance, retryIntervals } from './notices';
import { hour, merchant, minute, noon, payer, TestCloud } from './testCloud';

let cloud: TestCloud;
beforeEach(() => {
  cloud = new TestCloud();
});
afterEach(() => cloud.stop());

const times = () => cloud.told.map((told) => (told.at - noon) / 1000);

test('a payment is told at once, in the words of the published example', async () => {
  await cloud.paid('A1', { attach: 'bill-7', device_info: 'gate' });
  expect(cloud.told).toHaveLength(1);
  const [told] = cloud.told;
  expect(told).toMatchObject({ name: 'payBack', source: 'wx_paycallback', at: noon });
  expect(told?.event).toEqual({
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    appid: 'wxd2d16a504f24665e',
    mchId: '1800008281',
    subAppid: cloud.context.settings.appid,
    subMchId: merchant,
    nonceStr: expect.stringMatching(/^[0-9a-f]{16}$/),
    openid: expect.stringMatching(/^o.{27}$/),
    isSubscribe: 'N',
    subOpenid: payer,
    subIsSubscribe: 'N',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    totalFee: 1000,
    feeType: 'CNY',
    cashFee: 1000,
    transactionId: (await cloud.query('A1')).transaction_id,
    outTradeNo: 'A1',
    attach: 'bill-7',
    deviceInfo: 'gate',
    timeEnd: '20261110120000',
  });
});

test('only success is told', async () => {
  const ordered = await cloud.order('A1');
  cloud.sheet(ordered, 'cancel');
  cloud.sheet(ordered, 'wrongPassword');
  await cloud.pass(10 * minute);
  await cloud.close('A1');
  await cloud.pass(hour);
  expect(cloud.told).toEqual([]);
});

test('a refund is told to its own function, without attach and payer', async () => {
  await cloud.paid('A1', { attach: 'bill-7' });
  await cloud.refund('A1', 'R1', 400);
  await cloud.pass(5 * minute);
  const { event, name } = cloud.told[1] ?? {};
  expect(name).toBe('refundBack');
  expect(event).toMatchObject({
    outRefundNo: 'R1',
    outTradeNo: 'A1',
    refundFee: 400,
    totalFee: 1000,
    refundStatus: 'SUCCESS',
    successTime: expect.stringMatching(/^2026-11-10 12:0[1-5]:\d\d$/),
    refundRecvAccout: String.raw`\u652f\u4ed8\u7528\u6237\u96f6\u94b1`,
  });
  for (const key of ['attach', 'subOpenid', 'openid', 'resultCode']) expect(event).not.toHaveProperty(key);
});

test('a function that never accepts is asked sixteen times within 24 h 4 min', async () => {
  cloud.answer = () => ({ errcode: 1 });
  await cloud.paid('A1');
  await cloud.pass(48 * hour);
  const expected = [0];
  for (const interval of retryIntervals) expected.push((expected.at(-1) ?? 0) + interval / 1000);
  expect(times()).toEqual(expected);
  expect(expected.at(-1)).toBe(24 * 3600 + 4 * 60);
  const [notice] = cloud.pay.control.notices();
  expect(notice).toMatchObject({ state: 'given up' });
  expect(notice?.deliveries).toHaveLength(16);
});

test.each([
  ['nothing', () => undefined],
  ['null', () => null],
  ['the text SUCCESS', () => 'SUCCESS'],
  ['errcode as text', () => ({ errcode: '0' })],
  ['another errcode', () => ({ errcode: 40001, errmsg: 'no' })],
  ['true', () => true],
])('a function that answers %s is asked again', async (_what, answer) => {
  cloud.answer = answer;
  await cloud.paid('A1');
  await cloud.pass(30_000);
  expect(times()).toEqual([0, 15, 30]);
});

test('a function that throws is asked again until it accepts', async () => {
  cloud.answer = () => {
    if (cloud.told.length < 3) throw new Error('Invoking task timed out after 3 seconds');
    return { errcode: 0 };
  };
  await cloud.paid('A1');
  await cloud.pass(48 * hour);
  expect(times()).toEqual([0, 15, 30]);
  expect(cloud.pay.control.notices()[0]?.deliveries.map(({ outcome }) => outcome)).toEqual([
    'failed',
    'failed',
    'accepted',
  ]);
});

test('a wrong environment is not noticed when ordering; the notice never arrives', async () => {
  await cloud.paid('A1', { env_id: 'somewhere-else' });
  await cloud.pass(48 * hour);
  expect(cloud.told).toEqual([]);
  expect(cloud.pay.control.notices()[0]?.deliveries[0]?.detail).toContain('somewhere-else');
});

test('lost: the next attempt comes on time', async () => {
  cloud.fault('pay.notice', 'lost', { times: 2 });
  await cloud.paid('A1');
  await cloud.pass(hour);
  expect(times()).toEqual([30]);
});

test('unanswered: the function runs again though it accepted', async () => {
  cloud.fault('pay.notice', 'unanswered', { times: 1 });
  await cloud.paid('A1');
  await cloud.pass(hour);
  expect(times()).toEqual([0, 15]);
});

test('late: the attempt comes when the fault says', async () => {
  cloud.fault('pay.notice', 'late', { times: 1, ms: 10 * minute });
  await cloud.paid('A1');
  await cloud.pass(hour);
  expect(times()).toEqual([600]);
});

test('duplicate: twice at the same instant, both running at once', async () => {
  let running = 0;
  let most = 0;
  cloud.answer = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return { errcode: 0 };
  };
  cloud.fault('pay.notice', 'duplicate', { times: 1 });
  await cloud.paid('A1');
  await cloud.pass(hour);
  expect(times()).toEqual([0, 0]);
  expect(most).toBe(2);
});

test('duplicate with a distance: again after it was accepted', async () => {
  cloud.fault('pay.notice', 'duplicate', { times: 1, ms: 1000 });
  await cloud.paid('A1');
  await cloud.pass(hour);
  expect(times()).toEqual([0, 1]);
});

test('duplicate with a distance: a refused double does not shift the retries', async () => {
  cloud.answer = () => undefined;
  cloud.fault('pay.notice', 'duplicate', { times: 1, ms: 1000 });
  await cloud.paid('A1');
  await cloud.pass(30_000);
  expect(times()).toEqual([0, 1, 15, 30]);
});

test('reorder: the next notice overtakes', async () => {
  cloud.fault('pay.notice', 'reorder', { times: 1 });
  await cloud.paid('A1');
  await cloud.pass(20_000);
  await cloud.paid('A2');
  await cloud.pass(0);
  expect(cloud.told.map((told) => told.event.outTradeNo)).toEqual(['A2', 'A1']);
  expect(times()).toEqual([20, 20]);
});

test('reorder: a notice that is lost overtakes nothing', async () => {
  cloud.fault('pay.notice', 'reorder', { times: 1 });
  await cloud.paid('A1');
  cloud.fault('pay.notice', 'lost', { times: 1 });
  await cloud.paid('A2');
  await cloud.pass(hour);
  expect(cloud.told.map((told) => told.event.outTradeNo)).toEqual(['A2', 'A1']);
  expect(times()).toEqual([15, 15]);
});

test('reorder: with nothing to overtake it the notice waits a minute', async () => {
  cloud.fault('pay.notice', 'reorder', { times: 1 });
  await cloud.paid('A1');
  await cloud.pass(hour);
  expect(times()).toEqual([60]);
});

test('paid-early: the function is told before the order call answers', async () => {
  cloud.fault('pay.unifiedOrder', 'paid-early', { times: 1 });
  const ordered = await cloud.order('A1');
  expect(ordered.result_code).toBe('SUCCESS');
  expect(cloud.told.map((told) => told.event.outTradeNo)).toEqual(['A1']);
  expect(cloud.sheet(ordered).errMsg).toBe('requestPayment:fail 该订单已支付');
  await cloud.pass(hour);
  expect(cloud.told).toHaveLength(1);
});

test('paid-early: a function that is still at it is not told a second time', async () => {
  cloud.fault('pay.unifiedOrder', 'paid-early', { times: 1 });
  let accept = (): void => undefined;
  cloud.answer = () => new Promise((resolve) => (accept = () => resolve({ errcode: 0 })));
  const ordered = cloud.order('A1');
  await new Promise((resolve) => setImmediate(resolve));
  await cloud.pass(1000);
  accept();
  await ordered;
  await cloud.pass(hour);
  expect(cloud.told).toHaveLength(1);
});

test('a notice can be sent again by hand, an unknown one not', async () => {
  await cloud.paid('A1');
  cloud.pay.control.resendNotice(cloud.pay.control.notices()[0]?.id ?? 0);
  await cloud.pass(0);
  expect(cloud.told).toHaveLength(2);
  expect(() => cloud.pay.control.resendNotice(99)).toThrow('there is no notice 99');
});

test('a notice waits for its delay', async () => {
  cloud.pay.control.setOptions({ noticeDelay: 1200 });
  await cloud.paid('A1');
  expect(cloud.told).toEqual([]);
  await cloud.pass(2000);
  expect(times()).toEqual([1.2]);
});

test('retries go on after a restart', async () => {
  const { folder } = cloud.state;
  const kept = new State(`${folder}/kept`);
  const before = new TestCloud(kept);
  before.answer = () => undefined;
  await before.paid('A1');
  await before.stop();
  const after = new TestCloud(new State(`${folder}/kept`), noon + minute, 2);
  await after.pass(0);
  expect(after.told.map((told) => told.event.outTradeNo)).toEqual(['A1']);
  expect(after.pay.control.notices()[0]).toMatchObject({ state: 'accepted' });
  await after.stop();
});

test('a frozen clock does not hold up what is due now', async () => {
  cloud.sheet(await cloud.order('A1'));
  for (let turn = 0; turn < 20 && cloud.told.length === 0; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
  expect(times()).toEqual([0]);
});

test('an appointment that a restart repeats tells nothing twice', async () => {
  await cloud.paid('A1');
  const payload = { noticeId: cloud.pay.control.notices()[0]?.id, attempt: 0 };
  cloud.context.agenda.schedule({ at: noon, kind: 'pay.notice', payload });
  await cloud.pass(0);
  expect(cloud.told).toHaveLength(1);
});

test('every attempt is in the log', async () => {
  cloud.fault('pay.notice', 'lost', { times: 1 });
  await cloud.paid('A1');
  await cloud.pass(15_000);
  const entries = cloud.context.log.find({ kind: 'pay', who: 'pay' });
  expect(entries.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['notice pay → payBack', 'failed'],
    ['notice pay → payBack', 'ok'],
  ]);
});

test.each([
  ['{"errcode":0}', true],
  ['{"errcode":0,"errmsg":"x"}', true],
  [{ errcode: 0 }, true],
  ['{"errcode":1}', false],
  ['not JSON', false],
  ['null', false],
  [undefined, false],
])('%j counts as accepted: %s', (result, expected) => {
  expect(isAcceptance(result)).toBe(expected);
});
