import type { Caller } from '../core/callers';
import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';
import type { FaultRule } from '../core/faults';
import type { PayAnswer } from './answers';
import { downloadBill } from './billDesk';
import { Books } from './books';
import { type CallAsUserPort, PayControl } from './control';
import { underFaults } from './faults';
import { type InvokePort, Notices } from './notices';
import { Orders } from './orders';
import { queryRefund } from './refundQuery';
import { noCoupons, type RefundPlan, Refunds } from './refunds';
import { Malformed, Refusal } from './refusal';
import { Wallet } from './wallet';

export type PayPorts = InvokePort & CallAsUserPort;

type Request = Readonly<Record<string, unknown>>;

interface Interface {
  /** Where faults are drawn. */
  readonly point: string;
  readonly run: (request: Request, caller: Caller, faults: readonly FaultRule[]) => Promise<PayAnswer>;
  /** [measured] What an answer carries even when it is a refusal. */
  readonly always?: () => Record<string, unknown>;
}

/**
 * WeChat Pay as cloudPay shows it: service-provider mode, field names of API v2. A refused call is still an answer; the SDK
 * resolves it with `errCode: 0`, writing over `err_code` [measured], so that `err_code_des` is all a function sees of the reason.
 */
export class PayService {
  readonly wallet: Wallet;
  readonly control: PayControl;
  private readonly books: Books;
  private readonly notices: Notices;
  private readonly orders: Orders;
  private readonly refunds: Refunds;
  private readonly interfaces: Readonly<Record<string, Interface>>;

  constructor(
    private readonly context: CloudContext,
    ports: PayPorts,
  ) {
    this.books = new Books(context);
    this.notices = new Notices(this.books, ports);
    this.wallet = new Wallet(this.books, this.notices);
    this.orders = new Orders(this.books);
    this.refunds = new Refunds(this.books, this.notices);
    this.control = new PayControl(this.books, {
      notices: this.notices,
      refunds: this.refunds,
      port: ports,
    });
    this.interfaces = this.describe();
  }

  /**
   * One call of `cloud.cloudPay.<apiName>` with its snake_case request. Answers snake_case JSON, or a bill as text or zipped
   * bytes. Rejects an interface that is not emulated and a field of the wrong type.
   */
  async call(apiName: string, request: Request, caller: Caller): Promise<PayAnswer> {
    const started = Date.now();
    try {
      const answer = await this.answer(apiName, request, caller);
      this.log({ apiName, request, caller, started }, ...verdictOf(answer));
      return answer;
    } catch (error) {
      this.log({ apiName, request, caller, started }, 'failed', String(error));
      throw error;
    }
  }

  private async answer(apiName: string, request: Request, caller: Caller): Promise<PayAnswer> {
    const found = Object.hasOwn(this.interfaces, apiName) ? this.interfaces[apiName] : undefined;
    if (!found)
      throw new CloudError('INVALID_ACTION', `the local cloud does not emulate cloudPay.${apiName}`);
    const faults = this.context.faults.draw(found.point);
    const subMchId = typeof request.sub_mch_id === 'string' ? request.sub_mch_id : '';
    const { answers } = this.books;
    const always = found.always ?? (() => ({}));
    const refuse = (code: string, description: string): PayAnswer =>
      apiName === 'downloadBill'
        ? answers.malformed(code, '20003')
        : { ...answers.refused(subMchId, code, description), ...always() };
    try {
      return await underFaults(faults, () => found.run(request, caller, faults), refuse);
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.code, error.description);
      if (error instanceof Malformed)
        return { ...answers.malformed(error.reason, error.errorCode), ...always() };
      throw error;
    }
  }

  private describe(): Record<string, Interface> {
    const { books, orders, refunds } = this;
    return {
      unifiedOrder: {
        point: 'pay.unifiedOrder',
        run: (request, caller, faults) => this.place(request, caller, faults),
        always: () => ({ payment: books.answers.payment('', books.now()) }),
      },
      queryOrder: { point: 'pay.query', run: async (request) => orders.query(request) },
      closeOrder: { point: 'pay.closeOrder', run: async (request) => orders.close(request) },
      refund: {
        point: 'pay.refund',
        run: async (request, _caller, faults) => refunds.accept(request, refundPlan(faults)),
        always: () => noCoupons,
      },
      queryRefund: { point: 'pay.query', run: async (request) => queryRefund(books, request) },
      downloadBill: { point: 'pay.downloadBill', run: async (request) => downloadBill(books, request) },
    };
  }

  private async place(
    request: Request,
    caller: Caller,
    faults: readonly FaultRule[],
  ): Promise<Record<string, unknown>> {
    const { order, answer } = this.orders.place(request, caller);
    if (faults.some((fault) => fault.kind === 'paid-early')) {
      const noticeId = this.wallet.payAhead(order);
      if (noticeId !== undefined) await this.notices.deliverNow(noticeId);
    }
    return answer;
  }

  private log(
    call: { apiName: string; request: Request; caller: Caller; started: number },
    outcome: 'ok' | 'refused' | 'failed',
    detail: string,
  ): void {
    const { out_trade_no, out_refund_no, transaction_id, bill_date } = call.request;
    const subject = [out_trade_no ?? transaction_id, out_refund_no, bill_date].filter(Boolean).join(' ');
    this.context.log.add({
      at: this.books.now(),
      kind: 'pay',
      who: call.caller.openid ?? 'developer',
      what: `cloudPay.${call.apiName}`,
      milliseconds: Date.now() - call.started,
      outcome,
      detail: [subject, detail].filter(Boolean).join(': '),
      source: call.caller.source,
    });
  }
}

function refundPlan(faults: readonly FaultRule[]): RefundPlan {
  const slow = faults.find((fault) => fault.kind === 'slow');
  const isChange = faults.some((fault) => fault.kind === 'change');
  const isClosed = faults.some((fault) => fault.kind === 'closed');
  return {
    ...(slow?.ms === undefined ? {} : { ms: slow.ms }),
    ...(isChange ? { outcome: 'CHANGE' as const } : isClosed ? { outcome: 'REFUNDCLOSE' as const } : {}),
  };
}

function verdictOf(answer: PayAnswer): ['ok' | 'refused', string] {
  if (typeof answer === 'string' || answer instanceof Uint8Array) return ['ok', ''];
  if (answer.return_code !== 'SUCCESS') return ['refused', String(answer.return_msg)];
  if (answer.result_code !== 'SUCCESS') return ['refused', `${answer.err_code} ${answer.err_code_des}`];
  return ['ok', ''];
}
