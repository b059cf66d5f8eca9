import type { AuditNote } from '../../../kernel/audit';
import type { Workload } from './workload';

/** Who came on duty or went off it. */
export function dutyNote(
  what: 'dutyBegun' | 'dutyEnded',
  { _id, communityId }: Pick<Workload, '_id' | 'communityId'>,
): AuditNote {
  return { what, beneficiary: { communityId }, subjects: [`staffMembers/${_id}`] };
}
