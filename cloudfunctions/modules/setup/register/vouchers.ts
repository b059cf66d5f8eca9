import { placeName } from '../../../../types/place';
import type { ReadRow } from '../sheets/layout';
import type { VoucherRow } from '../sheets/voucherSheet';
import type { ChargeContext } from './context';
import { homeOf } from './homes';
import { voucherIdOf } from './ids';
import type { VoucherStep } from './step';

/** What a voucher says where the file gives no reason. */
const carriedOver = '期初抵扣券，按原系统结转';

/** 抵扣券: vouchers of the old books that are still good, with what is left of them. One that is booked may have expired since. */
export function readVouchers(
  rows: readonly ReadRow<VoucherRow>[],
  context: ChargeContext,
): readonly VoucherStep[] {
  const firsts = new Map<string, ReadRow<VoucherRow>>();
  return rows.flatMap((row) => {
    const step = voucherStep(row, context);
    if (!step) return [];
    const first = firsts.get(step.key);
    if (!first) {
      firsts.set(step.key, row);
      return [step];
    }
    const title = `和第 ${first.row} 行是同一张券`;
    if (row.value.number === undefined)
      context.findings.add(
        row,
        { title, fix: '同一套房同一天到期的合成一行，或者写上不同的券号' },
        'expiresOn',
      );
    else context.findings.add(row, { title, fix: '同一套房的券号不能重复，请核对' }, 'number');
    return [];
  });
}

function voucherStep(row: ReadRow<VoucherRow>, context: ChargeContext): VoucherStep | undefined {
  const { findings, known, today } = context;
  const home = homeOf(row, context.homes, findings);
  if (!home) return undefined;
  const { homeId, place } = home;
  const { number, expiresOn, reason, amount } = row.value;
  const key = voucherIdOf(homeId, number ?? expiresOn);
  if (expiresOn < today && !known.vouchers.has(key)) {
    findings.add(row, { title: '这张券已经过期', fix: '只写还没有过期的券，过期的删掉这一行' }, 'expiresOn');
    return undefined;
  }
  return {
    kind: 'voucher',
    key,
    sheet: row.sheet,
    row: row.row,
    label: `${placeName(place)} ${number ?? `${expiresOn} 到期`}`,
    homeId,
    amount,
    expiresOn,
    reason: reason ?? carriedOver,
    fields: { amount, expiresOn, ...(reason === undefined ? {} : { reason }) },
    initial: { reason: carriedOver },
  };
}
