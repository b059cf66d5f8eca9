import type { OwnerPhone } from '../owner/ownerPhone';
import type { Crew } from './crew';

export interface ThreePhones {
  readonly owner: OwnerPhone;
  readonly engineer: OwnerPhone;
  readonly supervisor: OwnerPhone;
}

/** The phones of the owner of 1201, of engineer zhang and of supervisor lin, each with the mini-program open. */
export async function threePhones({ town }: Crew): Promise<ThreePhones> {
  return {
    owner: await town.phoneOf('owner'),
    engineer: await town.phoneOf('zhang'),
    supervisor: await town.phoneOf('lin'),
  };
}
