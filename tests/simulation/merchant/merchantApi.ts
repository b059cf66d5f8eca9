import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { compactChinaTime } from '../../../simulator/cloud/core/clock';
import type { PayService } from '../../../simulator/cloud/pay/service';
import { parseChinaTime } from '../../../simulator/cloud/pay/times';
import { merchantUrl, type Reply, type SentRequest } from '../stage/transport';
import type { Keys } from './keys';
import { refusalOf } from './refusals';

/** The function that hears notices by signed HTTPS. */
export const httpNotices = 'payNotifyHttp';

type Fields = Readonly<Record<string, unknown>>;
type Said = { readonly status: number; readonly fields?: Fields; readonly file?: Buffer };

/** What the simulator's WeChat Pay needs to know of where it is told and asked from. */
export interface MerchantPlace {
  readonly pay: PayService;
  readonly envId: string;
  readonly now: () => number;
}

/**
 * WeChat's merchant API (APIv3) over the simulator's WeChat Pay: the same books, orders and bad habits, in the other protocol. It
 * checks what the merchant signs and signs what it says. Rejects where the call itself fails.
 */
export class MerchantApi {
  private readonly bills = new Map<string, Buffer>();

  constructor(
    private readonly keys: Keys,
    private readonly place: MerchantPlace,
  ) {}

  async answer({ method, url, headers, body }: SentRequest): Promise<Reply> {
    const text = body.toString('utf8');
    const { pathname, search, searchParams } = new URL(url);
    const path = `${pathname}${search}`;
    const isGenuine = this.keys.isGenuine(String(headers.authorization), { method, path, body: text });
    const asked = { method, pathname, searchParams, body: text ? (JSON.parse(text) as Fields) : {} };
    const said = isGenuine ? await this.say(asked) : { status: 401, fields: { code: 'SIGN_ERROR' } };
    const out = said.file ?? Buffer.from(said.fields ? JSON.stringify(said.fields) : '');
    return {
      status: said.status,
      headers: this.keys.seal(out.toString('utf8'), this.place.now()),
      body: out,
    };
  }

  private async say({ method, pathname, searchParams, body }: Asked): Promise<Said> {
    const number = decodeURIComponent(pathname.split('/').at(pathname.endsWith('/close') ? -2 : -1) ?? '');
    const orders = '/v3/pay/transactions/out-trade-no/';
    const refunds = '/v3/refund/domestic/refunds';
    if (pathname === '/v3/pay/transactions/jsapi') return this.order(body);
    if (pathname.startsWith(orders)) return method === 'GET' ? this.look(number) : this.close(number);
    if (pathname.startsWith(refunds)) return method === 'GET' ? this.lookAtRefund(number) : this.refund(body);
    if (pathname === '/v3/bill/tradebill') return this.bill(searchParams.get('bill_date') ?? '');
    const file = this.bills.get(searchParams.get('token') ?? '');
    return file ? { status: 200, file } : { status: 404 };
  }

  private async order(asked: Fields): Promise<Said> {
    const { amount, payer, scene_info } = asked as { [name: string]: Fields };
    const answer = await this.call('unifiedOrder', {
      ...{ function_name: httpNotices, env_id: this.place.envId, trade_type: 'JSAPI' },
      ...{ body: asked.description, out_trade_no: asked.out_trade_no, total_fee: amount?.total },
      ...{ spbill_create_ip: scene_info?.payer_client_ip, sub_openid: payer?.openid },
      time_expire: compactChinaTime(Date.parse(String(asked.time_expire))),
    });
    return refusalOf(answer) ?? { status: 200, fields: { prepay_id: answer.prepay_id } };
  }

  private async look(outTradeNo: string): Promise<Said> {
    const answer = await this.call('queryOrder', { out_trade_no: outTradeNo });
    return refusalOf(answer) ?? { status: 200, fields: tradeOf(answer, this.keys) };
  }

  private async close(outTradeNo: string): Promise<Said> {
    return refusalOf(await this.call('closeOrder', { out_trade_no: outTradeNo })) ?? { status: 204 };
  }

  private async refund(asked: Fields): Promise<Said> {
    const { refund, total } = asked.amount as Fields;
    const answer = await this.call('refund', {
      ...{ function_name: httpNotices, env_id: this.place.envId, refund_desc: asked.reason },
      ...{ out_trade_no: asked.out_trade_no, out_refund_no: asked.out_refund_no },
      ...{ total_fee: total, refund_fee: refund },
    });
    const { refund_id, out_refund_no } = answer;
    return refusalOf(answer) ?? { status: 200, fields: { refund_id, out_refund_no, status: 'PROCESSING' } };
  }

  private async lookAtRefund(outRefundNo: string): Promise<Said> {
    const answer = await this.call('queryRefund', { out_refund_no: outRefundNo });
    return refusalOf(answer) ?? { status: 200, fields: refundOf(answer) };
  }

  /** Names the file; it is fetched by itself, once made, for five minutes. */
  private async bill(day: string): Promise<Said> {
    const answer = await this.place.pay.call(
      'downloadBill',
      {
        sub_mch_id: this.keys.merchantId,
        nonce_str: 'n',
        bill_date: day.replaceAll('-', ''),
        bill_type: 'ALL',
      },
      this.caller,
    );
    if (typeof answer !== 'string') return refusalOf(answer as Fields) ?? { status: 500 };
    this.bills.set(day, gzipSync(answer));
    const hash_value = createHash('sha1').update(answer).digest('hex');
    const download_url = `${merchantUrl}/v3/billdownload/file?token=${day}`;
    return { status: 200, fields: { hash_type: 'SHA1', hash_value, download_url } };
  }

  private async call(apiName: string, request: Fields): Promise<Fields> {
    const asked = { sub_mch_id: this.keys.merchantId, nonce_str: 'n', ...request };
    return (await this.place.pay.call(apiName, asked, this.caller)) as Fields;
  }

  private get caller() {
    return { appid: this.keys.appid, source: '', clientIp: '127.0.0.1' };
  }
}

interface Asked {
  readonly method: string;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
  readonly body: Fields;
}

/** `2026-11-10T09:30:05+08:00`, of `20261110093005` or `2026-11-10 09:30:05`; year 1 where it has not happened. */
export function offsetTime(text: unknown): string {
  const instant = parseChinaTime(String(text ?? '').replace(/\D/g, ''));
  if (instant === undefined) return '0001-01-01T00:00:00+08:00';
  return `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

function tradeOf(answer: Fields, { merchantId, appid }: Keys): Fields {
  const { out_trade_no, transaction_id, trade_state, time_end, total_fee, sub_openid } = answer;
  return {
    ...{ appid, mchid: merchantId, out_trade_no, transaction_id, trade_state },
    ...{ success_time: offsetTime(time_end), amount: { total: total_fee, currency: 'CNY' } },
    payer: { openid: sub_openid },
  };
}

/** What APIv3 calls the ends of a refund. */
export const refundStates: Readonly<Record<string, string>> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CHANGE: 'ABNORMAL',
  REFUNDCLOSE: 'CLOSED',
};

function refundOf(answer: Fields): Fields {
  return {
    out_trade_no: answer.out_trade_no,
    transaction_id: answer.transaction_id,
    out_refund_no: answer.out_refund_no_0,
    refund_id: answer.refund_id_0,
    status: refundStates[String(answer.refund_status_0)],
    success_time: offsetTime(answer.refund_success_time_0),
    amount: { refund: answer.refund_fee_0, total: answer.total_fee },
  };
}
