import { Agenda } from '../core/agenda';
import { Callers } from '../core/callers';
import { Clock } from '../core/clock';
import type { CloudContext } from '../core/context';
import { Faults } from '../core/faults';
import { Log } from '../core/log';
import { Random } from '../core/random';
import { defaultSettings } from '../core/settings';
import { State } from '../core/state';
import type { Payment } from './answers';
import { PayService } from './service';
import type { WalletChoice, WalletResult } from './wallet';

export const merchant = '1900000109';
export const payer = 'oPayer0000000000000000000001';
export const noon = Date.parse('2026-11-10T12:00:00+08:00');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Answer = Record<string, unknown>;

/** One call of a notice function, as the test's own function saw it. */
export interface Told {
  readonly name: string;
  readonly event: Answer;
  readonly source: string;
  readonly at: number;
}

/** A pay room on a frozen clock, with one function whose answer the test chooses. For tests only. */
export class TestCloud {
  readonly context: CloudContext;
  readonly pay: PayService;
  readonly told: Told[] = [];
  readonly asUser: { openid: string; name: string; data: Answer }[] = [];
  /** What the notice function does; accepts unless set. */
  answer: (told: Told) => unknown = () => ({ errcode: 0, errmsg: 'ok' });

  constructor(
    readonly state = new State(),
    start = noon,
    seed = 1,
  ) {
    const clock = new Clock(start, 0);
    const random = new Random(seed, 0);
    const context: CloudContext = {
      settings: { ...defaultSettings, port: 0 },
      state,
      clock,
      agenda: new Agenda(state, clock, (_kind, error) => {
        throw error;
      }),
      random,
      faults: new Faults(random.stream('faults')),
      log: new Log(),
      callers: new Callers(() => 'token', defaultSettings.appid),
      environment: () => ({
        functionRules: {},
        storageRules: {},
        httpRoutes: [],
        messagePush: [],
        templates: [],
      }),
      baseUrl: () => '',
    };
    this.context = context;
    this.pay = new PayService(context, {
      invokeFunction: async ({ name, event, caller }) => {
        const told = { name, event, source: caller.source, at: clock.now() };
        this.told.push(told);
        return { result: JSON.stringify(await this.answer(told)) };
      },
      callAsUser: async (call) => {
        this.asUser.push(call);
        return { errMsg: 'cloud.callFunction:ok' };
      },
    });
  }

  async call(apiName: string, request: Answer, openid: string | undefined = payer): Promise<Answer> {
    const caller = { ...(openid ? { openid } : {}), appid: 'wx', source: 'wx_client', clientIp: '127.0.0.1' };
    return (await this.pay.call(apiName, request, caller)) as Answer;
  }

  order(outTradeNo: string, change: Answer = {}, openid: string | undefined = payer): Promise<Answer> {
    return this.call('unifiedOrder', { ...orderOf(outTradeNo), ...change }, openid);
  }

  /** The user's payment sheet for what an order answered. */
  sheet(ordered: Answer, choice: WalletChoice = 'pay', openid = payer): WalletResult {
    return this.pay.wallet.pay({ openid, payment: { ...(ordered.payment as Payment) }, choice });
  }

  /** Orders and pays, and lets the notice arrive. */
  async paid(outTradeNo: string, change: Answer = {}, openid = payer): Promise<Answer> {
    const ordered = await this.order(outTradeNo, change, openid);
    const result = this.sheet(ordered, 'pay', openid);
    if (result.errMsg !== 'requestPayment:ok') throw new Error(result.errMsg);
    await this.pass(0);
    return ordered;
  }

  query(outTradeNo: string): Promise<Answer> {
    return this.call('queryOrder', { sub_mch_id: merchant, nonce_str: 'n', out_trade_no: outTradeNo });
  }

  close(outTradeNo: string): Promise<Answer> {
    return this.call('closeOrder', { sub_mch_id: merchant, nonce_str: 'n', out_trade_no: outTradeNo });
  }

  refund(outTradeNo: string, outRefundNo: string, fee: number, change: Answer = {}): Promise<Answer> {
    return this.call('refund', {
      function_name: 'refundBack',
      env_id: defaultSettings.envId,
      sub_mch_id: merchant,
      nonce_str: 'n',
      out_trade_no: outTradeNo,
      out_refund_no: outRefundNo,
      total_fee: 1000,
      refund_fee: fee,
      ...change,
    });
  }

  /** Lets business time pass, everything due on the way included. */
  async pass(ms: number): Promise<void> {
    await this.context.agenda.advance(this.context.clock.now() + ms);
  }

  fault(point: string, kind: string, more: { times?: number; ms?: number; code?: string } = {}): void {
    this.context.faults.add({ id: `${point} ${kind}`, point, kind, chance: 1, ...more });
  }

  async stop(): Promise<void> {
    await this.context.agenda.stop();
    this.state.close();
  }
}

/** Ten yuan for the property fee. */
export function orderOf(outTradeNo: string): Answer {
  return {
    function_name: 'payBack',
    env_id: defaultSettings.envId,
    sub_mch_id: merchant,
    nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    body: '物业费',
    out_trade_no: outTradeNo,
    total_fee: 1000,
    spbill_create_ip: '127.0.0.1',
    trade_type: 'JSAPI',
  };
}
