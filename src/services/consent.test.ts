import type { ConsentTemplate } from '../../types/contract/messages';
import { afterAnswers, consentOf, mostWanted } from './consent';

test("only WeChat's four answers count, by template", () => {
  const said = { errMsg: 'requestSubscribeMessage:ok', a: 'accept', b: 'reject', c: 'acceptWithForcePush' };
  expect(consentOf(said, ['a', 'b', 'c', 'd'])).toEqual([
    { templateId: 'a', answer: 'accept' },
    { templateId: 'b', answer: 'reject' },
  ]);
});

describe('which templates a tap asks for', () => {
  const template = (templateId: string, remaining: number): ConsentTemplate => ({
    ...{ templateId, title: templateId, occasions: ['inbox'], remaining },
  });

  test('those of the occasion, first those of which least is left, five at the most', () => {
    const templates = [3, 0, 1, 0, 2, 5, 4].map((remaining, index) => template(`t${index}`, remaining));
    const other = { ...template('work', 0), occasions: ['work'] } as const;
    const asked = mostWanted([other, ...templates], ['inbox']);
    expect(asked.map(({ templateId }) => templateId)).toEqual(['t1', 't3', 't2', 't4', 't0']);
    expect(mostWanted([other, ...templates], ['inbox', 'work'])[0]).toBe(other);
  });

  test('each accepted one is one reminder more', () => {
    const after = afterAnswers(
      [template('a', 0), template('b', 0)],
      [
        { templateId: 'a', answer: 'accept' },
        { templateId: 'b', answer: 'reject' },
      ],
    );
    expect(after.map(({ remaining }) => remaining)).toEqual([1, 0]);
  });
});
