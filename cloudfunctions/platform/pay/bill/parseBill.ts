import { addFen, type Fen, noFen } from '../../../../types/money';
import { parseYuan } from '../../../../types/yuan';
import { parseClockTime } from '../chinaTime';
import type { BillOutcome, BillPayment, BillRefund, BillRow } from '../port';
import { BillRefused, type BillTable, readTable } from './table';

/**
 * A trade bill of WeChat Pay, of either generation, as rows. Refused whole with the problem's name and the line where anything
 * cannot be read, or where the totals are not those of the rows.
 */
export function parseBill(text: string): BillOutcome {
  try {
    const table = readTable(text);
    const rows = table.rows.map(({ fields, line }) => readRow(new Fields(table.headings, fields, line)));
    checkSummary(table);
    checkOnce(table, rows);
    return { kind: 'bill', rows };
  } catch (error) {
    if (!(error instanceof BillRefused)) throw error;
    return { kind: 'malformed', problem: error.problem, line: error.line };
  }
}

const amountHeadings = [
  ...['订单金额', '应结订单金额', '总金额', '代金券金额', '代金券或立减优惠金额'],
  ...['申请退款金额', '退款金额', '充值券退款金额', '代金券或立减优惠退款金额'],
];

/** One line by the names of its columns. */
class Fields {
  constructor(
    private readonly headings: readonly string[],
    private readonly fields: readonly string[],
    readonly line: number,
  ) {}

  /** The first of these columns that the bill has. */
  text(...names: readonly string[]): string {
    const at = this.headings.findIndex((heading) => names.includes(heading));
    if (at < 0) throw new BillRefused('headingMissing', 1);
    return this.fields[at] ?? '';
  }

  has(name: string): boolean {
    return this.headings.includes(name);
  }

  /** The first of these columns in the order they are named. */
  amount(...names: readonly string[]): Fen {
    const name = names.find((each) => this.has(each));
    if (name === undefined) throw new BillRefused('headingMissing', 1);
    const amount = yuanOf(this.text(name));
    if (amount === undefined || amount < 0) throw this.refused('amountUnreadable');
    return amount;
  }

  number(name: string): string {
    const text = this.text(name);
    if (!/^[0-9A-Za-z_\-|*@]{1,64}$/.test(text) || text === '0') throw this.refused('numberUnreadable');
    return text;
  }

  refused(problem: BillRefused['problem']): BillRefused {
    return new BillRefused(problem, this.line);
  }
}

function readRow(fields: Fields): BillRow {
  for (const name of amountHeadings) if (fields.has(name)) fields.amount(name);
  if (yuanOf(fields.text('手续费').replace(/^-/, ''), 5) === undefined || fields.text('货币种类') !== 'CNY')
    throw fields.refused('amountUnreadable');
  const state = fields.text('交易状态');
  if (state === 'SUCCESS') return paymentOf(fields);
  if (state === 'REFUND') return refundOf(fields);
  throw fields.refused('stateUnknown');
}

function paymentOf(fields: Fields): BillPayment {
  const amount = fields.amount('订单金额', '总金额', '应结订单金额');
  return { kind: 'payment', ...tradeOf(fields), amount, at: timeOf(fields, '交易时间') };
}

function refundOf(fields: Fields): BillRefund {
  return {
    kind: 'refund',
    ...tradeOf(fields),
    outRefundNo: fields.number('商户退款单号'),
    refundId: fields.number('微信退款单号'),
    amount: fields.amount('申请退款金额', '退款金额'),
    state: refundStateOf(fields),
    // The refund bill names the acceptance; elsewhere the time of the row is it.
    at: timeOf(fields, fields.has('退款申请时间') ? '退款申请时间' : '交易时间'),
  };
}

function tradeOf(fields: Fields) {
  const sub = fields.text('特约商户号', '子商户号');
  return {
    merchantId: sub === '' || sub === '0' ? fields.number('商户号') : sub,
    outTradeNo: fields.number('商户订单号'),
    transactionId: fields.number('微信订单号'),
    payerOpenid: fields.text('用户标识'),
  };
}

const refundStates: Readonly<Record<string, BillRefund['state']>> = {
  SUCCESS: 'done',
  PROCESSING: 'processing',
  FAIL: 'failed',
  CHANGE: 'failed',
  ABNORMAL: 'failed',
  CLOSED: 'failed',
  REFUNDCLOSE: 'failed',
};

function refundStateOf(fields: Fields): BillRefund['state'] {
  const text = fields.text('退款状态');
  const state = Object.hasOwn(refundStates, text) ? refundStates[text] : undefined;
  if (!state) throw fields.refused('stateUnknown');
  return state;
}

function timeOf(fields: Fields, name: string) {
  const at = parseClockTime(fields.text(name));
  if (at === undefined) throw fields.refused('timeUnreadable');
  return at;
}

/** Each total with the columns it is the sum of; of several, the first the bill has. */
const sums: Readonly<Record<string, readonly string[]>> = {
  应结订单总金额: ['应结订单金额'],
  订单总金额: ['订单金额'],
  总交易额: ['总金额'],
  退款总金额: ['退款金额'],
  总退款金额: ['退款金额'],
  申请退款总金额: ['申请退款金额'],
};

function checkSummary({ headings, rows, summary, summaryLine }: BillTable): void {
  const count = /^(\d+)(\.0+)?$/.exec(summary.get('总交易单数') ?? '')?.[1];
  if (count === undefined) throw new BillRefused('summaryUnreadable', summaryLine);
  if (Number(count) !== rows.length) throw new BillRefused('summaryDiffers', summaryLine);
  for (const [name, text] of summary) {
    const total = yuanOf(text.replace(/^-/, ''), 5);
    if (total === undefined) throw new BillRefused('summaryUnreadable', summaryLine);
    const at = headings.findIndex((heading) => sums[name]?.includes(heading));
    if (at < 0) continue;
    const sum = rows.reduce((all, { fields }) => addFen(all, yuanOf(fields[at] ?? '') ?? noFen), noFen);
    if (sum !== total) throw new BillRefused('summaryDiffers', summaryLine);
  }
}

function checkOnce({ rows: lines }: BillTable, rows: readonly BillRow[]): void {
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const key = row.kind === 'payment' ? row.transactionId : `${row.transactionId}·${row.outRefundNo}`;
    if (seen.has(key)) throw new BillRefused('rowTwice', lines[index]?.line ?? 0);
    seen.add(key);
  });
}

/** Yuan with a point and digits only; `decimals` more than two are fees, which are checked but not kept. */
function yuanOf(text: string, decimals = 2): Fen | undefined {
  const form = /^\d{1,12}(?:\.(\d+))?$/.exec(text);
  if (!form || (form[1]?.length ?? 0) > decimals) return undefined;
  return parseYuan(text.replace(/(\.\d\d)\d+$/, '$1'));
}
