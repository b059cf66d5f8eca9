import { questionLine } from './questionWords';

const now = Date.parse('2026-11-23T14:20:00+08:00');

test('a question is shown with its time; a long one as far as a row goes', () => {
  expect(questionLine({ text: '水表读数不对', askedAt: now }, now)).toBe('今天 14:20，水表读数不对');
  const long = questionLine({ text: '长'.repeat(200), askedAt: now }, now);
  expect(long).toBe(`今天 14:20，${'长'.repeat(36)}…`);
});
