import type { TicketView } from '../../../../types/contract/tickets';
import { type RefusalCode, refused } from '../../../../types/refusal';
import { isOutdated } from './outdated';

const refusalOf = (code: RefusalCode) => {
  const outcome = refused(code);
  if (outcome.ok) throw new Error('it was not refused');
  return outcome.refusal;
};
const offering = (ticketId: string) => ({ offered: [{ ticketId } as TicketView] });

test('that a colleague has it stands until it is offered to me', () => {
  const taken = refusalOf('TICKET_TAKEN');
  expect(isOutdated(taken, 'a', { offered: [] })).toBe(false);
  expect(isOutdated(taken, 'a', offering('b'))).toBe(false);
  expect(isOutdated(taken, 'a', offering('a'))).toBe(true);
});

test('what else went wrong with an offer is said while it is offered', () => {
  expect(isOutdated(refusalOf('UNREACHABLE'), 'a', offering('a'))).toBe(false);
});
