import { due } from '../../../platform/systemStore';
import { assignments, bills, chargeItems, homeAccounts, meters, readings } from '../../charging';
import { homes } from '../../community';
import { journals } from '../../ledger';
import { vouchers } from '../../payments';
import { households, residents, staffMembers } from '../../people';
import type { Step } from '../register/step';
import { openingJournalId } from './opening';
import { dueIdOf, voucherDue } from './openingVoucher';

/** A document by its collection and id. */
export type DocumentName = readonly [collection: string, id: string];

/** The documents a step looks at and may write; their ids follow from the step alone. */
export function documentsOf(step: Step): readonly DocumentName[] {
  switch (step.kind) {
    case 'home':
      return [
        [homes.name, step.homeId],
        [households.name, step.homeId],
      ];
    case 'tenure':
      return [
        [households.name, step.homeId],
        [residents.name, step.residentId],
      ];
    case 'staff':
      return [[staffMembers.name, step.staffId]];
    case 'item':
      return [[chargeItems.name, step.itemId]];
    case 'meter':
      return [[meters.name, step.meterId]];
    case 'assignment':
      return [[assignments.name, step.assignmentId]];
    case 'arrear':
      return [
        [bills.name, step.key],
        [homeAccounts.name, step.homeId],
        [chargeItems.name, step.itemId],
        [journals.name, openingJournalId(step.key)],
      ];
    case 'prepaid':
      return [
        [homeAccounts.name, step.homeId],
        [journals.name, openingJournalId(step.key)],
      ];
    case 'voucher':
      return [
        [vouchers.name, step.key],
        [homeAccounts.name, step.homeId],
        [journals.name, openingJournalId(step.key)],
        [due.name, dueIdOf(voucherDue(step))],
      ];
    case 'reading':
      return step.fields.replaced === undefined
        ? [[readings.name, step.key]]
        : [
            [readings.name, step.key],
            [meters.name, step.meterId],
          ];
  }
}
