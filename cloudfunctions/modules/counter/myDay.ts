import type { ParsedOf } from '../../../types/contract';
import type { CounterDay } from '../../../types/contract/counter';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { staffIdIn } from '../../kernel/caller';
import type { Context } from '../../kernel/routes';
import { ordersOfHandOver, receiptRow } from '../payments';
import { handOversBy, tillOf } from './counterStore';
import { handOverHead } from './handOverView';
import { counterChannels, handOverIdOf, newTill } from './till';

/** What the asker has taken since the last hand-over (C4). */
export async function myDay(
  { communityId }: ParsedOf<'counter.myDay'>,
  { caller }: Context,
): Promise<Outcome<CounterDay>> {
  const staffId = staffIdIn(caller, communityId);
  if (!staffId) return refused('NOT_ALLOWED');
  const till = (await tillOf(staffId)) ?? newTill(staffId, communityId);
  const [orders, records] = await Promise.all([
    ordersOfHandOver(staffId, handOverIdOf(till)),
    handOversBy(staffId),
  ]);
  return granted({
    staffId,
    cashInHand: till.taken.cash.amount,
    byChannel: counterChannels.map((channel) => ({ channel, ...till.taken[channel] })),
    receipts: orders.map(receiptRow),
    handOvers: records.map(handOverHead),
  });
}
