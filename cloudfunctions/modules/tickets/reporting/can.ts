import type { ActionName } from '../../../../types/contract';
import type { ClockKind } from '../../../../types/ticket';
import { isRunning } from '../clocks';
import { isRatedByPhone } from '../finder';
import { type Move, type MoveName, type Mover, moves, openStates } from '../life';
import type { Ticket } from '../ticket';
import { revisitDue, revisitsUpTo } from '../work/ending/revisit';
import { mayOpenContact, moversOf, type Reader } from './reader';

type TicketAction = Extract<ActionName, `tickets.${string}` | `ticketWork.${string}`>;

/** When an action on one ticket may be asked for. */
interface May {
  /** The moves it makes: where none of them begins, it may not be asked for. */
  readonly moves?: readonly MoveName[];
  /** Who may; narrower than the moves' own movers where the route is. */
  readonly by: readonly Mover[];
  readonly when?: (ticket: Ticket) => boolean;
}

const owners: readonly Mover[] = ['reporter'];
const ownersOrService: readonly Mover[] = ['reporter', 'customerService'];
const leaders: readonly Mover[] = ['supervisor', 'projectManager'];
const desks: readonly Mover[] = ['customerService', ...leaders];
const worker: readonly Mover[] = ['assignee'];
const isOpen = ({ state }: Ticket) => openStates.includes(state);
const isAtWork = ({ state }: Ticket) => state === 'working';
const runs =
  (...kinds: readonly ClockKind[]) =>
  ({ clocks }: Ticket) =>
    clocks.some((clock) => kinds.includes(clock.kind) && isRunning(clock));
/** Every action on one ticket, as the routes and the table of moves have it; the routes decide, this only shows the buttons. */
export const actions: Partial<Readonly<Record<TicketAction, May>>> = {
  'tickets.add': { by: ownersOrService, when: isOpen },
  'tickets.cancel': { by: ownersOrService, moves: ['cancel'] },
  'tickets.confirmAppointment': {
    ...{ by: ownersOrService, moves: ['confirmAppointment'] },
    when: ({ appointment }) => appointment?.isConfirmed === false,
  },
  'tickets.acceptWork': { by: owners, moves: ['acceptWork'] },
  'tickets.rejectWork': {
    ...{ by: ownersOrService, moves: ['rejectWork'] },
    when: ({ channel }) => channel !== 'linked',
  },
  'tickets.rate': { by: owners, moves: ['rate'], when: ({ rating }) => rating === undefined },
  'tickets.judgeAnswer': { by: ownersOrService, moves: ['dispute', 'acceptAnswer'] },
  'tickets.answer': { by: desks, moves: ['answer'] },
  'tickets.grade': { by: desks, when: ({ type, state }) => type === 'complaint' && state === 'answering' },
  'tickets.correct': {
    by: ['customerService', 'supervisor'],
    when: ({ state, channel }) =>
      channel !== 'linked' &&
      ['waiting', 'offered', 'accepted', 'working', 'paused', 'answering'].includes(state),
  },
  'ticketWork.why': { by: ['assignee', ...desks], when: ({ dispatch }) => dispatch !== undefined },
  'ticketWork.colleagues': {
    by: ['assignee', ...leaders],
    when: ({ state }) => ['waiting', 'offered', 'accepted', 'paused'].includes(state),
  },
  'ticketWork.accept': { by: worker, moves: ['accept'] },
  'ticketWork.decline': { by: worker, moves: ['decline'] },
  'ticketWork.transfer': { by: worker, moves: ['transfer'] },
  'ticketWork.override': { by: leaders, moves: ['override'] },
  'ticketWork.checkIn': { by: worker, moves: ['checkIn'] },
  'ticketWork.tick': { by: worker, when: isAtWork },
  'ticketWork.addPhotos': { by: worker, when: isAtWork },
  'ticketWork.setMaterials': { by: worker, when: isAtWork },
  'ticketWork.pause': { by: ['assignee', 'supervisor'], moves: ['pause'] },
  'ticketWork.resume': { by: ['assignee', 'supervisor'], moves: ['resume'] },
  'ticketWork.postpone': { by: worker, moves: ['postpone'] },
  'ticketWork.finish': { by: worker, moves: ['finish'] },
  'ticketWork.takeRating': { by: ['customerService'], moves: ['rate'], when: isRatedByPhone },
  'ticketWork.giveUpRating': { by: ['customerService'], when: isRatedByPhone },
  'ticketWork.plan': { by: desks, when: runs('plan') },
  'ticketWork.afterCheck': { by: leaders, when: ({ afterCheck }) => afterCheck?.state === 'due' },
};

/** What this reader may ask for now, by the table of moves and the reader's duties. */
export function canOf(ticket: Ticket, reader: Reader): readonly TicketAction[] {
  const movers = moversOf(reader);
  const names = (Object.keys(actions) as TicketAction[]).filter((name) => {
    const may = actions[name];
    return may !== undefined && mayBe(may, ticket, movers);
  });
  const revisit = revisitDue(ticket);
  const isRevisitor = revisit !== undefined && revisitsUpTo(reader.duties) >= revisit.level;
  return [
    ...names,
    ...(isRevisitor ? (['ticketWork.revisit'] as const) : []),
    ...(mayOpenContact(ticket, reader) ? (['ticketWork.openContact'] as const) : []),
  ];
}

function mayBe({ moves: names, by, when }: May, ticket: Ticket, movers: readonly Mover[]): boolean {
  const mine = movers.filter((mover) => by.includes(mover));
  if (mine.length === 0 || when?.(ticket) === false) return false;
  return (
    names === undefined ||
    names.some((name) => {
      const move: Move = moves[name];
      return move.from.includes(ticket.state) && mine.some((mover) => move.by.includes(mover));
    })
  );
}
