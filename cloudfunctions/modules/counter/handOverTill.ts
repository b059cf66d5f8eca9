import type { ParsedOf } from '../../../types/contract';
import type { HandOver } from '../../../types/contract/counter';
import { fen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { staffIdIn } from '../../kernel/caller';
import { changes, create, replace } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { staffMemberById } from '../people';
import { handOverById, handOvers, tillOf, tills } from './counterStore';
import { handOverView } from './handOverView';
import { handOver } from './till';

type Made = { readonly handOverId: string };

export async function answerHandOver({ handOverId }: Made): Promise<Outcome<HandOver>> {
  const record = await handOverById(handOverId);
  return record ? granted(await handOverView(record)) : refused('NOT_ALLOWED');
}

/** Row C4: the day's money is handed over; finance is told. Nothing is posted until finance has it. Refuses NO_CASH_TO_HAND_OVER. */
export const handOverTill: Changing<ParsedOf<'counter.handOver'>, void, Made, HandOver> = {
  decide: async ({ communityId, counted, note }, { caller, now, today }) => {
    const staffId = staffIdIn(caller, communityId);
    if (!staffId) return toRefuse('NOT_ALLOWED');
    const [till, member] = await Promise.all([tillOf(staffId), staffMemberById(staffId)]);
    if (!till) return toRefuse('NO_CASH_TO_HAND_OVER');
    const name = member?.name ?? '';
    const by = {
      openid: caller.openid,
      name,
      counted: fen(counted),
      ...(note === undefined ? {} : { note }),
    };
    const done = handOver(till, by, { now, today });
    if (!done.ok) return { kind: 'refuse', refusal: done.refusal };
    const handOverId = done.value.handOver._id;
    return toDo(
      { handOverId },
      changes({
        writes: [replace(tills, till, done.value.till), create(handOvers, done.value.handOver)],
        audit: [
          {
            what: 'tillHandedOver',
            beneficiary: { communityId },
            subjects: [`handOvers/${handOverId}`],
            facts: { onBooks: till.taken.cash.amount, counted },
          },
        ],
        messages: [{ to: { duty: 'finance' }, kind: 'handOverWaits', words: { name, amount: counted } }],
      }),
    );
  },
  answer: answerHandOver,
};
