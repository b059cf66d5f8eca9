import type { Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import type { LogLine, Ports } from '../../kernel/ports';
import { hearPayment, hearRefund } from './cloudpay/notice';
import { serveNotice } from './entry';
import type {
  OrderOutcome,
  PayChannel,
  PayResult,
  RefundQueryOutcome,
  RefundResult,
  SettleAnswer,
} from './port';

const logged: LogLine[] = [];
const ports = { log: (line: LogLine) => logged.push(line), newId: () => 'incident' } as unknown as Ports;
const wechat = { source: 'wx_paycallback' };
const at = Date.parse('2026-11-10T09:30:00+08:00') as Instant;
const facts = {
  transactionId: '4200000001',
  amount: fen(12_345),
  at,
  merchantId: '1900000109',
  payerOpenid: 'oPayer',
};
const payEvent = {
  outTradeNo: 'N1',
  subMchId: '1900000109',
  totalFee: 1,
  subOpenid: 'oForged',
  transactionId: 'forged',
  resultCode: 'SUCCESS',
};
const refundEvent = {
  outTradeNo: 'N1',
  subMchId: '1900000109',
  outRefundNo: 'R1',
  refundId: '5030',
  refundFee: 345,
  refundStatus: 'SUCCESS',
  successTime: '2026-11-10 09:30:00',
};

function channelOf(answers: { order?: OrderOutcome; refund?: RefundQueryOutcome }): PayChannel {
  return {
    name: 'cloudpay',
    queryOrder: async () => answers.order ?? { kind: 'unknown' },
    queryRefund: async () => answers.refund ?? { kind: 'unknown' },
  } as unknown as PayChannel;
}

beforeEach(() => {
  logged.length = 0;
});

describe('a payment notice', () => {
  const settled: PayResult[] = [];
  const serve = (
    order: OrderOutcome,
    {
      event = payEvent,
      caller = wechat,
      answer = 'taken' as SettleAnswer['kind'] | 'bug',
    }: {
      event?: unknown;
      caller?: { source?: string; openid?: string };
      answer?: SettleAnswer['kind'] | 'bug';
    } = {},
  ) => {
    settled.length = 0;
    const settle = async (result: PayResult) => {
      if (answer === 'bug') throw new Error('broken');
      settled.push(result);
      return { kind: answer };
    };
    const road = { what: 'payNotice' as const, hear: hearPayment, settle };
    return serveNotice(event, caller, { road, channel: channelOf({ order }), ports });
  };

  test('is asked after, and what WeChat then says is settled, whatever the notice said', async () => {
    expect(await serve({ kind: 'paid', ...facts })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(settled).toEqual([{ channel: 'cloudpay', outTradeNo: 'N1', ...facts }]);
    expect(await serve({ kind: 'refunded', ...facts })).toMatchObject({ errcode: 0 });
    expect(settled).toEqual([{ channel: 'cloudpay', outTradeNo: 'N1', ...facts }]);
  });

  test.each<OrderOutcome>([
    { kind: 'notPaid' },
    { kind: 'paying' },
    { kind: 'closed' },
    { kind: 'unknown' },
    { kind: 'unavailable', reason: 'wx api error: -1' },
  ])('that the look-up does not confirm is to come again: %j', async (order) => {
    expect(await serve(order)).toMatchObject({ errcode: 1 });
    expect(settled).toEqual([]);
    expect(logged).toMatchObject([{ level: 'warning', what: 'payNotice' }]);
  });

  test.each([
    { source: 'wx_client', openid: 'oOwner' },
    { source: 'wx_client,wx_paycallback' },
    { source: 'wx_paycallback,scf' },
    { source: 'wx_paycallback2' },
    { source: 'wx_trigger' },
    { openid: 'wx_paycallback' },
    {},
  ])('from anybody else is forged: %j', async (caller) => {
    expect(await serve({ kind: 'paid', ...facts }, { caller })).toMatchObject({ errcode: 1 });
    expect(settled).toEqual([]);
    expect(logged).toMatchObject([{ facts: { problem: 'forged' } }]);
  });

  test.each([undefined, null, 7, [], {}, { outTradeNo: 'N1' }, { outTradeNo: {}, subMchId: 'm' }])(
    'that names no order settles nothing: %j',
    async (event) => {
      expect(await serve({ kind: 'paid', ...facts }, { event: event ?? 'nothing' })).toMatchObject({
        errcode: 1,
      });
      expect(settled).toEqual([]);
    },
  );

  test('comes again where nothing could be committed, or where a bug is ours', async () => {
    expect(await serve({ kind: 'paid', ...facts }, { answer: 'again' })).toMatchObject({ errcode: 1 });
    expect(await serve({ kind: 'paid', ...facts }, { answer: 'bug' })).toMatchObject({ errcode: 1 });
    expect(logged).toMatchObject([{ level: 'bug', incident: 'incident' }]);
  });
});

describe('a refund notice', () => {
  const settled: RefundResult[] = [];
  const serve = (refund: RefundQueryOutcome, event: unknown = refundEvent) => {
    settled.length = 0;
    const settle = async (result: RefundResult) => {
      settled.push(result);
      return { kind: 'taken' as const };
    };
    const road = { what: 'refundNotice' as const, hear: hearRefund, settle };
    return serveNotice(event, wechat, { road, channel: channelOf({ refund }), ports });
  };
  const names = { channel: 'cloudpay', outTradeNo: 'N1', merchantId: '1900000109', outRefundNo: 'R1' };

  test('what the look-up says counts', async () => {
    await serve({ kind: 'done', refundId: '5099', amount: fen(344), at });
    expect(settled).toEqual([{ ...names, refundId: '5099', amount: 344, end: 'done', at }]);
    await serve({ kind: 'abnormal' });
    expect(settled).toEqual([{ ...names, refundId: '5030', amount: 345, end: 'abnormal' }]);
    await serve({ kind: 'closed' });
    expect(settled).toMatchObject([{ end: 'closed' }]);
  });

  test.each([
    ['SUCCESS', 'done'],
    ['REFUNDCLOSE', 'closed'],
    ['CHANGE', 'abnormal'],
  ])('where it tells nothing, the notice does: %s', async (refundStatus, end) => {
    await serve({ kind: 'notTold' }, { ...refundEvent, refundStatus });
    expect(settled).toMatchObject([{ ...names, refundId: '5030', amount: 345, end }]);
  });

  test.each<[RefundQueryOutcome, unknown]>([
    [{ kind: 'processing' }, refundEvent],
    [{ kind: 'unknown' }, refundEvent],
    [{ kind: 'unavailable', reason: '-1' }, refundEvent],
    [{ kind: 'notTold' }, { ...refundEvent, refundStatus: 'WHAT' }],
    [{ kind: 'notTold' }, { ...refundEvent, refundFee: 'all' }],
    [
      { kind: 'done', refundId: '1', amount: fen(1) },
      { ...refundEvent, outRefundNo: undefined },
    ],
  ])('that is not firm is to come again: %j', async (refund, event) => {
    expect(await serve(refund, event)).toMatchObject({ errcode: 1 });
    expect(settled).toEqual([]);
  });
});
