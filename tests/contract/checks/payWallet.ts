import assert from 'node:assert/strict';
import { defineChecks, localCheck } from '../harness/checks';
import { merchant, Till } from '../harness/pay';

const requestPayment = 'document: wx.requestPayment';
const notice = 'document: 支付结果回调';
const control = 'document: the control interface';
const second = 1000;

export const payWallet = defineChecks('pay: the wallet and the result', [
  localCheck('paying takes the money once', requestPayment, async (tools) => {
    const till = await Till.open(tools);
    const before = await till.balance();
    const payment = await till.payment();
    assert.equal(await till.sheet(payment), 'requestPayment:ok');
    assert.match(await till.sheet(payment), /^requestPayment:fail/);
    assert.equal(await till.balance(), before - 12_345);
  }),
  localCheck('cancel answers requestPayment:fail cancel and takes nothing', requestPayment, async (tools) => {
    const till = await Till.open(tools);
    const before = await till.balance();
    assert.equal(await till.sheet(await till.payment(), 'cancel'), 'requestPayment:fail cancel');
    assert.equal(await till.balance(), before);
    assert.equal((await till.query()).tradeState, 'NOTPAY');
  }),
  localCheck('a wrong password pays nothing; the order can still be paid', requestPayment, async (tools) => {
    const till = await Till.open(tools);
    const payment = await till.payment();
    assert.match(await till.sheet(payment, 'wrongPassword'), /^requestPayment:fail/);
    assert.equal((await till.query()).tradeState, 'NOTPAY');
    assert.equal(await till.sheet(payment), 'requestPayment:ok');
  }),
  localCheck('too little money pays nothing', requestPayment, async (tools) => {
    const till = await Till.open(tools);
    await tools.local.control.call('PUT', `/control/wallets/${till.phone.openid}`, { balance: 12_344 });
    assert.match(await till.sheet(await till.payment()), /^requestPayment:fail/);
    assert.equal(await till.balance(), 12_344);
  }),
  localCheck('a changed package or signature pays nothing', requestPayment, async (tools) => {
    const till = await Till.open(tools);
    const payment = await till.payment();
    assert.match(await till.sheet({ ...payment, paySign: 'F'.repeat(32) }), /^requestPayment:fail/);
    assert.match(await till.sheet({ ...payment, package: 'prepay_id=wx1' }), /^requestPayment:fail/);
    assert.match(await till.sheet({ ...payment, nonceStr: 'other' }), /^requestPayment:fail/);
    assert.equal((await till.query()).tradeState, 'NOTPAY');
  }),
  localCheck('only the payer the order names can pay it', requestPayment, async (tools) => {
    const till = await Till.open(tools);
    const payment = await till.payment();
    const stranger = await tools.local.phone('stranger');
    assert.match(await till.sheet(payment, 'pay', stranger), /^requestPayment:fail/);
    assert.equal((await till.query()).tradeState, 'NOTPAY');
  }),
  localCheck('of two sheets open at once one pays', requestPayment, async (tools) => {
    const till = await Till.open(tools);
    const before = await till.balance();
    const payments = [await till.payment(), await till.payment()];
    const answers = await Promise.all(payments.map((payment) => till.sheet(payment)));
    assert.equal(answers.filter((answer) => answer === 'requestPayment:ok').length, 1);
    assert.equal(await till.balance(), before - 12_345);
  }),
  localCheck('the function named in the order is told of the success', notice, async (tools) => {
    const till = await Till.open(tools);
    await till.pay({ attach: 'bill-7' });
    const [event = {}] = await till.events(1);
    assert.deepEqual([event.returnCode, event.resultCode, event.tradeType], ['SUCCESS', 'SUCCESS', 'JSAPI']);
    assert.equal(event.subOpenid, till.phone.openid);
    assert.notEqual(event.openid, till.phone.openid);
    assert.deepEqual(
      [event.outTradeNo, event.totalFee, event.cashFee, event.attach],
      ['order20261110a', 12_345, 12_345, 'bill-7'],
    );
    assert.deepEqual(
      [event.subMchId, event.subAppid, event.timeEnd],
      [merchant, till.phone.identity.appid, '20261110100000'],
    );
    assert.equal(event.transactionId, (await till.query()).transactionId);
  }),
  localCheck(
    'the told function has SOURCE wx_paycallback and no OPENID',
    'document: Cloud.getWXContext',
    async (tools) => {
      const till = await Till.open(tools);
      await till.pay();
      const [row] = await till.told(1);
      assert.deepEqual([row?.source, row?.openid], ['wx_paycallback', null]);
    },
  ),
  localCheck('nobody is told of a cancelled or failed payment', notice, async (tools) => {
    const till = await Till.open(tools);
    await till.sheet(await till.payment(), 'cancel');
    await till.advance(3600 * second);
    await till.told(0);
  }),
  localCheck('errcode 0 ends it: it is told once', notice, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await till.told(1);
    await till.advance(48 * 3600 * second);
    await till.told(1);
  }),
  localCheck(
    'any other answer is asked again after 15 s, 15 s, 30 s, 3 min …',
    'document: 微信支付 notify retries',
    async (tools) => {
      const till = await Till.open(tools);
      await till.answers(['fail', 'throw', 'nothing', 'ok']);
      await till.pay();
      await till.told(1);
      await till.advance(15 * second);
      await till.told(2);
      await till.advance(15 * second);
      await till.told(3);
      await till.advance(29 * second);
      await till.told(3);
      await till.advance(2 * second);
      await till.told(4);
      await till.advance(24 * 3600 * second);
      await till.told(4);
    },
  ),
  localCheck(
    'after 16 attempts it is given up; the order stays SUCCESS',
    'document: 微信支付 notify retries',
    async (tools) => {
      const till = await Till.open(tools);
      await till.answers('fail');
      await till.pay();
      await till.told(1);
      await till.advance(72 * 3600 * second);
      await till.told(16);
      assert.equal((await till.query()).tradeState, 'SUCCESS');
    },
  ),
  localCheck('fault lost: the first result never arrives, the next one does', control, async (tools) => {
    const till = await Till.open(tools);
    await tools.local.control.fault({ point: 'pay.notice', kind: 'lost', times: 1 });
    await till.pay();
    assert.equal((await till.query()).tradeState, 'SUCCESS');
    await till.told(0);
    await till.advance(16 * second);
    await till.told(1);
  }),
  localCheck('fault late: the result comes that much later', control, async (tools) => {
    const till = await Till.open(tools);
    await tools.local.control.fault({ point: 'pay.notice', kind: 'late', ms: 600 * second, times: 1 });
    await till.pay();
    await till.advance(599 * second);
    await till.told(0);
    await till.advance(2 * second);
    await till.told(1);
  }),
  localCheck('fault duplicate: the same result arrives twice', control, async (tools) => {
    const till = await Till.open(tools);
    await tools.local.control.fault({ point: 'pay.notice', kind: 'duplicate', times: 1 });
    await till.pay();
    const [first, twin] = await till.events(2);
    assert.equal(first?.transactionId, twin?.transactionId);
  }),
  localCheck("fault reorder: a later order's result overtakes", control, async (tools) => {
    const till = await Till.open(tools);
    await tools.local.control.fault({ point: 'pay.notice', kind: 'reorder', times: 1 });
    await till.pay({ outTradeNo: 'first' });
    await till.pay({ outTradeNo: 'second' });
    await till.advance(61 * second);
    const told = await till.events(2);
    assert.deepEqual(
      told.map(({ outTradeNo }) => outTradeNo),
      ['second', 'first'],
    );
  }),
  localCheck('fault paid-early: the result arrives before the order call answers', control, async (tools) => {
    const till = await Till.open(tools);
    await tools.local.control.fault({ point: 'pay.unifiedOrder', kind: 'paid-early', times: 1 });
    await till.order();
    const { data } = await tools.db.collection('notices').get();
    assert.equal(data.length, 1);
    assert.equal((await till.query()).tradeState, 'SUCCESS');
  }),
  localCheck('fault query: queryOrder fails for a while with SYSTEMERROR', control, async (tools) => {
    const till = await Till.open(tools);
    await till.pay();
    await tools.local.control.fault({ point: 'pay.query', kind: 'error', times: 2 });
    assert.equal((await till.query()).resultCode, 'FAIL');
    assert.equal((await till.query()).resultCode, 'FAIL');
    assert.equal((await till.query()).tradeState, 'SUCCESS');
  }),
  localCheck(
    "an ordinary user can call the result's function, but not as WeChat Pay",
    'document: Cloud.getWXContext',
    async (tools) => {
      const till = await Till.open(tools);
      await till.payment();
      await tools.local.control.post('/control/pay/forge', {
        openid: till.phone.openid,
        functionName: 'payResult',
        order: { subMchId: merchant, outTradeNo: 'order20261110a' },
      });
      const [row] = await till.told(1);
      assert.equal(row?.source, 'wx_client');
      assert.equal(row?.openid, till.phone.openid);
      assert.equal((await till.events(1))[0]?.resultCode, 'SUCCESS');
      assert.equal((await till.query()).tradeState, 'NOTPAY');
    },
  ),
]);
