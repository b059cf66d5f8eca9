import type { ActionName, InputOf } from '../../../types/contract';
import { type Persona, people } from './community';
import { openidOf, type World } from './world';

type Doors<A extends ActionName> = {
  readonly [K in A]: { input: InputOf<K>; people: readonly Persona[] };
};

const homeId = 'yunqi-1201';
const members: readonly Persona[] = ['owner', 'family', 'tenant'];
const orderId = 'receipted';

/** Order `receipted`: the owner paid it, for a bill of the owner's, which a tenant does not see. */
export async function seedPaid(world: World): Promise<void> {
  const at = world.ports.now();
  const bill = { billId: 'gone', liablePartyId: 'resident-t-owner', principal: 100, lateFee: 0 };
  const choice = { bills: [{ ...bill, vouchers: [], prepaid: 0, money: 100 }], amount: 100 };
  await world.seed('paymentOrders', {
    ...{ _id: orderId, communityId: 'yunqi', homeId, place: '3栋2单元1201', state: 'paid' },
    ...{ payerOpenid: openidOf('owner'), payerName: '张三', partyId: 'resident-t-owner', payeeId: 'payee' },
    ...{ channel: 'wechat', choice, toPrepaid: 0, amount: 100, createdAt: at, expiresAt: at, paidAt: at },
  });
}

/** Who may do what about payments: written by hand a second time. */
export const paymentDoors: Doors<Extract<ActionName, `payments.${string}`>> = {
  'payments.seeHome': { input: {}, people },
  'payments.preview': { input: { homeId }, people: members },
  'payments.payOpenBills': { input: { homeId, expectedAmount: 0 }, people: members },
  'payments.prepayOffer': { input: { homeId }, people: members },
  'payments.prepay': { input: { homeId, amount: 999_999_999 }, people: members },
  // Of one person: who pays it.
  'payments.cancelOrder': { input: { orderId }, people: ['owner'] },
  'payments.confirmPayment': { input: { orderId }, people: ['owner'] },
  'payments.receipt': {
    input: { orderId },
    people: ['owner', 'family', 'customerService', 'finance', 'projectManager'],
  },
  'payments.myReceipts': { input: {}, people },
  'payments.homeReceipts': { input: { homeId }, people: [...members, 'customerService', 'finance'] },
  'payments.refund': {
    input: {
      orderId,
      lines: [{ billId: 'gone', line: 1, amount: 1 }],
      afterwards: 'reopen',
      reason: '多收',
    },
    people: ['finance'],
  },
  'payments.refundPrepaid': { input: { orderId, amount: 1, reason: '退房' }, people: ['finance'] },
  'payments.grantVoucher': {
    input: { homeId, amount: 100, expiresOn: '2026-01-01', reason: '节能挑战赛' },
    people: ['finance'],
  },
};
