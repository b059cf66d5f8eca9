import type { ImportKind, ImportRow } from '../../../../types/contract/setup';
import { placeName } from '../../../../types/place';
import type { SheetKind, Workbook } from '../sheets/workbook';
import type { Known } from './known';
import type { Step } from './step';

/** What is on record but not in the file, of the sheets the file has. Nothing happens to it: a missing row never deletes. */
export function missingRows(
  steps: readonly Step[],
  { present }: Pick<Workbook, 'present'>,
  known: Known,
): readonly ImportRow[] {
  const named = new Set(steps.map((step) => `${step.kind} ${idOf(step)}`));
  return onRecord(known)
    .filter(({ sheet, kind, id }) => present.has(sheet) && !named.has(`${kind} ${id}`))
    .map(({ kind, label }) => ({ kind, label, changes: [] }));
}

/** The id of what a step is about. */
function idOf(step: Step): string {
  switch (step.kind) {
    case 'home':
      return step.homeId;
    case 'tenure':
      return step.tenureId;
    case 'staff':
      return step.staffId;
    case 'item':
      return step.itemId;
    case 'meter':
      return step.meterId;
    case 'assignment':
      return step.assignmentId;
    default:
      return step.key;
  }
}

interface Recorded {
  readonly sheet: SheetKind;
  readonly kind: ImportKind;
  readonly id: string;
  readonly label: string;
}

function onRecord({
  homes,
  households,
  residents,
  staff,
  items,
  meters,
  assignments,
}: Known): readonly Recorded[] {
  const names = new Map(residents.map(({ _id, name }) => [_id, name]));
  const places = new Map(homes.map(({ _id, place }) => [_id, placeName(place)]));
  const itemNames = new Map(items.map(({ _id, name }) => [_id, name]));
  return [
    ...homes.map(
      ({ _id, place }) => ({ sheet: 'homes', kind: 'home', id: _id, label: placeName(place) }) as const,
    ),
    ...households.flatMap(({ place, tenures }) =>
      tenures
        .filter(({ origin, to }) => origin === 'register' && to === undefined)
        .map(({ id, residentId }) => {
          const label = `${placeName(place)} ${names.get(residentId) ?? ''}`;
          return { sheet: 'residents', kind: 'tenure', id, label } as const;
        }),
    ),
    ...staff
      .filter(({ to }) => to === undefined)
      .map(({ _id, name }) => ({ sheet: 'staff', kind: 'staff', id: _id, label: name }) as const),
    ...items.map(({ _id, name }) => ({ sheet: 'items', kind: 'item', id: _id, label: name }) as const),
    ...meters.map(({ _id, homeId, serial }) => {
      const label = `${places.get(homeId) ?? ''} 表 ${serial}`;
      return { sheet: 'meters', kind: 'meter', id: _id, label } as const;
    }),
    ...assignments
      // A meter's goes with its meter: one that is missing is told once.
      .filter(({ to, subject }) => to === undefined && subject?.kind !== 'meter')
      .map(({ _id, homeId, chargeItemId, subject }) => {
        const label = `${places.get(homeId) ?? ''} ${itemNames.get(chargeItemId) ?? ''}`;
        const sheet = subject ? 'parking' : 'assignments';
        return { sheet, kind: 'assignment', id: _id, label } as const;
      }),
  ];
}
