import type { ParsedOf } from '../../../types/contract';
import type { FinanceDesk } from '../../../types/contract/desk';
import { type Month, monthOf } from '../../../types/day';
import { addFen, noFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { communityById } from '../community';
import { channels } from '../ledger';
import { staffMembersByIds } from '../people';
import { sumsNow } from './countTotals';
import { arrearsOf, totalsOf } from './deskStore';
import { againstLastMonth } from './progress';
import { lowBelow, toCallOf } from './toCall';
import { collectionOf, lastBilledMonth, noSums, type Sums, trialBalanceOf } from './totals';
import { waitingWork } from './waitingWork';

/** Hundreds of journals a look at the desk may add up besides what the night has counted. */
const portionsPerLook = 60;

/** The finance desk: sums of journals' lines, up to some seconds ago. */
export async function financeDesk(
  { communityId, month: asked }: ParsedOf<'desk.finance'>,
  { now, today }: Context,
): Promise<Outcome<FinanceDesk>> {
  const [community, kept, arrears, waiting] = await Promise.all([
    communityById(communityId),
    totalsOf(communityId),
    arrearsOf(communityId),
    waitingWork(communityId),
  ]);
  if (!community) return refused('NOT_ALLOWED');
  const { sums, isWhole } = await sumsNow(
    communityId,
    { ...noSums, ...kept },
    { now, portions: portionsPerLook },
  );
  // The contract has checked that it is a month.
  const month = (asked as Month | undefined) ?? lastBilledMonth(sums) ?? monthOf(today);
  const collection = collectionOf(sums, month);
  const against = againstLastMonth(sums.progress, month, today);
  return granted({
    communityName: community.name,
    month,
    today: { day: today, ...receivedOn(sums, today) },
    collection: {
      ...collection,
      lowBelow,
      ...(against === undefined ? {} : { againstLastMonth: against }),
      ...(await toCallOf(communityId, collection.buildings, month)),
    },
    arrears: arrears?.ages ?? [],
    cash: await cashInHands(sums),
    ...waiting,
    trialBalance: trialBalanceOf(sums),
    ...(!isWhole && sums.countedTo ? { countedTo: sums.countedTo.at } : {}),
  });
}

function receivedOn({ received }: Sums, day: string): Pick<FinanceDesk['today'], 'received' | 'byChannel'> {
  const byChannel = channels.map((channel) => {
    const row = received.find((each) => each.day === day && each.channel === channel);
    return { channel, amount: row?.amount ?? noFen, count: row?.count ?? 0 };
  });
  return { received: addFen(...byChannel.map(({ amount }) => amount)), byChannel };
}

async function cashInHands({ cash }: Sums): Promise<FinanceDesk['cash']> {
  const names = new Map(
    (await staffMembersByIds(cash.map(({ holder }) => holder))).map(({ _id, name }) => [_id, name]),
  );
  return cash.map(({ holder, amount }) => ({ staffId: holder, name: names.get(holder) ?? '', amount }));
}
