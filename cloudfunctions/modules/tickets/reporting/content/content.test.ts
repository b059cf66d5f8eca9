import type { Instant } from '../../../../../types/day';
import type { KeptFile, Ticket } from '../../ticket';
import { morning, sample } from '../../work/testing/samples';
import { asksAfter, hasMoreToCheck, nextAsk, refusedBetween, toAskOf, withFindings } from './content';

const minute = 60_000;
const later = (milliseconds: number) => (morning + milliseconds) as Instant;
const pending = (text: string, by = 'o-owner') => ({ text, check: 'pending', by }) as const;
const photo = (fileId: string, more: Partial<KeptFile> = {}): KeptFile => ({
  ...{ fileId, at: morning, check: 'pending', by: 'o-owner' },
  ...more,
});
const nothing = { texts: new Map(), files: new Map() };

describe('what WeChat is asked about', () => {
  test('words wherever they stand, once each; the report’s with its spot; the title never by itself', () => {
    const ticket = sample({
      ...{ title: pending('漏水了'), text: pending('漏水了，快来'), spot: '厨房' },
      steps: [
        { at: morning, what: 'reported' },
        { at: morning, what: 'added', note: pending('更大了') },
        { at: morning, what: 'added', note: pending('更大了') },
        { at: morning, what: 'accept', note: { text: '马上到', check: 'passed' } },
      ],
      rating: { stars: 5, words: [], text: pending('很好'), photos: [], at: morning },
    });
    expect(toAskOf(ticket, morning).texts).toEqual([
      { text: '漏水了，快来', content: '厨房\n漏水了，快来', by: 'o-owner' },
      { text: '更大了', content: '更大了', by: 'o-owner' },
      { text: '很好', content: '很好', by: 'o-owner' },
    ]);
  });

  test('files wherever they are, the recording as a voice; none that is under way', () => {
    const ticket = sample({
      photos: [photo('a'), photo('b', { askedAt: morning }), photo('c', { check: 'passed' })],
      voice: photo('v'),
      after: [photo('d', { by: 'o-engineer' })],
    });
    expect(toAskOf(ticket, morning).files).toEqual([
      { fileId: 'a', by: 'o-owner', kind: 'photo' },
      { fileId: 'd', by: 'o-engineer', kind: 'photo' },
      { fileId: 'v', by: 'o-owner', kind: 'voice' },
    ]);
    expect(toAskOf(ticket, later(35 * minute)).files.map(({ fileId }) => fileId)).toContain('b');
  });

  test('what has no name behind it cannot be asked about, and stays unseen', () => {
    const ticket = sample({ text: { text: '漏水', check: 'pending' } });
    expect(toAskOf(ticket, morning)).toEqual({ texts: [], files: [] });
    expect(nextAsk(ticket, morning)).toBe('never');
  });

  test('one run’s questions fit in one commit', () => {
    const photos = Array.from({ length: 9 }, (_, index) => photo(`p${index}`));
    const steps = Array.from({ length: 20 }, (_, index) => ({
      ...{ at: morning, what: 'added', note: pending(`${index}`), files: [photo(`s${index}`)] },
    }));
    const { texts, files } = toAskOf(sample({ photos, steps }), morning);
    expect([texts.length, files.length]).toEqual([8, 10]);
  });
});

describe('when WeChat is asked again', () => {
  test.each([
    [0, 1],
    [1, 5],
    [2, 15],
    [3, 60],
  ])('after %i times in vain in %i minutes', (contentAsks, minutes) => {
    expect(nextAsk(sample({ text: pending('漏水'), contentAsks }), morning)).toBe(later(minutes * minute));
  });

  test('after four times by nobody; where nothing is pending never', () => {
    expect(nextAsk(sample({ text: pending('漏水'), contentAsks: 4 }), morning)).toBe('never');
    expect(nextAsk(sample({ photos: [photo('a', { check: 'refused' })] }), morning)).toBe('never');
  });

  test('a verdict under way has 35 minutes, and one that is overdue is asked for at once', () => {
    const ticket = sample({ photos: [photo('a', { askedAt: morning })] });
    expect(nextAsk(ticket, later(minute))).toBe(later(35 * minute));
    expect(nextAsk(ticket, later(50 * minute))).toBe(later(50 * minute));
  });
});

describe('how often in vain', () => {
  const traces = new Map([['a', { traceId: 'trace', copyId: 'copy' }]]);
  const nobody = { texts: new Map(), traces: new Map() };
  const asked = sample({ text: pending('漏水'), photos: [photo('a', { askedAt: morning })], contentAsks: 2 });

  test('a verdict, or a file taken on for the first time, begins anew', () => {
    expect(asksAfter(asked, { ...nobody, texts: new Map([['漏水', 'passed' as const]]) })).toBe(0);
    expect(asksAfter({ ...asked, photos: [photo('a')] }, { ...nobody, traces })).toBe(0);
  });

  test('no answer counts, and so does a file whose verdict never came: nobody asks for ever', () => {
    expect(asksAfter(asked, nobody)).toBe(3);
    expect(asksAfter(asked, { ...nobody, traces })).toBe(3);
  });
});

describe('what has been found out', () => {
  const ticket = sample({
    ...{ title: pending('漏水了'), text: pending('漏水了，快来') },
    photos: [photo('a'), photo('b')],
  });

  test.each(['passed', 'refused'] as const)(
    '%s words take their title along; other content stays pending',
    (check) => {
      const next = withFindings(ticket, { ...nothing, texts: new Map([['漏水了，快来', check]]) });
      expect([next.text.check, next.title.check]).toEqual([check, check]);
      expect(next.photos).toEqual(ticket.photos);
    },
  );

  test('a verdict changes its file alone, and never what was decided before', () => {
    const files = new Map([['a', { check: 'refused' as const }]]);
    const next = withFindings(ticket, { ...nothing, files });
    expect(next.photos.map(({ check }) => check)).toEqual(['refused', 'pending']);
    const turned = new Map([['a', { check: 'passed' as const }]]);
    expect(withFindings(next, { ...nothing, files: turned }).photos[0]?.check).toBe('refused');
  });

  test('all the rest of a ticket is as it was', () => {
    const { title: _title, text: _text, photos: _photos, ...rest } = withFindings(ticket, nothing);
    const { title, text, photos, ...before } = ticket;
    expect([title, text, photos].length + Object.keys(before).length).toBe(Object.keys(ticket).length);
    expect(rest).toEqual(before);
  });

  test('whose content was refused is told once, and only what is new', () => {
    const refuse = (one: Ticket, ...names: readonly string[]) =>
      withFindings(one, {
        ...nothing,
        files: new Map(names.map((name) => [name, { check: 'refused' as const }])),
      });
    const first = refuse(ticket, 'a', 'b');
    expect(refusedBetween(ticket, first)).toEqual(['o-owner']);
    expect(refusedBetween(first, refuse(first, 'a'))).toEqual([]);
  });

  test('only what is new and pending asks the tick', () => {
    expect(hasMoreToCheck(undefined, ticket)).toBe(true);
    expect(hasMoreToCheck(ticket, ticket)).toBe(false);
    expect(hasMoreToCheck(ticket, { ...ticket, before: [photo('c')] })).toBe(true);
    expect(hasMoreToCheck(undefined, sample())).toBe(false);
  });
});
