import { ticketStates } from '../../../../../types/ticket';
import { startClock, stopClocks } from '../../clocks';
import { isSampled } from '../../giving/isSampled';
import type { KeptFile, Ticket } from '../../ticket';
import { codeOf, made } from '../testing/outcomes';
import { acting, at, hour, minute, morning, sample } from '../testing/samples';
import { closed } from './close';
import { rejectWork } from './rejectWork';

const signature: KeptFile = { fileId: 'cloud://e.b/o.png', at: at(hour), check: 'pending' };
const engineerSigned = { engineer: { ...signature, fileId: 'cloud://e.b/e.png' } };
const unsampled = ['yunqi·1', 'yunqi·2', 'yunqi·3', 'yunqi·4'].find((id) => !isSampled(id)) ?? '';
const sampled = Array.from({ length: 100 }, (_, n) => `yunqi·${n}`).find(isSampled) ?? '';
const finished = sample({
  ...{ _id: unsampled, state: 'finished', signed: engineerSigned },
  clocks: startClock(
    stopClocks(startClock([], 'close', 1440, morning), ['close'], at(0)),
    'acceptance',
    4320,
    morning,
  ),
});
const endings = {
  accepted: { how: 'accepted', signature },
  helped: { how: 'helped' },
  silence: { how: 'silence' },
  together: { how: 'together' },
} as const;
const owner = acting('reporter', hour);
const ourselves = acting('system', 72 * hour);

describe('accepted', () => {
  test('by the owner, who signs: all clocks stop', () => {
    const over = made(closed(finished, { how: 'accepted', signature }, owner));
    expect(over).toMatchObject({ state: 'closed', signed: { ...engineerSigned, owner: signature } });
    expect(over.clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
    expect(over.afterCheck).toBeUndefined();
  });

  test('by silence, and it says so', () => {
    const over = made(closed(finished, { how: 'silence' }, ourselves));
    expect(over).toMatchObject({ state: 'closed', signed: { ...engineerSigned, isSilent: true } });
    expect(over.steps.at(-1)).toMatchObject({ what: 'acceptSilently', by: '系统' });
  });

  test('an answer, by the asker or by silence, without anybody signing', () => {
    const answered = sample({ type: 'complaint', state: 'answered' });
    expect(made(closed(answered, { how: 'helped' }, owner)).steps.at(-1)?.what).toBe('acceptAnswer');
    const silent = made(closed(answered, { how: 'silence' }, ourselves));
    expect(silent.steps.at(-1)?.what).toBe('closeAnswered');
    expect(silent.signed).toBeUndefined();
  });

  test("an emergency's revisit runs from the work on, however long the owner is silent", () => {
    const revisit = { kind: 'revisit' as const, startedAt: at(0), by: at(hour), level: 0 as const };
    const emergency = { ...finished, urgency: 'emergency' as const, clocks: [...finished.clocks, revisit] };
    for (const over of [
      made(closed(emergency, { how: 'accepted', signature }, owner)),
      made(closed(emergency, { how: 'silence' }, ourselves)),
    ]) {
      expect(over.clocks).toContainEqual(revisit);
      expect(over.clocks.find(({ kind }) => kind === 'acceptance')?.stoppedAt).toBeDefined();
      // The desk was late, not the work.
      expect(over.afterCheck).toBeUndefined();
    }
  });

  test('a revisit that was made before the owner accepted is not begun anew', () => {
    const asked = {
      kind: 'revisit' as const,
      startedAt: at(0),
      by: at(hour),
      level: 0 as const,
      stoppedAt: at(1),
    };
    const emergency = { ...finished, urgency: 'emergency' as const, clocks: [...finished.clocks, asked] };
    expect(made(closed(emergency, { how: 'accepted', signature }, owner)).clocks).toContainEqual(asked);
  });

  test('a linked task has no revisit and no after-check of its own', () => {
    const task = { ...finished, _id: sampled, channel: 'linked' as const, urgency: 'emergency' as const };
    const over = made(closed(task, { how: 'together' }, ourselves));
    expect(over).toMatchObject({ state: 'closed' });
    expect(over.clocks.map(({ kind }) => kind)).not.toContain('revisit');
    expect(over.afterCheck).toBeUndefined();
  });

  test.each([
    ['accepted', ['finished']],
    ['helped', ['answered']],
    ['silence', ['finished', 'answered']],
    ['together', ['finished']],
  ] as const)('%s: only from %p', (how, from) => {
    for (const state of ticketStates.filter((one) => !(from as readonly string[]).includes(one)))
      expect(codeOf(closed({ ...finished, state }, endings[how], ourselves))).toBe('TICKET_MOVED');
  });

  test('by nobody else', () => {
    expect(codeOf(closed(finished, { how: 'accepted', signature }, acting('assignee')))).toBe('NOT_ALLOWED');
    expect(codeOf(closed(finished, { how: 'silence' }, owner))).toBe('NOT_ALLOWED');
  });
});

describe('looked at again', () => {
  const late = stopClocks(startClock([], 'arrive', 30, morning), ['arrive'], at(40 * minute));
  const endOf = (more: Partial<Ticket>) =>
    made(closed({ ...finished, ...more }, { how: 'silence' }, ourselves));

  test.each<[string, Partial<Ticket>, unknown]>([
    ['the sample', { _id: sampled }, { state: 'due', about: 'giving' }],
    [
      'a late emergency',
      { _id: sampled, urgency: 'emergency', clocks: late },
      { state: 'due', about: 'late' },
    ],
    [
      'what was not scanned',
      { cannotScan: '门牌掉了' },
      { state: 'due', about: 'unscanned', note: '没有扫码：门牌掉了' },
    ],
  ])('%s', (_what, more, expected) => {
    expect(endOf(more).afterCheck).toEqual(expected);
  });

  test.each<[string, Partial<Ticket>]>([
    ['other work', {}],
    ['an emergency in time', { urgency: 'emergency' }],
    ['general work that was late', { clocks: late }],
    ['an answer', { _id: sampled, type: 'enquiry', state: 'answered' }],
  ])('not %s', (_what, more) => {
    expect(endOf(more).afterCheck).toBeUndefined();
  });
});

describe('not repaired', () => {
  test('back to the same engineer, to be signed anew, with a clock of its own', () => {
    const back = made(rejectWork(finished, { reason: '还在漏', photos: [signature] }, owner));
    expect(back).toMatchObject({ state: 'accepted', comebacks: 1, assignee: finished.assignee });
    expect(back.signed).toBeUndefined();
    expect(back.clocks).toContainEqual({ kind: 'close', startedAt: at(hour), by: at(25 * hour), level: 0 });
    expect(back.clocks.find(({ kind }) => kind === 'acceptance')?.stoppedAt).toBe(at(hour));
    expect(back.steps.at(-1)).toMatchObject({
      ...{ what: 'rejectWork', note: { text: '还在漏', check: 'pending' }, files: [signature] },
    });
  });

  test('only what waits to be accepted, no task, and not by the engineer', () => {
    const task = { ...finished, channel: 'linked' as const };
    expect(codeOf(rejectWork(task, { reason: '漏', photos: [] }, owner))).toBe('TICKET_MOVED');
    expect(codeOf(rejectWork(sample({ state: 'closed' }), { reason: '漏', photos: [] }, owner))).toBe(
      'TICKET_MOVED',
    );
    expect(codeOf(rejectWork(finished, { reason: '漏', photos: [] }, acting('assignee')))).toBe(
      'NOT_ALLOWED',
    );
  });
});
