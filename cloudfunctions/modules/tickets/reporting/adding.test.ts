import { codeOf, made } from '../work/testing/outcomes';
import { at, sample } from '../work/testing/samples';
import { added } from './adding';
import { folderOf } from './files';

const as = { mover: 'reporter' as const, who: { by: '住户', openid: 'o-owner' } };
const own = (name: string) => `cloud://e.b/${folderOf('o-owner')}${name}`;
const voice = { fileId: own('v.mp3'), seconds: 12 };

test('the recording that an emergency did not wait for becomes the report’s, with its photos, to be checked', () => {
  const next = made(added(sample(), { photos: [own('a.jpg')], voice }, as, at(0)));
  expect(next.voice).toEqual({ ...voice, at: at(0), check: 'pending', by: 'o-owner' });
  expect(next.steps.at(-1)).toMatchObject({ what: 'added', files: [{ fileId: own('a.jpg') }] });
  expect(made(added(sample(), { photos: [], voice }, as, at(0))).voice?.seconds).toBe(12);
});

test('one recording is a report’s, and only one’s own', () => {
  const spoken = made(added(sample(), { photos: [], voice }, as, at(0)));
  expect(codeOf(added(spoken, { photos: [], voice }, as, at(1)))).toBe('INVALID_INPUT');
  const others = { ...voice, fileId: 'cloud://e.b/people/somebody/v.mp3' };
  expect(codeOf(added(sample(), { photos: [], voice: others }, as, at(0)))).toBe('FILE_NOT_YOURS');
  expect(codeOf(added(sample(), { photos: [] }, as, at(0)))).toBe('NOTHING_REPORTED');
});
