import type { SupervisorBoard } from '../../../../types/contract/ticketDesks';

/** That the plan is drawn of a part of what is open, of which, and where the rest is seen; undefined where all is drawn. */
export function undrawnWords(undrawn: SupervisorBoard['undrawn']): string | undefined {
  if (!undrawn) return undefined;
  const { drawn, of } = undrawn;
  return `没办完的共 ${of} 件，这里只数了 ${drawn} 件：先数紧急的，再数最久没有动的。点开一栋楼，能看到它的全部。`;
}
