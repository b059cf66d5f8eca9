import { questionSteps } from './questionSteps';

const now = Date.parse('2026-11-16T14:36:00+08:00');
const question = { text: '水表读数不对', askedAt: now - 60_000 };

test('an open question waits for finance, which is said', () => {
  const steps = questionSteps(question, now);
  expect(steps.map(({ state }) => state)).toEqual(['next', 'now']);
  expect(steps[0]?.line).toContain('不用缴');
});

test('an answer stands on top with its own time', () => {
  const [answer] = questionSteps({ ...question, answer: '已重抄', answeredAt: now }, now);
  expect(answer).toEqual({ title: '财务答复：已重抄', state: 'done', time: '今天 14:36' });
});
