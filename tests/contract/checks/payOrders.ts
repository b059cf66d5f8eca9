import assert from 'node:assert/strict';
import { defineChecks, localCheck, type Proof } from '../harness/checks';
import { Till } from '../harness/pay';
import type { Doc } from '../harness/sdk';

const page = 'document: 云开发/微信支付/统一下单, 查询订单, 关闭订单';
const forum = "measured: the developers' forum";
const minute = 60_000;

/** An order with this field is refused: the call still resolves, its codes say FAIL and there is nothing to pay with. */
function refusesOrder(name: string, evidence: Proof, more: Doc) {
  return localCheck(name, evidence, async (tools) => {
    const till = await Till.open(tools);
    const answer = await till.order(more);
    assert.ok(answer.returnCode !== 'SUCCESS' || answer.resultCode !== 'SUCCESS', JSON.stringify(answer));
    assert.equal(answer.errCode, 0);
    assert.equal((answer.payment as Doc).package, 'prepay_id=');
    assert.equal((await till.query()).resultCode, 'FAIL');
  });
}

export const payOrders = defineChecks('pay: orders', [
  localCheck('unifiedOrder answers prepayId and everything requestPayment needs', page, async (tools) => {
    const till = await Till.open(tools);
    const answer = await till.order();
    assert.deepEqual(
      [answer.returnCode, answer.resultCode, answer.tradeType],
      ['SUCCESS', 'SUCCESS', 'JSAPI'],
    );
    assert.equal(answer.errMsg, 'cloudPay.unifiedOrder:ok');
    assert.match(String(answer.prepayId), /^wx/);
    const {
      package: prepay,
      signType,
      timeStamp,
      nonceStr,
      paySign,
    } = answer.payment as Record<string, string>;
    assert.equal(prepay, `prepay_id=${answer.prepayId}`);
    assert.match(String(signType), /^(MD5|HMAC-SHA256)$/);
    assert.match(String(timeStamp), /^\d{10}$/);
    assert.ok(nonceStr && nonceStr.length <= 32 && paySign);
  }),
  localCheck('a new order is NOTPAY', page, async (tools) => {
    const till = await Till.open(tools);
    await till.payment();
    const answer = await till.query();
    assert.deepEqual([answer.tradeState, answer.outTradeNo], ['NOTPAY', 'order20261110a']);
  }),
  localCheck(
    'TRAP: a refused order resolves with errCode 0, :ok and a payment without prepay id',
    forum,
    async (tools) => {
      const till = await Till.open(tools);
      const answer = await till.order({ totalFee: 0 });
      assert.equal(answer.errCode, 0);
      assert.equal(answer.errMsg, 'cloudPay.unifiedOrder:ok');
      assert.equal((answer.payment as Doc).package, 'prepay_id=');
      assert.ok(answer.returnCode === 'FAIL' || answer.resultCode === 'FAIL');
    },
  ),
  refusesOrder('an outTradeNo of 33 characters is refused', page, { outTradeNo: 'x'.repeat(33) }),
  refusesOrder('an outTradeNo with other characters is refused', page, { outTradeNo: 'order 1#' }),
  refusesOrder('a negative totalFee is refused', page, { totalFee: -1 }),
  refusesOrder('a body of more than 128 bytes is refused', page, { body: '费'.repeat(43) }),
  refusesOrder('an order without a body is refused', page, { body: undefined }),
  refusesOrder('a nonceStr of more than 32 characters is refused', page, { nonceStr: 'n'.repeat(33) }),
  refusesOrder('an attach of more than 127 characters is refused', page, { attach: 'a'.repeat(128) }),
  refusesOrder('a timeExpire in the past is refused', page, { timeExpire: '20200101000000' }),
  localCheck(
    'a totalFee given as a text fails with -202',
    'measured: a note in public code',
    async (tools) => {
      const till = await Till.open(tools);
      await assert.rejects(till.order({ totalFee: '12345' }), /-202/);
    },
  ),
  localCheck('a totalFee with a fraction is no order', page, async (tools) => {
    const till = await Till.open(tools);
    const outcome = await till.order({ totalFee: 123.45 }).catch((error) => ({ resultCode: 'FAIL', error }));
    assert.ok(outcome.resultCode === 'FAIL' || (outcome as Doc).returnCode === 'FAIL');
    assert.equal((await till.query()).resultCode, 'FAIL');
  }),
  localCheck('the same order again brings a fresh prepayId', page, async (tools) => {
    const till = await Till.open(tools);
    const first = await till.order();
    await till.advance(minute);
    const second = await till.order();
    assert.deepEqual([second.returnCode, second.resultCode], ['SUCCESS', 'SUCCESS']);
    assert.notEqual(second.prepayId, first.prepayId);
    assert.equal(await till.sheet(second.payment as Doc), 'requestPayment:ok');
  }),
  localCheck('the same number with another amount is refused', page, async (tools) => {
    const till = await Till.open(tools);
    await till.payment();
    const answer = await till.order({ totalFee: 1 });
    assert.equal(answer.resultCode, 'FAIL');
    assert.match(String(answer.errCodeDes), /重复/);
    assert.equal((await till.query()).totalFee ?? 12_345, 12_345);
  }),
  localCheck('a paid order cannot be ordered again: ORDERPAID', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    const answer = await till.order();
    assert.equal(answer.resultCode, 'FAIL');
    assert.match(String(answer.errCodeDes), /已支付/);
    assert.equal((answer.payment as Doc).package, 'prepay_id=');
  }),
  localCheck('a paid order shows SUCCESS, who paid, how much and when', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    const answer = await till.query();
    assert.equal(answer.tradeState, 'SUCCESS');
    assert.equal(answer.subOpenid, till.phone.openid);
    assert.equal(answer.totalFee, 12_345);
    assert.match(String(answer.transactionId), /^\d{28}$/);
    assert.equal(answer.timeEnd, '20261110100000');
  }),
  localCheck('a paid order is found by its transactionId too', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    const { transactionId } = await till.query();
    assert.equal((await till.query({ outTradeNo: undefined, transactionId })).outTradeNo, 'order20261110a');
  }),
  localCheck('an unknown order does not exist', page, async (tools) => {
    const till = await Till.open(tools);
    const answer = await till.query({ outTradeNo: 'nobody' });
    assert.equal(answer.resultCode, 'FAIL');
    assert.match(String(answer.errCodeDes), /不存在|not exist/);
  }),
  localCheck('an order cannot be closed within five minutes of its making', page, async (tools) => {
    const till = await Till.open(tools);
    await till.payment();
    await till.advance(4 * minute);
    assert.equal((await till.close()).resultCode, 'FAIL');
    assert.equal((await till.query()).tradeState, 'NOTPAY');
  }),
  localCheck('a closed order is CLOSED and cannot be paid', page, async (tools) => {
    const till = await Till.open(tools);
    const payment = await till.payment();
    await till.advance(6 * minute);
    assert.equal((await till.close()).resultCode, 'SUCCESS');
    assert.equal((await till.query()).tradeState, 'CLOSED');
    assert.match(await till.sheet(payment), /^requestPayment:fail/);
    assert.equal((await till.query()).tradeState, 'CLOSED');
  }),
  localCheck("a closed order's number is used up", page, async (tools) => {
    const till = await Till.open(tools);
    await till.payment();
    await till.advance(6 * minute);
    await till.close();
    assert.equal((await till.order()).resultCode, 'FAIL');
  }),
  localCheck('a paid order cannot be closed: ORDERPAID', page, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await till.advance(6 * minute);
    const answer = await till.close();
    assert.equal(answer.resultCode, 'FAIL');
    assert.match(String(answer.errCodeDes), /已支付/);
    assert.equal((await till.query()).tradeState, 'SUCCESS');
  }),
  localCheck('after timeExpire nobody can pay', page, async (tools) => {
    const till = await Till.open(tools);
    const payment = await till.payment({ timeExpire: '20261110103000' });
    await till.advance(31 * minute);
    assert.match(await till.sheet(payment), /^requestPayment:fail/);
    assert.notEqual((await till.query()).tradeState, 'SUCCESS');
  }),
  localCheck('a prepayId is good for two hours', page, async (tools) => {
    const till = await Till.open(tools);
    const payment = await till.payment();
    await till.advance(119 * minute);
    const later = await till.payment({ outTradeNo: 'other' });
    assert.equal(await till.sheet(payment, 'cancel'), 'requestPayment:fail cancel');
    await till.advance(2 * minute);
    assert.match(await till.sheet(payment), /^requestPayment:fail/);
    assert.equal(await till.sheet(later), 'requestPayment:ok');
  }),
]);
