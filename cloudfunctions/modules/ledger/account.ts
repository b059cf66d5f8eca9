import type { Purpose } from '../../../types/charge';

export type AccountKind = 'asset' | 'liability' | 'income' | 'expense' | 'equity';

/** The chart of accounts (科目). What a figure is about beyond its account is said by the line's references. */
export const accounts = {
  receivable: { name: '应收账款', kind: 'asset' },
  wechatPay: { name: '微信支付', kind: 'asset' },
  cashInHand: { name: '库存现金', kind: 'asset' },
  cardTerminal: { name: '刷卡待到账', kind: 'asset' },
  bank: { name: '银行存款', kind: 'asset' },
  prepaid: { name: '预收款', kind: 'liability' },
  vouchersOut: { name: '待用抵扣券', kind: 'liability' },
  refundsDue: { name: '应付退款', kind: 'liability' },
  unclaimed: { name: '待处理款项', kind: 'liability' },
  propertyFee: { name: '物业费收入', kind: 'income' },
  parking: { name: '停车费收入', kind: 'income' },
  // Collected for the supplier, never the company's own (物业管理条例 44).
  electricity: { name: '代收电费', kind: 'liability' },
  water: { name: '代收水费', kind: 'liability' },
  otherIncome: { name: '其他收入', kind: 'income' },
  lateFee: { name: '滞纳金收入', kind: 'income' },
  voucherCost: { name: '抵扣券支出', kind: 'expense' },
  cashDifference: { name: '现金长短款', kind: 'expense' },
  opening: { name: '期初余额', kind: 'equity' },
} as const satisfies Readonly<Record<string, { name: string; kind: AccountKind }>>;

export type Account = keyof typeof accounts;

/** Where a charge item's bills are earned. */
export const accountOfPurpose: Readonly<Record<Purpose, Account>> = {
  propertyFee: 'propertyFee',
  parking: 'parking',
  electricity: 'electricity',
  water: 'water',
  other: 'otherIncome',
};

/** How money comes in and goes out. */
export const channels = ['wechat', 'cash', 'card', 'transfer'] as const;
export type Channel = (typeof channels)[number];

export const accountOfChannel: Readonly<Record<Channel, Account>> = {
  wechat: 'wechatPay',
  cash: 'cashInHand',
  card: 'cardTerminal',
  transfer: 'bank',
};
