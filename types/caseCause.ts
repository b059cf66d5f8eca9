/** What differs between our orders and WeChat Pay's bill (C10). */
export const caseCauses = [
  /** WeChat has money that no order of ours knows as paid. */
  'paidThereOnly',
  /** An order of ours is paid, WeChat's bill lacks it. */
  'paidHereOnly',
  'amountDiffers',
  /** The merchant is not the one the order was made for. */
  'merchantDiffers',
  'refundThereOnly',
  'refundHereOnly',
  'refundAmountDiffers',
  /** WeChat could not give a refund back (账户异常). */
  'refundStuck',
  /** A notice that no order fits: forged, or another system's. */
  'unknownOrder',
  /** A community total does not equal its journals. */
  'projectionDiffers',
] as const;
export type CaseCause = (typeof caseCauses)[number];

export const caseCauseNames: Readonly<Record<CaseCause, string>> = {
  paidThereOnly: '微信已收，系统未入账',
  paidHereOnly: '系统已入账，微信账单没有',
  amountDiffers: '金额不一致',
  merchantDiffers: '商户号不一致',
  refundThereOnly: '微信已退，系统没有记录',
  refundHereOnly: '系统已退，微信账单没有',
  refundAmountDiffers: '退款金额不一致',
  refundStuck: '退款没有退成',
  unknownOrder: '找不到对应的支付单',
  projectionDiffers: '汇总与凭证不一致',
};
