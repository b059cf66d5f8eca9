import type { Evidence } from '../core/evidence';

const documents = 'WeChat mini-program documents (2026-07 mirror), cloud development > WeChat Pay';
const cloudRun =
  'WeChat mini-program documents (2026-07 mirror), cloud hosting > WeChat Pay, published examples';
const community = 'developers.weixin.qq.com/community';

/** What the emulated WeChat Pay rests on. */
export const evidence: readonly Evidence[] = [
  {
    behaviour: 'field names, required fields, lengths and characters of the six interfaces',
    kind: 'document',
    source: `${documents}: unifiedOrder, queryOrder, closeOrder, refund, queryRefund, downloadBill`,
  },
  {
    behaviour:
      'nonceStr and tradeType may be left out of unifiedOrder although the table calls them required',
    kind: 'document',
    source: `${documents}: the example of unifiedOrder leaves both out`,
  },
  {
    behaviour: 'lengths are counted in bytes of UTF-8',
    kind: 'guess',
    source: 'body is known to count bytes; the others are assumed to',
  },
  {
    behaviour: 'text where a whole number belongs, or a number where text belongs: the call fails with -202',
    kind: 'measured',
    source: `${community}/develop/doc/0002c88b35872054257a6e79751000 and a note in public code about totalFee`,
  },
  {
    behaviour: 'the words of missing, too long and wrongly formed parameters; return_code FAIL',
    kind: 'guess',
    source: 'the form of v2 answers is documented, the exact words are not',
  },
  {
    behaviour: 'no payer named and none in the call: JSAPI支付必须传openid',
    kind: 'measured',
    source: 'widely reported answer of v2; cloudPay itself takes the calling user',
  },
  {
    behaviour: 'a refused order resolves with errCode 0 and a payment whose package is "prepay_id="',
    kind: 'measured',
    source: `${community}: 0008a2008f489852855a397735c800; wx-server-sdk 4.0.2 writes errCode 0 over err_code`,
  },
  {
    behaviour:
      'the shape of answers, of payment, of prepay_id, transaction_id and refund_id; provider 1800008281',
    kind: 'measured',
    source: `${community}/develop/doc/000a641b5b08a08cb6abf525751400; ${cloudRun}`,
  },
  {
    behaviour:
      'the same number with the same parameters (nonce apart) brings a new prepay_id, valid two hours',
    kind: 'document',
    source: `${documents}: unifiedOrder, time_expire and INVALID_REQUEST; staff answers on re-entry`,
  },
  {
    behaviour: 'the same number with anything changed: INVALID_REQUEST, "201 商户订单号重复"',
    kind: 'measured',
    source: `${community}: answer quoted by user oCJUsw4_Avq2vhfCCgodVnoAQFiU, 2023-02-14`,
  },
  {
    behaviour:
      'a changed spbill_create_ip counts as a changed parameter; some accounts report 201 even for equal ones',
    kind: 'guess',
    source: `the document says every parameter; ${community}/pay/doc/000a8c61230378e8eaa12b3c860000`,
  },
  {
    behaviour: 'OUT_TRADE_NO_USED never comes by itself; a fault can bring it',
    kind: 'guess',
    source: 'documented, but every quoted answer has INVALID_REQUEST',
  },
  {
    behaviour: 'ORDERPAID and ORDERCLOSED from unifiedOrder and closeOrder, ORDERNOTEXIST from queryOrder',
    kind: 'document',
    source: `${documents}: error tables; the words of err_code_des from quoted answers`,
  },
  {
    behaviour: 'a call that another user of the app makes for a payer is fine; only the named payer can pay',
    kind: 'measured',
    source: 'the sheet says 下单账号与支付账号不一致, widely reported',
  },
  {
    behaviour: 'closeOrder within five minutes of ordering is refused, as SYSTEMERROR; an option accepts it',
    kind: 'guess',
    source: `the document forbids it without a code; ${community}/pay/doc/0006eaa1620d084103ddefcf85b400 saw SUCCESS and NOTPAY after`,
  },
  {
    behaviour: 'closing while the payer types: USERPAYING',
    kind: 'guess',
    source: 'API v3 lists the code for closing, v2 lists none',
  },
  {
    behaviour: 'after time_expire nobody can pay, and queryOrder still shows NOTPAY; an option shows CLOSED',
    kind: 'measured',
    source: `${community}/pay/doc/000ca27970cca810138baff1151400 (查询会返回未支付); API v3: it only stops payment`,
  },
  {
    behaviour: 'an unpaid order closes by itself seven days after time_expire (or after it was placed)',
    kind: 'guess',
    source: `API v3 default; ${community}/pay/doc/0002e202db08a0008ae03c00d6b000: within 14 days, not published`,
  },
  {
    behaviour: 'queryOrder of an unpaid order has no payer, no transaction_id and no time_end',
    kind: 'measured',
    source: `v2 document and ${community}/pay/doc/0006eaa1620d084103ddefcf85b400`,
  },
  {
    behaviour: 'trade_state becomes REFUND when a refund is accepted, before the money is back',
    kind: 'guess',
    source: '转入退款 in the documents; the moment is not stated',
  },
  {
    behaviour: 'what wx.requestPayment answers: ok, fail cancel, 支付验证签名失败, 该订单已过期，请重新下单',
    kind: 'measured',
    source: `${community}: quoted results; how clients of different age join errMsg and err_desc differs`,
  },
  {
    behaviour:
      'wrong password and too little money end as "fail cancel"; five wrong passwords lock for three hours',
    kind: 'guess',
    source: 'the sheet handles both itself and the user closes it',
  },
  {
    behaviour: 'a slow bank: the sheet says ok, the order is USERPAYING, the money moves later',
    kind: 'guess',
    source: 'the documents say only that success of requestPayment is no proof',
  },
  {
    behaviour: 'keys and values of the payment and the refund event, the doubly escaped account included',
    kind: 'document',
    source: `${cloudRun}: result callbacks`,
  },
  {
    behaviour: 'attach and deviceInfo are in the payment event only when the order had them',
    kind: 'guess',
    source: 'missing from the published example, listed as optional',
  },
  {
    behaviour: 'only success is told; anything but {errcode: 0} is repeated',
    kind: 'document',
    source: `${documents}: callback protocol; ${cloudRun}`,
  },
  {
    behaviour: 'retries after 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h, for refunds too',
    kind: 'document',
    source: `${cloudRun}: result callbacks; about 15 repeats are reported for cloudPay`,
  },
  {
    behaviour: 'the first notice comes at once; a result is not announced before the money has moved',
    kind: 'guess',
    source: 'real notices are said to come within about a second',
  },
  {
    behaviour: 'SOURCE of the notice is wx_paycallback and it has no OPENID',
    kind: 'document',
    source: 'Cloud.getWXContext; that OPENID is missing is a guess',
  },
  {
    behaviour:
      'a wrong env_id or function_name is not noticed by unifiedOrder; the notice just never arrives',
    kind: 'measured',
    source: `${community}/develop/doc/000a641b5b08a08cb6abf525751400`,
  },
  {
    behaviour: 'a refund without function_name is accepted and nobody is told',
    kind: 'measured',
    source: `${community}/develop/doc/00084aef8303c837ff9aedac956c00`,
  },
  {
    behaviour:
      'codes and words of refused refunds: REFUND_FEE_MISMATCH, 订单已全额退款, 累计退款金额大于支付金额',
    kind: 'measured',
    source: `blog.csdn.net/qq_41509873/article/details/106258205; ${community}/pay/doc/00008670eec6b8b10fea184af56800`,
  },
  {
    behaviour: 'a refund of an unpaid order is ORDERNOTEXIST; the 51st refund is ERROR',
    kind: 'guess',
    source: 'the limits are documented, their codes are not',
  },
  {
    behaviour: 'refunds within a year of payment, fifty per order, TRADE_OVERDUE, NOTENOUGH',
    kind: 'document',
    source: `${documents}: refund`,
  },
  {
    behaviour: 'a refund ends one to five minutes after its acceptance',
    kind: 'guess',
    source: 'the document says up to 20 minutes for balance money; seconds are seen in bills',
  },
  {
    behaviour: 'queryRefund has refund_status_0 and its kind beside the empty lists',
    kind: 'document',
    source: `${documents}: queryRefund, return values`,
  },
  {
    behaviour: 'option refundQuery "empty": a count and empty lists, nothing else',
    kind: 'measured',
    source: `${cloudRun}: queryRefund; ${community}/develop/doc/000484fe0ec200394c409a2a466800`,
  },
  {
    behaviour: 'ten refunds a page, offset, total_refund_count, PARAM_ERROR',
    kind: 'document',
    source: `${documents}: queryRefund`,
  },
  {
    behaviour:
      'the bill: 27 columns, back-ticks, yuan, totals; refund rows by the time of acceptance, state as of nine',
    kind: 'document',
    source: `${cloudRun}: downloadBill; the 24 columns of the older table are an option`,
  },
  {
    behaviour:
      'the bill ends its lines with LF and has no byte order mark; no fee is taken from what a merchant can refund',
    kind: 'guess',
    source: 'the published examples show neither',
  },
  {
    behaviour:
      'the bill of a day is there at 10:00 the next day, "Bill Creating" from 9:00, three months, no trade no bill',
    kind: 'document',
    source: `${documents}: downloadBill; that older dates are "invalid bill_date" is a guess`,
  },
];
