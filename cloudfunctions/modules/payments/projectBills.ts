import { changes, type Due, replace, unchanged } from '../../kernel/changes';
import { type Decision, toDo } from '../../kernel/decision';
import { limits } from '../../kernel/limits';
import type { Ports } from '../../kernel/ports';
import { settle } from '../../platform/settle';
import { billAsItStands, bills, billsByIds, homeAccountOf, homeAccounts } from '../charging';
import { dueFor } from './dueKinds';

export interface Projecting {
  readonly homeId: string;
  readonly billIds: readonly string[];
  /** Whose due entry it is. */
  readonly orderId: string;
}

const author = { action: 'payments.projectBills', actor: { as: 'payments' } };

/**
 * Makes the bills' `credited` and `state` follow the home's account: a projection that may be made as often as one likes. What a dead
 * function has left the tick does again. Never fails its caller; gives whether all is as it should be.
 */
export async function projectBills({ homeId, billIds, orderId }: Projecting, ports: Ports): Promise<boolean> {
  let isDone = true;
  try {
    for (let from = 0; from < billIds.length; from += limits.billsPerProjection) {
      const some = billIds.slice(from, from + limits.billsPerProjection);
      const isLast = from + limits.billsPerProjection >= billIds.length;
      const done: readonly Due[] = isLast && isDone ? [dueFor('projectBills', orderId, 'never')] : [];
      const settled = await settle({ author, decide: () => decide(homeId, some, done) }, ports);
      isDone &&= settled.ok;
    }
    return isDone;
  } catch (error) {
    ports.log({ level: 'warning', what: 'billsNotProjected', facts: { orderId }, error });
    return false;
  }
}

async function decide(
  homeId: string,
  billIds: readonly string[],
  due: readonly Due[],
): Promise<Decision<true>> {
  const [account, found] = await Promise.all([homeAccountOf(homeId), billsByIds(billIds)]);
  return toDo(
    true,
    changes({
      expected: [unchanged(homeAccounts, homeId, account)],
      // Written even where nothing changes: so a slower run that read an older account finds its bill changed.
      writes: found.map((bill) => replace(bills, bill, { ...bill, ...billAsItStands(bill, account) })),
      audit: [
        {
          what: 'billsProjected',
          beneficiary: { homeId, communityId: account?.communityId },
          subjects: [`homeAccounts/${homeId}`],
        },
      ],
      due,
    }),
  );
}
