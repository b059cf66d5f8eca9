import type { Findings } from './findings';
import type { Homes, Party } from './homes';
import type { Items } from './items';
import type { Known, Moment } from './known';

/** What every sheet about charges rests on: homes, people and items of the records and the file together. */
export interface ChargeContext extends Moment {
  readonly known: Known;
  readonly homes: Homes;
  readonly items: Items;
  readonly parties: ReadonlyMap<string, readonly Party[]>;
  /** Is this somebody of the home whose own row, or sheet, could not be read. */
  readonly isUnreadPerson: (homeId: string, name: string) => boolean;
  readonly findings: Findings;
}
