import { moves } from '../../cloudfunctions/modules/tickets/life';
import { stepTitle } from '../../src/packages/tickets/ticket/ticketWords';

/** Steps that no move makes. */
const others = [
  ...['reported', 'added', 'corrected', 'graded', 'revisited', 'planned'],
  ...['escalated', 'revisitMissed', 'appointmentUnanswered', 'afterChecked'],
];

test.each([...Object.keys(moves), ...others])('the timeline says %s in words of its own', (what) => {
  const unknown = stepTitle({ what: 'nothing of this name' });
  expect(stepTitle({ what })).not.toBe(unknown);
  expect(stepTitle({ what, by: '系统' })).not.toContain(unknown);
});
