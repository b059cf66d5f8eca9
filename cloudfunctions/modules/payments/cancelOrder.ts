import type { ParsedOf } from '../../../types/contract';
import type { OrderStanding } from '../../../types/contract/payments';
import { changes, joined, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { homeAccountOf, homeAccounts } from '../charging';
import { householdOf } from '../people';
import type { OrderMade } from './beginOrder';
import { orderById } from './paymentsStore';
import { answerStanding } from './standing';
import { superseded } from './supersede';
import { topicsOfHome } from './told';

/** The payer came back without paying: bills, vouchers and the home are free at once. Money that comes all the same is looked after. */
export const cancelOrder: Changing<ParsedOf<'payments.cancelOrder'>, void, OrderMade, OrderStanding> = {
  decide: async ({ orderId }, { caller, now, today }): Promise<Decision<OrderMade>> => {
    const order = await orderById(orderId);
    if (!order) return toRefuse('NOT_ALLOWED');
    const { homeId, communityId, state } = order;
    const [account, household] = await Promise.all([homeAccountOf(homeId), householdOf(homeId)]);
    if (!account || (state !== 'creating' && state !== 'live')) return toDo({ orderId }, changes({}));
    const room = superseded(account, order, now);
    return toDo(
      { orderId },
      joined(
        room.changes,
        changes({
          writes: [replace(homeAccounts, account, room.account)],
          audit: [
            {
              what: 'orderCancelled',
              beneficiary: { openid: caller.openid, homeId, communityId },
              subjects: [`paymentOrders/${orderId}`],
            },
          ],
          topics: topicsOfHome(household, caller.openid, today),
        }),
      ),
    );
  },
  answer: answerStanding,
};
