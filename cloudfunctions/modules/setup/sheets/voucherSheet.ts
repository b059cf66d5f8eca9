import type { Day } from '../../../../types/day';
import type { Fen } from '../../../../types/money';
import { dayCell, optional, placeText, required, textUpTo, yuan } from './column';
import { type AtHome, atHome } from './homeSheets';
import type { SheetLayout } from './layout';

export interface VoucherRow extends AtHome {
  /** As the old books number it; needed where a home has two of the same last day. */
  readonly number: string | undefined;
  readonly expiresOn: Day;
  readonly reason: string | undefined;
  readonly amount: Fen;
}

export const voucherSheet: SheetLayout<VoucherRow> = {
  name: '抵扣券',
  aliases: ['优惠券', '代金券', '节能券'],
  columns: {
    ...atHome,
    number: optional('券号', placeText, '券编号'),
    expiresOn: required('截止日期', dayCell, '有效期至', '到期日期'),
    reason: optional('说明', textUpTo(40), '来源', '备注'),
    amount: required('抵扣券金额', yuan, '余额', '金额'),
  },
};
