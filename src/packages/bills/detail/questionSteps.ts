import type { BillQuestionView } from '../../../../types/contract/charging';
import type { TimelineStep } from '../../../components';
import { momentWords } from '../../../words/timeWords';

/** A question and its answer as steps, newest first; what will happen stands on top. */
export function questionSteps(
  { text, askedAt, answer, answeredAt }: BillQuestionView,
  now: number,
): readonly TimelineStep[] {
  const asked: TimelineStep = {
    title: text,
    time: momentWords(askedAt, now),
    state: answer ? 'done' : 'now',
  };
  if (!answer) return [{ title: '财务答复', line: '答复前不用缴，也不会催', state: 'next' }, asked];
  const time = answeredAt === undefined ? {} : { time: momentWords(answeredAt, now) };
  return [{ title: `财务答复：${answer}`, state: 'done', ...time }, asked];
}
