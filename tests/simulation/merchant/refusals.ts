type Fields = Readonly<Record<string, unknown>>;

export interface Refused {
  readonly status: number;
  readonly fields: Fields;
}

/** Status and code of APIv3 for those of API v2, by code or, where v2 has none of its own, by its words. */
const worded: readonly (readonly [words: RegExp, status: number, code: string])[] = [
  [/5分钟/, 400, 'INVALID_REQUEST'],
  [/^ORDERPAID/, 400, 'ORDERPAID'],
  [/^ORDERCLOSED/, 400, 'ORDER_CLOSED'],
  [/^USERPAYING/, 202, 'USERPAYING'],
  [/^ORDERNOTEXIST/, 404, 'ORDER_NOT_EXIST'],
  [/^REFUNDNOTEXIST/, 404, 'RESOURCE_NOT_EXISTS'],
  [/^NOTENOUGH/, 403, 'NOT_ENOUGH'],
  [/订单号重复/, 403, 'OUT_TRADE_NO_USED'],
  [/No Bill Exist/, 400, 'NO_STATEMENT_EXIST'],
  [/Bill Creating/, 400, 'STATEMENT_CREATING'],
  [/SYSTEMERROR/, 500, 'SYSTEM_ERROR'],
];

/** A refusal of the simulator's in the words of APIv3; undefined where it has done what it was asked. */
export function refusalOf({ return_code, result_code, ...said }: Fields): Refused | undefined {
  if (return_code === 'SUCCESS' && result_code === 'SUCCESS') return undefined;
  const message = String(said.err_code_des ?? said.return_msg ?? '');
  const text = `${said.err_code ?? ''} ${message}`.trim();
  const found = worded.find(([words]) => words.test(text));
  const [, status = 400, code = 'INVALID_REQUEST'] = found ?? [];
  return { status, fields: { code, message } };
}
