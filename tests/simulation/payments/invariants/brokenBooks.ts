import { closedCollection } from '../../../../cloudfunctions/kernel/collection';
import type { PaymentRequest } from '../../../../simulator/cloud/pay/wallet';
import { StageCloud } from '../../stage/stageCloud';
import { Judge } from './judge';
import { keptNames } from './mirror';

export const start = Date.parse('2026-11-10T09:00:00+08:00');
const merchantId = '1900000109';
export const prepayCap = 1000;
const openid = `o${'owner'.padEnd(27, '0')}`;

export type Doc = Readonly<Record<string, unknown>> & { readonly _id: string };

/** Books that no commit of the product would write, before a judge; for tests of the laws. */
export class BrokenBooks {
  readonly judge: Judge;
  readonly cloud: StageCloud;

  constructor() {
    const collections = keptNames.map((name) => closedCollection(name));
    const invoke = async () => ({ errcode: 0 });
    this.cloud = new StageCloud({ seed: 1, start, database: { collections }, invoke });
    this.judge = new Judge(this.cloud, { merchantId, prepayCap });
  }

  async put(collectionName: string, { _id, ...fields }: Doc): Promise<void> {
    const body = {
      ...{
        action: 'database.modifyDocument',
        collectionName,
        queryType: 'DOC',
        query: JSON.stringify({ _id }),
      },
      ...{ data: JSON.stringify({ version: 1, ...fields }), multi: false, merge: false, upsert: true },
    };
    const headers = { 'content-type': 'application/json' };
    const { body: answer } = await this.cloud.answer(headers, Buffer.from(JSON.stringify(body)), {});
    expect(String(answer)).not.toContain('"code"');
  }

  /** Money comes to the merchant at WeChat. */
  async payThere(outTradeNo: string, totalFee: number): Promise<void> {
    const request = {
      ...{ function_name: 'elsewhere', env_id: 'e', sub_mch_id: merchantId, nonce_str: 'n', body: '物业费' },
      ...{
        out_trade_no: outTradeNo,
        total_fee: totalFee,
        spbill_create_ip: '127.0.0.1',
        trade_type: 'JSAPI',
      },
      sub_openid: openid,
    };
    const caller = { appid: 'wx', source: '', clientIp: '127.0.0.1' };
    const answer = (await this.cloud.pay.call('unifiedOrder', request, caller)) as {
      payment: PaymentRequest;
    };
    expect(this.cloud.pay.wallet.pay({ openid, payment: answer.payment, choice: 'pay' }).errMsg).toBe(
      'requestPayment:ok',
    );
  }
}

export type Line = [account: string, amount: number, about?: object];

export function journal(_id: string, lines: readonly Line[]): Doc {
  return { _id, lines: lines.map(([account, amount, about]) => ({ account, amount, ...about })) };
}

export function account(parts: object): Doc {
  return { _id: 'h', openBills: [], prepaid: [], vouchers: [], ...parts };
}

export function held(rest: number, reservedBy?: string): object {
  return { voucherId: 'v', rest, expiresOn: '2026-12-31', ...(reservedBy ? { reservedBy } : {}) };
}

export function openBill(amount: number, credited = 0): object {
  return { billId: 'b', amount, credits: credited > 0 ? [{ on: '2026-11-10', amount: credited }] : [] };
}

export function order(state: string): Doc {
  return {
    ...{ _id: 'order1', state, amount: 100, channel: 'wechat', homeId: 'h' },
    choice: { bills: [{ principal: 100, lateFee: 0 }] },
  };
}

export function refund(state: string): Doc {
  return { _id: 'r', state, amount: 100, orderId: 'order1', lines: [] };
}

export function laws(violations: readonly { readonly law: string }[]): string[] {
  return [...new Set(violations.map(({ law }) => law))];
}
