import { granted, refusalSentences, refused } from './refusal';

test.each(Object.entries(refusalSentences))(
  '%s is one Chinese sentence a person can act on',
  (_code, sentence) => {
    expect(sentence).toMatch(/^\p{Script=Han}.*。$/u);
    expect(sentence.match(/。/g)).toHaveLength(1);
    expect(sentence.length).toBeLessThanOrEqual(40);
  },
);

test('a refusal carries its sentence, and details only where there are any', () => {
  expect(refused('BUSY')).toEqual({ ok: false, refusal: { code: 'BUSY', sentence: refusalSentences.BUSY } });
  expect(refused('INVALID_INPUT', { field: 'name' })).toMatchObject({
    refusal: { details: { field: 'name' } },
  });
  expect(granted(1)).toEqual({ ok: true, value: 1 });
});
