import assert from 'node:assert/strict';
import type { LocalTools } from './checks';
import type { Phone } from './phone';
import type { Doc } from './sdk';

export const merchant = '1600000001';
export const payMorning = '2026-11-10T10:00:00+08:00';

/** A payer's phone, a frozen morning and what one does with orders. */
export class Till {
  private constructor(
    readonly tools: LocalTools,
    readonly phone: Phone,
  ) {}

  static async open(tools: LocalTools): Promise<Till> {
    await tools.local.control.freezeAt(payMorning);
    return new Till(tools, await tools.local.phone('payer'));
  }

  request(more: Doc = {}): Doc {
    return {
      functionName: 'payResult',
      envId: this.phone.identity.envId,
      subMchId: merchant,
      nonceStr: 'n'.repeat(32),
      body: '物业费',
      outTradeNo: 'order20261110a',
      totalFee: 12_345,
      spbillCreateIp: '127.0.0.1',
      tradeType: 'JSAPI',
      ...more,
    };
  }

  /** One cloudPay call by a function that this phone called. */
  async call(api: string, request: Doc): Promise<Doc> {
    return this.phone.call('payer', { api, request });
  }

  order(more: Doc = {}): Promise<Doc> {
    return this.call('unifiedOrder', this.request(more));
  }

  /** An accepted order's parameters for the sheet. */
  async payment(more: Doc = {}): Promise<Doc> {
    const answer = await this.order(more);
    assert.deepEqual([answer.returnCode, answer.resultCode], ['SUCCESS', 'SUCCESS'], JSON.stringify(answer));
    return answer.payment as Doc;
  }

  /** What the phone's payment sheet answers. A refusal of the sheet is an answer here too. */
  async sheet(payment: Doc, wallet = 'pay', phone = this.phone): Promise<string> {
    try {
      return String((await phone.post('requestPayment', { ...payment, wallet })).errMsg);
    } catch (error) {
      return String((error as { errMsg?: string }).errMsg);
    }
  }

  /** Orders and pays. */
  async pay(more: Doc = {}): Promise<void> {
    assert.equal(await this.sheet(await this.payment(more)), 'requestPayment:ok');
  }

  query(more: Doc = {}): Promise<Doc> {
    const { subMchId, nonceStr, outTradeNo } = this.request();
    return this.call('queryOrder', { subMchId, nonceStr, outTradeNo, ...more });
  }

  close(more: Doc = {}): Promise<Doc> {
    const { subMchId, nonceStr, outTradeNo } = this.request();
    return this.call('closeOrder', { subMchId, nonceStr, outTradeNo, ...more });
  }

  refund(more: Doc = {}): Promise<Doc> {
    const { functionName, envId, subMchId, nonceStr, outTradeNo } = this.request();
    return this.call('refund', {
      ...{ functionName, envId, subMchId, nonceStr, outTradeNo },
      outRefundNo: 'refund1',
      totalFee: 12_345,
      refundFee: 345,
      ...more,
    });
  }

  queryRefund(more: Doc = {}): Promise<Doc> {
    const { subMchId, nonceStr } = this.request();
    return this.call('queryRefund', { subMchId, nonceStr, outRefundNo: 'refund1', ...more });
  }

  async balance(): Promise<number> {
    const { balance } = await this.tools.local.control.get<{ balance: number }>(
      `/control/wallets/${this.phone.openid}`,
    );
    return balance;
  }

  /** Results the function was told, once there are as many as expected. */
  async told(count: number): Promise<Doc[]> {
    let data: Doc[] = [];
    for (let attempt = 0; attempt < 200; attempt += 1) {
      data = (await this.tools.db.collection('notices').get()).data;
      if (data.length >= count) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(data.length, count, JSON.stringify(data.map(({ event }) => event)));
    return data;
  }

  /** The events of those results, oldest first. */
  async events(count: number): Promise<Doc[]> {
    return (await this.told(count)).map(({ event }) => event as Doc);
  }

  /** How the function answers results from now on; a list answers the first, the second, … */
  async answers(answer: string | string[]): Promise<void> {
    const data = Array.isArray(answer) ? { answers: answer } : { answer };
    await this.tools.db.collection('settings').doc('payResult').set({ data });
  }

  advance(milliseconds: number): Promise<unknown> {
    return this.tools.local.control.advance({ by: milliseconds });
  }
}
