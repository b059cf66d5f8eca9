import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { billText } from '../bill/billText';
import { parseBill } from '../bill/parseBill';
import type { BillOutcome, BillReference } from '../port';
import { textOf } from '../values';
import { askMerchantApi, downloadFile } from './ask';
import { means, otherwise } from './refusal';

/** WeChat names a file for five minutes and its SHA-1; the file itself comes unsigned, so the sum is what proves it. */
export async function downloadBill({ merchantId, day }: BillReference): Promise<BillOutcome> {
  const path = `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`;
  const said = await askMerchantApi({ method: 'GET', path, merchantId });
  if (said.kind === 'unavailable') return said;
  if (said.kind === 'refused') {
    if (means(said, /账单文件不存在|no bill exist/i, 'NO_STATEMENT_EXIST')) return { kind: 'noBill' };
    if (means(said, /账单.*生成中|bill creating/i, 'STATEMENT_CREATING')) return { kind: 'notYet' };
    return otherwise(said);
  }
  const file = await downloadFile(textOf(said.fields.download_url), said.settings);
  if (!Buffer.isBuffer(file)) return file;
  const bytes = unpacked(file);
  if (
    !bytes ||
    createHash('sha1').update(bytes).digest('hex') !== textOf(said.fields.hash_value).toLowerCase()
  )
    return { kind: 'unavailable', reason: 'the bill came damaged' };
  return parseBill(billText(bytes) ?? '');
}

function unpacked(file: Buffer): Buffer | undefined {
  try {
    return gunzipSync(file, { maxOutputLength: longestBill });
  } catch {
    return undefined;
  }
}

/** Ours. */
const longestBill = 256 * 1024 * 1024;
