import { gunzipSync } from 'node:zlib';
import { writeBill, yuan } from './bill';
import { day, hour, merchant, minute, noon, TestCloud } from './testCloud';

let cloud: TestCloud;
beforeEach(() => {
  cloud = new TestCloud();
});
afterEach(() => cloud.stop());

const ask = (request: Record<string, unknown>) =>
  cloud.call('downloadBill', { sub_mch_id: merchant, nonce_str: 'n', bill_date: '20261110', ...request });

/** A day with two payments and a refund of one of them, read at eleven the next day. */
async function busyDay(): Promise<void> {
  await cloud.paid('A1', { attach: 'bill-7' });
  await cloud.pass(hour);
  await cloud.paid('A2', { total_fee: 12_345 });
  await cloud.pass(hour);
  await cloud.refund('A1', 'R1', 305);
  await cloud.pass(21 * hour);
}

/** The lines of the bill, their fields without the back-tick every one of them has. */
async function sheet(request: Record<string, unknown> = {}): Promise<string[][]> {
  const bill = (await ask(request)) as unknown as string;
  expect(bill.endsWith('\n')).toBe(true);
  const lines = bill.slice(0, -1).split('\n');
  return lines.map((line) => (line.startsWith('`') ? line.slice(1).split(',`') : line.split(',')));
}

test('the bill of all has the 27 columns of the published answer', async () => {
  await busyDay();
  const [head, ...rows] = await sheet();
  expect(head?.join(',')).toBe(
    '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
      '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
      '手续费,费率,订单金额,申请退款金额,费率备注',
  );
  expect(rows.slice(0, 3).every((row) => row.length === 27)).toBe(true);
  expect(rows[0]).toEqual([
    ...['2026-11-10 12:00:00', cloud.context.settings.appid, '1800008281', merchant, ''],
    ...[expect.stringMatching(/^4200\d{24}$/), 'A1', 'oPayer0000000000000000000001', 'JSAPI', 'SUCCESS'],
    ...['OTHERS', 'CNY', '10.00', '0.00', '0', '0', '0.00', '0.00', '', '', '物业费', 'bill-7'],
    ...['0.06000', '0.60%', '10.00', '0.00', ''],
  ]);
  expect(rows[2]?.slice(9)).toEqual([
    ...[
      'REFUND',
      'OTHERS',
      'CNY',
      '0.00',
      '0.00',
      expect.stringMatching(/^5030\d{25}$/),
      'R1',
      '3.05',
      '0.00',
    ],
    ...['ORIGINAL', 'SUCCESS', '物业费', 'bill-7', '-0.02000', '0.60%', '0.00', '3.05', ''],
  ]);
  expect(rows[2]?.[0]).toBe('2026-11-10 14:00:00');
});

test('the totals stand under their own headings', async () => {
  await busyDay();
  const lines = await sheet();
  expect(lines.at(-2)?.join(',')).toBe(
    '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
  );
  expect(lines.at(-1)).toEqual(['3', '133.45', '3.05', '0.00', '0.78000', '133.45', '3.05']);
});

test('payments and refunds stand in one row of time', async () => {
  await cloud.paid('A1');
  await cloud.pass(hour);
  await cloud.refund('A1', 'R1', 1);
  await cloud.pass(hour);
  await cloud.paid('A2');
  await cloud.pass(21 * hour);
  const rows = (await sheet()).slice(1, 4);
  expect(rows.map((row) => [row[6], row[9]])).toEqual([
    ['A1', 'SUCCESS'],
    ['A1', 'REFUND'],
    ['A2', 'SUCCESS'],
  ]);
});

test('SUCCESS has the payments in 20 columns, REFUND the refunds in 29', async () => {
  await busyDay();
  const paid = await sheet({ bill_type: 'SUCCESS' });
  expect(paid.map((line) => line.length)).toEqual([20, 20, 20, 7, 7]);
  expect(paid[0]?.slice(12).join(',')).toBe(
    '应结订单金额,代金券金额,商品名称,商户数据包,手续费,费率,订单金额,费率备注',
  );
  const refunded = await sheet({ bill_type: 'REFUND' });
  expect(refunded.map((line) => line.length)).toEqual([29, 29, 7, 7]);
  expect(refunded[0]?.slice(13, 17).join(',')).toBe('代金券金额,退款申请时间,退款成功时间,微信退款单号');
  expect(refunded[1]?.[14]).toBe('2026-11-10 14:00:00');
  expect(refunded[1]?.[15]).toMatch(/^2026-11-10 14:0[1-5]:\d\d$/);
});

