import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { defineChecks, localCheck } from '../harness/checks';
import { merchant, Till } from '../harness/pay';
import type { Doc } from '../harness/sdk';

const page = 'document: 云开发/微信支付/申请退款, 查询退款';
const bill = 'document: 云开发/微信支付/下载对账单';
const minute = 60_000;
const hour = 60 * minute;

async function fetchBill(till: Till, more: Doc = {}): Promise<Doc> {
  return till.tools.cloud.cloudPay.downloadBill?.({
    subMchId: merchant,
    nonceStr: 'n',
    billDate: '20261110',
    billType: 'ALL',
    ...more,
  }) as Promise<Doc>;
}

export const payRefunds = defineChecks('pay: refunds and the bill', [
  localCheck('an accepted refund is not yet a refund: the money comes minutes later', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    const paid = await till.balance();
    const answer = await till.refund();
    assert.deepEqual([answer.returnCode, answer.resultCode, answer.refundFee], ['SUCCESS', 'SUCCESS', 345]);
    assert.equal(await till.balance(), paid);
    await till.advance(20 * minute);
    assert.equal(await till.balance(), paid + 345);
  }),
  localCheck('queryRefund shows PROCESSING, then SUCCESS', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await till.refund();
    assert.equal(
      (await till.queryRefund()).refundStatus_0 ?? (await till.queryRefund()).refundStatus0,
      'PROCESSING',
    );
    await till.advance(20 * minute);
    const answer = await till.queryRefund();
    assert.equal(answer.refundStatus_0 ?? answer.refundStatus0, 'SUCCESS');
    assert.equal(answer.refundCount, 1);
  }),
  localCheck('a refunded order shows REFUND', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await till.refund();
    await till.advance(20 * minute);
    assert.equal((await till.query()).tradeState, 'REFUND');
  }),
  localCheck('the function named in the refund is told, without attach', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay({ attach: 'bill-7' });
    await till.refund();
    await till.advance(20 * minute);
    const [, event = {}] = await till.events(2);
    assert.equal(event.outRefundNo, 'refund1');
    assert.equal(event.refundFee, 345);
    assert.equal(event.refundStatus, 'SUCCESS');
    assert.equal('attach' in event, false);
  }),
  localCheck('the same outRefundNo again is the same refund', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    const paid = await till.balance();
    const first = await till.refund();
    const second = await till.refund();
    assert.equal(second.refundId, first.refundId);
    await till.advance(hour);
    assert.equal(await till.balance(), paid + 345);
  }),
  localCheck('several parts can be refunded, never more than was paid', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    assert.equal((await till.refund({ outRefundNo: 'a', refundFee: 12_000 })).resultCode, 'SUCCESS');
    assert.equal((await till.refund({ outRefundNo: 'b', refundFee: 346 })).resultCode, 'FAIL');
    assert.equal((await till.refund({ outRefundNo: 'c', refundFee: 345 })).resultCode, 'SUCCESS');
  }),
  localCheck('more than 50 parts are refused', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    for (let part = 0; part < 50; part += 1)
      assert.equal((await till.refund({ outRefundNo: `part${part}`, refundFee: 1 })).resultCode, 'SUCCESS');
    assert.equal((await till.refund({ outRefundNo: 'part50', refundFee: 1 })).resultCode, 'FAIL');
  }),
  localCheck('an unpaid order cannot be refunded', page, async (tools) => {
    const till = await Till.open(tools);
    await till.payment();
    assert.equal((await till.refund()).resultCode, 'FAIL');
  }),
  localCheck('a wrong totalFee is refused', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    assert.equal((await till.refund({ totalFee: 1 })).resultCode, 'FAIL');
  }),
  localCheck('after a year nothing is refunded', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await tools.local.control.post('/control/clock/set', { to: '2027-11-12T10:00:00+08:00' });
    assert.equal((await till.refund()).resultCode, 'FAIL');
  }),
  localCheck('an unknown refund does not exist', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    assert.equal((await till.queryRefund({ outRefundNo: 'nobody' })).resultCode, 'FAIL');
  }),
  localCheck(
    'queryRefund can be as weak as on some accounts: a count and empty lists',
    "measured: the developers' forum",
    async (tools) => {
      const till = await Till.open(tools);
      await till.pay();
      await till.refund();
      await till.advance(hour);
      await tools.local.control.call('PUT', '/control/pay/options', { refundQuery: 'empty' });
      const answer = await till.queryRefund({ outRefundNo: undefined, outTradeNo: 'order20261110a' });
      assert.equal(answer.refundCount, 1);
      assert.equal(answer.refundStatus_0 ?? answer.refundStatus0, undefined);
      assert.deepEqual(answer.refundStatusList, []);
    },
  ),
  localCheck(
    'a fault keeps a refund from being accepted',
    'document: the control interface',
    async (tools) => {
      const till = await Till.open(tools);
      await till.pay();
      await tools.local.control.fault({ point: 'pay.refund', kind: 'error', times: 1 });
      assert.equal((await till.refund()).resultCode, 'FAIL');
      assert.equal((await till.refund()).resultCode, 'SUCCESS');
    },
  ),
  localCheck("a day's bill does not exist before 10:00 of the next day", bill, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await tools.local.control.advance({ to: '2026-11-11T09:59:00+08:00' });
    assert.doesNotMatch(JSON.stringify(await fetchBill(till).catch(String)), /order20261110a/);
    await tools.local.control.advance({ to: '2026-11-11T10:01:00+08:00' });
    assert.match(String((await fetchBill(till)).data), /order20261110a/);
  }),
  localCheck(
    'the bill has one row an order in yuan behind back-ticks, and a total at its end',
    bill,
    async (tools) => {
      const till = await Till.open(tools);
      await till.pay();
      await till.pay({ outTradeNo: 'other', totalFee: 5 });
      await tools.local.control.advance({ to: '2026-11-11T10:01:00+08:00' });
      const lines = String((await fetchBill(till)).data)
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/\r?\n/);
      const header = lines[0]?.split(',') ?? [];
      assert.equal(header[0], '交易时间');
      const rows = lines.slice(1, -2).map((line) => line.split(','));
      assert.equal(rows.length, 2);
      for (const cell of rows.flat()) assert.equal(cell[0], '`', cell);
      const number = header.indexOf('商户订单号');
      assert.deepEqual(rows.map((row) => row[number]).sort(), ['`order20261110a', '`other']);
      assert.ok(rows.some((row) => row.includes('`123.45')));
      assert.ok(rows.some((row) => row.includes('`0.05')));
      assert.match(lines.at(-2) ?? '', /^总交易单数/);
      assert.match(lines.at(-1) ?? '', /^`2,`123\.50/);
    },
  ),
  localCheck('a refund stands in the bill of its day', bill, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await till.refund();
    await tools.local.control.advance({ to: '2026-11-11T10:01:00+08:00' });
    const refunds = String((await fetchBill(till, { billType: 'REFUND' })).data);
    assert.match(refunds, /refund1/);
    assert.match(refunds, /`3\.45/);
    assert.doesNotMatch(String((await fetchBill(till, { billType: 'SUCCESS' })).data), /refund1/);
  }),
  localCheck('with tarType GZIP the bill comes as bytes', bill, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await tools.local.control.advance({ to: '2026-11-11T10:01:00+08:00' });
    const { data } = await fetchBill(till, { tarType: 'GZIP' });
    assert.match(gunzipSync(data as Buffer).toString(), /order20261110a/);
  }),
  localCheck('a bill older than three months is not given', bill, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await tools.local.control.post('/control/clock/set', { to: '2027-03-01T12:00:00+08:00' });
    assert.doesNotMatch(JSON.stringify(await fetchBill(till).catch(String)), /order20261110a/);
  }),
]);
