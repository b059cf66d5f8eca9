import type { ReadRow } from '../sheets/layout';
import type { ChargeContext } from './context';
import type { Party } from './homes';
import { developerOf } from './ids';

/** Who owes where nobody is named: the first owner; the developer while a home has none. */
export function usualParty(homeId: string, { parties, known }: ChargeContext): string {
  const owner = (parties.get(homeId) ?? []).find(({ relation }) => relation === 'owner');
  return owner?.residentId ?? developerOf(known.community._id);
}

/** The person a row names among those of its home; a complaint where there is none or more than one, and that person's own row has none. */
export function namedParty<Row extends { readonly party: string | undefined }>(
  row: ReadRow<Row>,
  homeId: string,
  { parties, findings, isUnreadPerson }: ChargeContext,
): Party | undefined {
  const there = parties.get(homeId) ?? [];
  const named = there.filter(({ name }) => name === row.value.party);
  const ids = new Set(named.map(({ residentId }) => residentId));
  if (ids.size === 1) return named[0];
  if (ids.size === 0 && isUnreadPerson(homeId, row.value.party ?? '')) return undefined;
  const names = [...new Set(there.map(({ name }) => name))].join('、');
  const fix =
    ids.size > 1
      ? '这套房有两位同名的住户，请在“住户”表里区分开'
      : names === ''
        ? '先在“住户”表里登记这位住户'
        : `这套房登记的是：${names}`;
  findings.add(row, { title: '缴费人不在这套房里', fix }, 'party');
  return undefined;
}