test('the older table has 24 columns and five totals', async () => {
  cloud.pay.control.setOptions({ billColumns: 'plain' });
  await busyDay();
  const lines = await sheet();
  expect(lines[0]?.join(',')).toBe(
    '交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
      '总金额,代金券或立减优惠金额,微信退款单号,商户退款单号,退款金额,代金券或立减优惠退款金额,退款类型,退款状态,商品名称,' +
      '商户数据包,手续费,费率',
  );
  expect(lines.at(-2)?.join(',')).toBe(
    '总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额',
  );
});

test('the file is there at ten the next day', async () => {
  await cloud.paid('A1');
  const nothing = { return_code: 'FAIL', return_msg: 'No Bill Exist', error_code: '20002' };
  expect(await ask({})).toEqual(nothing);
  await cloud.pass(21 * hour - 1);
  expect(await ask({})).toEqual(nothing);
  await cloud.pass(1);
  expect(await ask({})).toEqual({ ...nothing, return_msg: 'Bill Creating' });
  await cloud.pass(hour - 1);
  expect(await ask({})).toEqual({ ...nothing, return_msg: 'Bill Creating' });
  await cloud.pass(1);
  expect(await sheet()).toHaveLength(4);
});

test('a day begins and ends at midnight in China', async () => {
  await cloud.pass(12 * hour - 1);
  await cloud.paid('A1');
  await cloud.pass(1);
  await cloud.paid('A2');
  await cloud.pass(2 * day);
  expect((await sheet())[1]?.[6]).toBe('A1');
  expect((await sheet({ bill_date: '20261111' }))[1]?.slice(0, 7)).toMatchObject({
    0: '2026-11-11 00:00:00',
    6: 'A2',
  });
});

test('a refund that was still under way at nine stays so in the file', async () => {
  cloud.fault('pay.refund', 'slow', { times: 1, ms: day });
  await busyDay();
  await cloud.pass(day);
  expect((await sheet({ bill_type: 'REFUND' }))[1]?.slice(14, 22)).toMatchObject({ 1: '', 7: 'PROCESSING' });
});

test('a day without trade, and another merchant, have no bill', async () => {
  await busyDay();
  const nothing = { return_msg: 'No Bill Exist', error_code: '20002' };
  expect(await ask({ bill_date: '20261109' })).toMatchObject(nothing);
  expect(await ask({ sub_mch_id: '1900000110' })).toMatchObject(nothing);
  expect(await sheet({ sub_mch_id: undefined })).toHaveLength(6);
});

test('bills go back three months', async () => {
  await cloud.paid('A1');
  await cloud.pass(Date.parse('2027-02-10T23:59:59+08:00') - noon);
  expect(await sheet()).toHaveLength(4);
  await cloud.pass(1000);
  expect(await ask({})).toEqual({
    return_code: 'FAIL',
    return_msg: 'invalid bill_date',
    error_code: '20001',
  });
});

test('GZIP packs the same text', async () => {
  await busyDay();
  const packed = (await ask({ tar_type: 'GZIP' })) as unknown as Uint8Array;
  expect(gunzipSync(packed).toString()).toBe(await ask({}));
});

test.each([
  ['no date', { bill_date: undefined }, 'missing parameter'],
  ['a date that does not exist', { bill_date: '20260230' }, 'invalid bill_date'],
  ['a date with dashes', { bill_date: '2026-11-10' }, 'invalid bill_date'],
  ['an unknown type', { bill_type: 'REVOKED' }, 'invalid bill_type'],
  ['another packing', { tar_type: 'ZIP' }, 'invalid tar_type, Only GZIP supported'],
  ['a long nonce', { nonce_str: 'a'.repeat(33) }, 'nonce_str too long'],
])('%s is refused', async (_what, change, reason) => {
  expect(await ask(change)).toEqual({ return_code: 'FAIL', return_msg: reason, error_code: '20001' });
});

test('a date as a number fails the call itself', async () => {
  await expect(ask({ bill_date: 20261110 })).rejects.toThrow('-202');
});

test('fen become yuan without rounding', () => {
  const fen = [0, 1, 10, 99, 100, 12_345, 100_000_000_001, -2];
  expect(fen.map(yuan)).toEqual(['0.00', '0.01', '0.10', '0.99', '1.00', '123.45', '1000000000.01', '-0.02']);
});

test('text of the merchant stays on its line', async () => {
  const [order] = (await cloud.paid('A1', { body: '物业费\r\n十一月' })) && cloud.pay.control.orders();
  if (!order) throw new Error('no order');
  const bill = writeBill([{ order: { ...order, frozen: '' } }], {
    type: 'ALL',
    columns: 'settlement',
    appid: 'wx',
    mchId: 'm',
    feeRate: 60,
    madeAt: noon + minute,
  });
  expect(bill.split('\n')).toHaveLength(5);
  expect(bill).toContain('`物业费 十一月,');
});
