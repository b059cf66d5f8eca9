import type { InputOf } from '../../../../types/contract';

type Figure = InputOf<'desk.lines'>['figure'];
type Age = Extract<Figure, { kind: 'arrears' }>['age'];

/** The figure that was tapped, as the page's parameters carry it. Undefined where they name none. */
export function figureOf(kind: string | undefined, of: string | undefined): Figure | undefined {
  switch (kind) {
    case 'receivedToday':
      return of === undefined ? { kind } : { kind, channel: of };
    case 'building':
      return of === undefined ? undefined : { kind, building: of };
    case 'arrears':
      return isAge(of) ? { kind, age: of } : undefined;
    case 'cash':
      return of === undefined ? undefined : { kind, staffId: of };
    case 'account':
      return of === undefined ? undefined : { kind, account: of };
    default:
      return undefined;
  }
}

function isAge(of: string | undefined): of is Age {
  return of === 'notDue' || of === 'to30' || of === 'to90' || of === 'to365' || of === 'beyond';
}
