import { billText } from '../bill/billText';
import { parseBill } from '../bill/parseBill';
import type { BillOutcome, BillReference } from '../port';
import { textOf } from '../values';
import type { Answer } from './answer';
import { askCloudPay } from './ask';
import { nonce } from './orders';
import { notDecided } from './refusal';

/** The file comes as it is or zipped; where there is none, an answer takes its place, as JSON or in WeChat's older XML. */
export async function downloadBill({ merchantId, day }: BillReference): Promise<BillOutcome> {
  const asked = await askCloudPay('downloadBill', {
    subMchId: merchantId,
    nonceStr: nonce(),
    billDate: day.replaceAll('-', ''),
    billType: 'ALL',
    tarType: 'GZIP',
  });
  return 'kind' in asked ? asked : billOf(asked.answer);
}

export function billOf(answer: Answer): BillOutcome {
  if (answer.data === undefined) return missingBill(textOf(answer.returnMsg));
  const text = billText(answer.data);
  if (text === undefined) return { kind: 'malformed', problem: 'empty', line: 0 };
  const sorry = sorryIn(text);
  return sorry === undefined ? parseBill(text) : missingBill(sorry);
}

/** `<xml>…<return_msg>No Bill Exist` or `{"return_msg": …}` where a file was expected. */
function sorryIn(text: string): string | undefined {
  if (!/^\s*[<{]/.test(text)) return undefined;
  return /return_msg>?"?\s*[:]?\s*"?(?:<!\[CDATA\[)?([^"\]<]+)/.exec(text)?.[1] ?? text.slice(0, 100);
}

function missingBill(message: string): BillOutcome {
  if (/no bill exist/i.test(message)) return { kind: 'noBill' };
  if (/bill creating/i.test(message)) return { kind: 'notYet' };
  return notDecided(message || 'no bill');
}
