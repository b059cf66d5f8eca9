import type { Relation } from '../../../types/role';

/** What somebody is to a home, as the staff read it. */
export const relationNames: Readonly<Record<Relation, string>> = {
  owner: '业主',
  family: '家人',
  tenant: '租客',
};
