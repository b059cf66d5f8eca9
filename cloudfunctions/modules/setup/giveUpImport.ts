import type { ParsedOf } from '../../../types/contract';
import type { ImportView } from '../../../types/contract/setup';
import { changes, joined, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { jobOf } from '../../platform/jobStore';
import { startJob } from '../../platform/jobs';
import { communityById } from '../community';
import { hasOwnBookings } from '../ledger';
import { answerBegun, type MadeImport } from './checkImport';
import { importById, imports } from './importStore';

/**
 * Row G6: gives up a first import that has begun: while nobody sees the community, all it has brought in is taken out again, its
 * arrears, prepayments and vouchers with it. A later import only goes on. Refuses IMPORT_NOT_RUNNING, IMPORT_ONLY_GOES_ON, and
 * IMPORT_IN_USE where somebody has booked anything since.
 */
export const giveUpImport: Changing<ParsedOf<'setup.giveUpImport'>, void, MadeImport, ImportView> = {
  decide: async ({ importId }, { now }): Promise<Decision<MadeImport>> => {
    const record = await importById(importId);
    if (!record) return toRefuse('NOT_ALLOWED');
    const { communityId, state } = record;
    if (state !== 'applying' && state !== 'undoing') return toRefuse('IMPORT_NOT_RUNNING');
    const [community, job, isInUse] = await Promise.all([
      communityById(communityId),
      jobOf('undoImport', importId),
      hasOwnBookings(communityId),
    ]);
    if (community?.state !== 'preparing') return toRefuse('IMPORT_ONLY_GOES_ON');
    if (isInUse) return toRefuse('IMPORT_IN_USE');
    // Asked for before, and going on by itself.
    if (state === 'undoing' && job?.state === 'waiting') return toDo({ importId }, changes({}));
    return toDo(
      { importId },
      joined(
        changes({
          writes: [replace(imports, record, { ...record, state: 'undoing' })],
          audit: [
            { what: 'importUndoBegun', beneficiary: { communityId }, subjects: [`imports/${importId}`] },
          ],
        }),
        startJob({ kind: 'undoImport', key: importId, communityId, input: { importId } }, job, now),
      ),
    );
  },
  answer: answerBegun,
};
