import { actName, actsOf } from './caseActs';

test('only what may be done is offered, the most pressing first', () => {
  const can = ['tickets.cancel', 'ticketWork.why', 'tickets.correct', 'tickets.answer'];
  expect(actsOf({ can }).map(actName)).toEqual(['书面答复', '更正类型', '取消工单']);
  expect(actsOf({ can: [] })).toEqual([]);
});
