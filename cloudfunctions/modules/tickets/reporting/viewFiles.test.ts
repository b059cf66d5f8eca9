import { morning, sample } from '../work/testing/samples';
import { filesView, openFiles } from './viewFiles';

const photo = { fileId: 'own', copyId: 'copy', at: morning, check: 'passed', by: 'o-owner' } as const;
const links = new Map([
  ['own', 'https://own'],
  ['copy', 'https://copy'],
]);

test('the sender opens the own file, everybody else the copy that was checked', () => {
  const ticket = sample({ photos: [photo] });
  expect(openFiles(ticket, 'o-owner')).toEqual(['own']);
  expect(openFiles(ticket, 'o-engineer')).toEqual(['copy']);
  expect(filesView([photo], 'o-engineer', links)).toEqual([
    { check: 'passed', at: morning, link: 'https://copy' },
  ]);
  expect(filesView([photo], 'o-owner', links)[0]).toMatchObject({ fileId: 'own', link: 'https://own' });
});

test('while it is not passed there is a copy, and nobody else opens it', () => {
  const pending = { ...photo, check: 'pending' as const };
  expect(openFiles(sample({ photos: [pending] }), 'o-engineer')).toEqual([]);
  expect(filesView([pending], 'o-engineer', links)).toEqual([{ check: 'pending', at: morning }]);
});

test('signatures, too, are opened by the copy', () => {
  const owner = { ...photo, fileId: 'signed', copyId: 'kept' };
  const ticket = sample({ signed: { engineer: { ...photo, by: 'o-engineer' }, owner } });
  expect(openFiles(ticket, 'o-service')).toEqual(['copy', 'kept']);
  expect(openFiles(ticket, 'o-owner')).toEqual(['copy', 'signed']);
});
