import { day, type Instant, month, startOfDay } from '../../../../types/day';
import { type Fen, fen, noFen } from '../../../../types/money';
import { period } from '../../../../types/period';
import {
  choosePayment,
  emptyAccount,
  type HomeAccount,
  type OpenBill,
  type PaymentChoice,
} from '../../charging';
import { newOrder } from '../newOrder';
import type { PaymentOrder } from '../order';

export const today = day('2026-11-10');
export const now = (startOfDay(today) + 9 * 3_600_000) as Instant;

export const payee = {
  payeeId: 'payee',
  name: '云栖物业服务有限公司',
  merchantId: '1900000109',
  channel: 'cloudpay',
} as const;

/** A bill that owes its lines. */
export function open(billId: string, lines: readonly number[], part: Partial<OpenBill> = {}): OpenBill {
  return {
    billId,
    itemName: '物业费',
    purpose: 'propertyFee',
    period: period(month('2026-11'), 1),
    liablePartyId: 'wang',
    dueOn: day('2026-11-30'),
    amount: fen(lines.reduce((sum, amount) => sum + amount, 0)),
    credits: [],
    owed: lines.map((owed, index) => ({ no: index + 1, owed: fen(owed) })),
    lateFeePaid: noFen,
    isQuestioned: false,
    ...part,
  };
}

export function account(part: Partial<HomeAccount> = {}): HomeAccount {
  return { ...emptyAccount('h1', 'c1'), version: 3, ...part };
}

export function chosen(of: HomeAccount, partyIds: readonly string[] = ['wang']): PaymentChoice {
  const choosing = choosePayment(of, { payer: { openid: 'o-wang', partyIds }, today });
  if (choosing.kind === 'refused') throw new Error(choosing.reason);
  return choosing.choice;
}

export function ordered(
  of: HomeAccount,
  {
    id = 'order1',
    toPrepaid = noFen,
    choice = chosen(of),
  }: { id?: string; toPrepaid?: Fen; choice?: PaymentChoice } = {},
): PaymentOrder {
  const about = { communityId: 'c1', homeId: 'h1', place: '3栋2单元1201', communityName: '云栖苑' };
  const payer = { openid: 'o-wang', name: '王秀英' };
  return { ...newOrder({ ...about, id, payer, payee, partyId: 'wang', choice, toPrepaid, now }), version: 1 };
}
