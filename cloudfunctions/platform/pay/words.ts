/** WeChat's sentences, matched loosely: accounts and years word them differently. */
export const says = {
  paid: /已支付|ORDERPAID/,
  closed: /订单已关闭|ORDERCLOSED/,
  absent: /不存在|not exist|ORDERNOTEXIST|REFUNDNOTEXIST/i,
  numberUsed: /订单号重复|OUT_TRADE_NO_USED|与之前请求不一致|REFUND_FEE_MISMATCH/,
  paying: /支付中|USERPAYING/,
  tooEarly: /5分钟|五分钟|不能马上/,
  noTimeLeft: /time_expire|过期/,
  poor: /余额不足|NOTENOUGH/,
  spent: /已全额退款|累计退款金额大于|大于可退金额|超过退款期限|TRADE_OVERDUE|超过50次|已退款/,
  troubled: /系统错误|系统繁忙|系统超时|SYSTEMERROR|频率|BIZERR_NEED_RETRY|请稍后|稍候/i,
} as const;
