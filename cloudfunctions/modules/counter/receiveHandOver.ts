import type { ParsedOf } from '../../../types/contract';
import type { HandOver } from '../../../types/contract/counter';
import { staffIdIn } from '../../kernel/caller';
import { changes, create, replace } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { journalId, journals, linesForHandOver, posting } from '../ledger';
import { staffMemberById } from '../people';
import { handOverById, handOvers } from './counterStore';
import { answerHandOver } from './handOverTill';
import { received } from './till';

type Made = { readonly handOverId: string };

/**
 * Row C4: finance has counted the cash and signs for it; only now it is posted from the member of staff's hands to the bank, a difference
 * to its own account. Refuses HAND_OVER_ALREADY_RECEIVED, HAND_OVER_OWN.
 */
export const receiveHandOver: Changing<ParsedOf<'counter.receiveHandOver'>, void, Made, HandOver> = {
  decide: async ({ handOverId }, { caller, now, today }) => {
    const record = await handOverById(handOverId);
    if (!record) return toRefuse('NOT_ALLOWED');
    const { communityId, staffId, staffOpenid, taken, counted } = record;
    const mine = staffIdIn(caller, communityId);
    const name = (mine && (await staffMemberById(mine))?.name) || '';
    const done = received(record, { openid: caller.openid, name, at: now }, mine);
    if (!done.ok) return { kind: 'refuse', refusal: done.refusal };
    const lines = linesForHandOver({ holder: staffId, onBooks: taken.cash.amount, counted });
    const journal = () =>
      posting({
        _id: journalId('handOver', handOverId),
        communityId,
        kind: 'handOver',
        at: now,
        day: today,
        source: `handOvers/${handOverId}`,
        lines,
      });
    return toDo(
      { handOverId },
      changes({
        writes: [replace(handOvers, record, done.value)],
        // A day without cash (cards only) moves nothing.
        journal: lines.length > 0 ? [create(journals, journal())] : [],
        audit: [
          {
            what: 'handOverReceived',
            beneficiary: { openid: staffOpenid, communityId },
            subjects: [`handOvers/${handOverId}`],
            facts: { onBooks: taken.cash.amount, counted },
          },
        ],
        topics: [{ openid: staffOpenid, topic: 'work' }],
      }),
    );
  },
  answer: answerHandOver,
};
