import { type RefusalCode, refusalSentences, refused } from '../../../types/refusal';
import type { Answer } from '../../hooks/answer';
import * as routes from '../../services/routes';
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

test.each<[RefusalCode, string, string]>([
  ['UNREACHABLE', '再试一次', '返回'],
  ['SERVICE_FAILED', '再试一次', '返回'],
  ['BUSY', '再试一次', '返回'],
  ['NOT_ALLOWED', '返回', '再试一次'],
  ['HOME_NOT_FOUND', '返回', '再试一次'],
])('a refusal (%s) says why and offers what helps: %s', (code, way, other) => {
  const text = words(drawn(refusedWith(code)));
  expect(text).toContain('账单暂时看不到');
  expect(text).toContain(refusalSentences[code]);
  expect(text).toContain(way);
  expect(text).not.toContain(other);
});

test('a tab has nowhere to go back to, a sheet over it has', () => {
  jest.spyOn(routes, 'isOnTab').mockReturnValue(true);
  expect(words(drawn(refusedWith('NOT_ALLOWED')))).toContain('再试一次');
  const sheet = (
    <Answered asked={asked(refusedWith('NOT_ALLOWED'))} onBack={() => undefined}>
      {(value) => <>{value}</>}
    </Answered>
  );
  expect(words(sheet)).toContain('返回');
});

test('what is old carries a banner, what is fresh does not', () => {
  const ready = { kind: 'ready', value: '', at: Date.now() } as const;
  expect(words(<AnswerBanner asked={asked({ ...ready, missing: 'network' })} />)).toContain('没有网络');
  expect(words(<AnswerBanner asked={asked({ ...ready, missing: 'service' })} />)).toContain('系统出了点问题');
  expect(words(<AnswerBanner asked={asked(ready)} />)).toBe('');
});

function refusedWith(code: RefusalCode): Answer<string> {
  const outcome = refused(code);
  if (outcome.ok) throw new Error('it was not refused');
  return { kind: 'refused', refusal: outcome.refusal };
}
