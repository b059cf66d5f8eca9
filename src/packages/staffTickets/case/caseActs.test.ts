import { actName, actsOf, gradeWords } from './caseActs';

test('only what may be done is offered, the most pressing first', () => {
  const can = ['tickets.cancel', 'ticketWork.why', 'tickets.correct', 'tickets.answer', 'ticketWork.revisit'];
  const { first, others } = actsOf({ can });
  expect(first && actName(first)).toBe('书面答复');
  expect(others.map(actName)).toEqual(['记回访', '更正类型', '取消工单']);
});

test('what a caller says besides is written down too', () => {
  const { others } = actsOf({ can: ['tickets.cancel', 'tickets.rejectWork', 'tickets.add'] });
  expect(others.map(actName)).toEqual(['补记业主说的', '业主说还没修好', '取消工单']);
});

test('where nothing waits to be done nothing stands out', () => {
  expect(actsOf({ can: ['tickets.cancel', 'ticketWork.override'] })).toEqual({
    others: ['ticketWork.override', 'tickets.cancel'],
  });
  expect(actsOf({ can: [] })).toEqual({ others: [] });
});

test('a grade that nobody has given says so', () => {
  expect(gradeWords('critical', true)).toBe('特大（按内容自动判断，请核定）');
  expect(gradeWords('critical', undefined)).toBe('特大');
});
