import { refused } from '../../../types/refusal';
import type { Answer } from '../../hooks/answer';
import { markup, words } from '../testing/markup';
import { AnswerBanner, Answered } from './Answered';

const asked = (answer: Answer<string>) => ({ answer, again: async () => undefined, take: () => undefined });
const drawn = (answer: Answer<string>) => (
  <Answered asked={asked(answer)} title="账单暂时看不到">
    {(value) => <>{value}</>}
  </Answered>
);

test('waiting is a skeleton, ready is the value', () => {
  expect(markup(drawn({ kind: 'waiting' }))).toContain('skeleton');
  expect(words(drawn({ kind: 'ready', value: '三张账单', at: 0 }))).toBe('三张账单');
});

test('a refusal says why and offers another try', () => {
  const outcome = refused('NOT_ALLOWED');
  if (outcome.ok) throw new Error('it was not refused');
  const text = words(drawn({ kind: 'refused', refusal: outcome.refusal }));
  expect(text).toContain('账单暂时看不到');
  expect(text).toContain(outcome.refusal.sentence);
  expect(text).toContain('再试一次');
});

test('what is old carries a banner, what is fresh does not', () => {
  const ready = { kind: 'ready', value: '', at: Date.now() } as const;
  expect(words(<AnswerBanner asked={asked({ ...ready, missing: 'network' })} />)).toContain('没有网络');
  expect(words(<AnswerBanner asked={asked({ ...ready, missing: 'service' })} />)).toContain('系统出了点问题');
  expect(words(<AnswerBanner asked={asked(ready)} />)).toBe('');
});
