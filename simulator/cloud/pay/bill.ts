import { chinaClock } from './times';
import type { Order, Refund } from './types';

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND';

/** One line of a bill: a payment, or (with `refund`) a refund of one, at the time it was accepted. */
export interface Trade {
  readonly order: Order;
  readonly refund?: Refund;
}

export interface BillSheet {
  readonly type: BillType;
  readonly columns: 'settlement' | 'plain';
  readonly appid: string;
  readonly mchId: string;
  /** WeChat Pay's fee in hundredths of a percent. */
  readonly feeRate: number;
  /** When the file was made: what a refund's state was then, it stays in the file. */
  readonly madeAt: number;
}

interface Column {
  /** The heading in the settlement table and, where it differs, in the plain one; null is not in it. */
  readonly name: string;
  readonly plain?: string | null;
  /** Only in these bills; all of them unless given. */
  readonly only?: readonly BillType[];
  readonly value: (trade: Trade, sheet: BillSheet) => string;
}

const none = () => '';
const zero = () => '0.00';
const paid = ({ order, refund }: Trade) => (refund ? 0 : order.totalFee);
const returned = ({ refund }: Trade) => refund?.fee ?? 0;

/**
 * [document] Headings, order and shape of the fields as in the platform's published answer (27 columns, WeChat Cloud Run's
 * download page) and in the older table of the same documents (24 columns).
 */
const columns: readonly Column[] = [
  { name: '交易时间', value: ({ order, refund }) => chinaClock(refund?.acceptedAt ?? order.paidAt ?? 0) },
  { name: '公众账号ID', value: (_trade, sheet) => sheet.appid },
  { name: '商户号', value: (_trade, sheet) => sheet.mchId },
  { name: '特约商户号', plain: '子商户号', value: ({ order }) => order.subMchId },
  { name: '设备号', value: ({ order }) => order.deviceInfo },
  { name: '微信订单号', value: ({ order }) => order.transactionId ?? '' },
  { name: '商户订单号', value: ({ order }) => order.outTradeNo },
  { name: '用户标识', value: ({ order }) => order.payer },
  { name: '交易类型', value: () => 'JSAPI' },
  { name: '交易状态', value: ({ refund }) => (refund ? 'REFUND' : 'SUCCESS') },
  { name: '付款银行', value: () => 'OTHERS' },
  { name: '货币种类', value: () => 'CNY' },
  { name: '应结订单金额', plain: '总金额', value: (trade) => yuan(paid(trade)) },
  { name: '代金券金额', plain: '代金券或立减优惠金额', value: zero },
  { name: '退款申请时间', only: ['REFUND'], value: ({ refund }) => chinaClock(refund?.acceptedAt ?? 0) },
  { name: '退款成功时间', only: ['REFUND'], value: successTime },
  { name: '微信退款单号', only: ['ALL', 'REFUND'], value: ({ refund }) => refund?.refundId ?? '0' },
  { name: '商户退款单号', only: ['ALL', 'REFUND'], value: ({ refund }) => refund?.outRefundNo ?? '0' },
  { name: '退款金额', only: ['ALL', 'REFUND'], value: (trade) => yuan(returned(trade)) },
  { name: '充值券退款金额', plain: '代金券或立减优惠退款金额', only: ['ALL', 'REFUND'], value: zero },
  { name: '退款类型', only: ['ALL', 'REFUND'], value: ({ refund }) => (refund ? 'ORIGINAL' : '') },
  { name: '退款状态', only: ['ALL', 'REFUND'], value: refundStatus },
  { name: '商品名称', value: ({ order }) => oneLine(order.body) },
  { name: '商户数据包', value: ({ order }) => oneLine(order.attach) },
  { name: '手续费', value: (trade, sheet) => `${yuan(feeOf(trade, sheet.feeRate))}000` },
  { name: '费率', value: (_trade, sheet) => `${hundredths(sheet.feeRate)}%` },
  { name: '订单金额', plain: null, value: (trade) => yuan(paid(trade)) },
  { name: '申请退款金额', plain: null, only: ['ALL', 'REFUND'], value: (trade) => yuan(returned(trade)) },
  { name: '费率备注', plain: null, value: none },
];

interface Total {
  readonly name: string;
  readonly plain?: string | null;
  readonly value: (trades: readonly Trade[], sheet: BillSheet) => string;
}

const totals: readonly Total[] = [
  { name: '总交易单数', value: (trades) => String(trades.length) },
  { name: '应结订单总金额', plain: '总交易额', value: (trades) => yuan(sum(trades, paid)) },
  { name: '退款总金额', plain: '总退款金额', value: (trades) => yuan(sum(trades, returned)) },
  { name: '充值券退款总金额', plain: '总代金券或立减优惠退款金额', value: zero },
  {
    name: '手续费总金额',
    value: (trades, sheet) => `${yuan(sum(trades, (trade) => feeOf(trade, sheet.feeRate)))}000`,
  },
  { name: '订单总金额', plain: null, value: (trades) => yuan(sum(trades, paid)) },
  { name: '申请退款总金额', plain: null, value: (trades) => yuan(sum(trades, returned)) },
];

/** The text of a bill: headings, one line per trade with a back-tick before every field, headings of the totals, the totals. */
export function writeBill(trades: readonly Trade[], sheet: BillSheet): string {
  const shown = columns.filter(
    (column) => isIn(column, sheet) && (!column.only || column.only.includes(sheet.type)),
  );
  const shownTotals = totals.filter((total) => isIn(total, sheet));
  const lines = [
    shown.map((column) => heading(column, sheet)).join(','),
    ...trades.map((trade) => ticked(shown.map((column) => column.value(trade, sheet)))),
    shownTotals.map((total) => heading(total, sheet)).join(','),
    ticked(shownTotals.map((total) => total.value(trades, sheet))),
  ];
  return `${lines.join('\n')}\n`;
}

/** Fen as yuan with two decimals, without ever leaving whole numbers. */
export function yuan(fen: number): string {
  return `${fen < 0 ? '-' : ''}${hundredths(Math.abs(fen))}`;
}

/** The fee in fen, half a fen rounded up; a refund gives its part back. */
function feeOf(trade: Trade, feeRate: number): number {
  const fee = (fen: number) => Math.floor((fen * feeRate + 5_000) / 10_000);
  return trade.refund ? 0 - fee(trade.refund.fee) : fee(trade.order.totalFee);
}

function successTime({ refund }: Trade, { madeAt }: BillSheet): string {
  const isThere = refund?.status === 'SUCCESS' && refund.endedAt !== null && refund.endedAt < madeAt;
  return isThere ? chinaClock(refund.endedAt ?? 0) : '';
}

function refundStatus({ refund }: Trade, { madeAt }: BillSheet): string {
  if (!refund) return '';
  if (refund.endedAt === null || refund.endedAt >= madeAt) return 'PROCESSING';
  return refund.status === 'SUCCESS' ? 'SUCCESS' : 'FAIL';
}

function isIn({ plain }: { plain?: string | null }, { columns }: BillSheet): boolean {
  return columns === 'settlement' || plain !== null;
}

function heading({ name, plain }: { name: string; plain?: string | null }, { columns }: BillSheet): string {
  return columns === 'settlement' ? name : (plain ?? name);
}

function ticked(fields: readonly string[]): string {
  return fields.map((field) => `\`${field}`).join(',');
}

function hundredths(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
}

function sum(trades: readonly Trade[], amount: (trade: Trade) => number): number {
  return trades.reduce((total, trade) => total + amount(trade), 0);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
