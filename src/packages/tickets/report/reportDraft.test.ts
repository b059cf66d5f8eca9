import type { MyHome } from '../../../../types/contract/people';
import type { ReportForm } from '../../../../types/contract/tickets';
import { blankDraft, draftOf, formOf, isWritten, reportOf } from './reportDraft';
import { settle } from './settled';

const form: ReportForm = {
  ...{
    homeId: 'h',
    communityId: 'c',
    communityName: '云栖苑',
    place: '3栋',
    folder: 'people/me/',
    promises: [],
  },
  contact: { name: '陈**', phone: '138****6621' },
};
const now = 1_000;
const draft = {
  ...blankDraft,
  ...{ text: ' 厨房漏水 ', spot: '厨房', window: { from: 2_000, to: 3_000 } },
  photos: [{ key: 'a', path: 'p', fileId: 'cloud://e/a' }],
  voice: [{ key: 'v', path: 'v', seconds: 12 }],
};

test('what is still to be asked is not sent', () => {
  expect(reportOf(form, draft, settle({}, undefined), now)).toBeUndefined();
});

test('a report says what, where, when, with its files', () => {
  const settled = settle({ problem: 'leak', urgency: 'general' }, undefined);
  const report = reportOf(form, draft, settled, now);
  expect(report).toMatchObject({
    homeId: 'h',
    folder: 'people/me/',
    photos: [{ key: 'a' }],
    voice: { key: 'v' },
  });
  expect(report?.said).toEqual({
    ...{ type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水', spot: '厨房' },
    window: { from: 2_000, to: 3_000 },
  });
});

test('an emergency has no later time, and a time that has begun is none', () => {
  const urgent = settle({ problem: 'leak', urgency: 'emergency' }, undefined);
  expect(reportOf(form, draft, urgent, now)?.said.window).toBeUndefined();
  const general = settle({ problem: 'leak', urgency: 'general' }, undefined);
  expect(reportOf(form, draft, general, 2_500)?.said.window).toBeUndefined();
});

test('a draft that has words, a photo or a voice is being written', () => {
  expect(isWritten(undefined)).toBe(false);
  expect(isWritten({ ...blankDraft, text: ' ', spot: '厨房' })).toBe(false);
  expect(isWritten({ ...blankDraft, text: '漏水' })).toBe(true);
  expect(isWritten({ ...blankDraft, photos: draft.photos })).toBe(true);
  expect(isWritten({ ...blankDraft, voice: draft.voice })).toBe(true);
});

test('what came back from the outbox is what was written', () => {
  const settled = settle({ problem: 'leak', urgency: 'general' }, undefined);
  const report = reportOf(form, draft, settled, now);
  if (!report) throw new Error('nothing to send');
  expect(draftOf({ ...report, requestId: 'r' })).toEqual({
    ...draft,
    ...{ type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水' },
  });
});

test('where no form was ever fetched, the phone still knows the home and whom to call', () => {
  const home: MyHome = {
    ...{ homeId: 'h', communityId: 'c', communityName: '云栖苑', place: '3栋', tenureId: 't' },
    relation: 'owner',
    isSuspended: false,
  };
  expect(formOf(home, '0571-88000000')).toMatchObject({
    place: '3栋',
    servicePhone: '0571-88000000',
    promises: [],
  });
  expect(formOf(home, undefined)).not.toHaveProperty('servicePhone');
});
