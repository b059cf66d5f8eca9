import type { Instant } from '../../../../types/day';
import { moveDeadline, pauseClocks, stopClocks, withLevels } from '../clocks';
import { firstClocks } from '../life';
import { usualTerms } from '../terms';
import type { Ticket } from '../ticket';
import { codeOf, made } from '../work/testing/outcomes';
import { hour, minute, morning, sample } from '../work/testing/samples';
import { type Correction, corrected } from './correcting';

const terms = usualTerms;
const as = { mover: 'supervisor', who: { openid: 'o-supervisor', staffId: 's', by: '主管' } } as const;
const kind = (more: Partial<Correction>): Correction => ({
  ...{ type: 'repair', problem: 'leak', urgency: 'general', reason: '问清楚了' },
  ...more,
});
const born = (more: Partial<Ticket> = {}): Ticket => {
  const ticket = sample({ state: 'waiting', ...more });
  return { ...ticket, clocks: more.clocks ?? firstClocks(ticket, morning, terms) };
};
const at = (ticket: Ticket, later: number, correction: Partial<Correction>) =>
  corrected(ticket, kind(correction), as, { now: (morning + later) as Instant, terms });
const deadlines = ({ clocks }: Ticket) =>
  Object.fromEntries(clocks.map((clock) => [clock.kind, (clock.by - morning) / minute]));
const up = { urgency: 'emergency' } as const;

describe('up to an emergency', () => {
  test('its clocks run from now; the promised end stays promised', () => {
    const next = made(at(born(), 30 * minute, up));
    expect(deadlines(next)).toEqual({ respond: 45, arrive: 60, close: 1440 });
  });

  test('nobody gets more time than was left', () => {
    expect(deadlines(made(at(born(), 110 * minute, up))).respond).toBe(120);
  });

  test('a deadline that stays has been told: nobody is warned of it twice', () => {
    const warned = {
      ...born(),
      clocks: withLevels(born().clocks, [{ kind: 'respond', level: 1, by: morning }]),
    };
    const next = made(at(warned, 110 * minute, up)).clocks.find((clock) => clock.kind === 'respond');
    expect(next).toMatchObject({ by: morning + 2 * hour, level: 1 });
    const complaint = born({ state: 'answering', type: 'complaint', grade: 'minor' });
    const asked = {
      ...complaint,
      clocks: withLevels(complaint.clocks, [{ kind: 'answer', level: 1, by: morning }]),
    };
    const enquiry = made(at(asked, 20 * hour, { type: 'enquiry', urgency: 'enquiry' }));
    expect(enquiry.clocks).toEqual(asked.clocks);
  });

  test('a deadline that was missed, or was met, stays what it is', () => {
    const late = {
      ...born(),
      clocks: withLevels(born().clocks, [{ kind: 'respond', level: 2, by: morning }]),
    };
    const missed = made(at(late, 3 * hour, up)).clocks.find((clock) => clock.kind === 'respond');
    expect(missed).toMatchObject({ by: morning + 2 * hour, level: 2 });
    const stopped = stopClocks(born().clocks, ['respond'], (morning + minute) as Instant);
    const met = made(at(born({ state: 'accepted', clocks: stopped }), hour, up));
    expect(met.clocks.find((clock) => clock.kind === 'respond')?.stoppedAt).toBe(morning + minute);
    expect(deadlines(met).arrive).toBe(90);
  });

  test('who has been there already need not arrive again', () => {
    const there = born({ state: 'working', checkedInAt: morning });
    expect(deadlines(made(at(there, hour, up)))).not.toHaveProperty('arrive');
  });

  test('whoever was offered it answers as to an emergency', () => {
    const assignee = { ...sample().assignee!, answerBy: (morning + 20 * minute) as Instant };
    const next = made(at(born({ state: 'offered', assignee }), minute, up));
    expect(next.assignee?.answerBy).toBe(morning + 4 * minute);
    const nearly = made(at(born({ state: 'offered', assignee }), 19 * minute, up));
    expect(nearly.assignee?.answerBy).toBe(morning + 20 * minute);
  });

  test('what has stood still for days has an emergency’s time all the same', () => {
    const clocks = pauseClocks(firstClocks(sample(), morning, terms), (morning + hour) as Instant);
    const waits = born({ state: 'paused', checkedInAt: morning, clocks });
    const close = made(at(waits, 72 * hour, up)).clocks.find((clock) => clock.kind === 'close');
    expect(close).toMatchObject({ by: morning + 76 * hour, pausedSince: morning + 72 * hour });
  });

  test('while the clocks stand still the new ones stand, too', () => {
    const next = made(at(born({ state: 'paused' }), hour, up));
    expect(next.clocks.every(({ pausedSince }) => pausedSince !== undefined)).toBe(true);
  });
});

describe('down from an emergency', () => {
  const urgent = (more: Partial<Ticket> = {}) => born({ urgency: 'emergency', ...more });
  const down = { urgency: 'general' } as const;

  test('the clocks are those it would have had from its report', () => {
    expect(deadlines(made(at(urgent(), 5 * minute, down)))).toEqual({ respond: 120, close: 1440 });
  });

  test('days in which it stood still are not counted', () => {
    const paused = { since: (morning + hour) as Instant, reason: 'part', note: '等阀门' } as const;
    const waits = urgent({ state: 'paused', checkedInAt: morning, paused });
    const close = made(at(waits, 72 * hour, down)).clocks.find((clock) => clock.kind === 'close');
    expect(close).toMatchObject({ by: morning + 24 * hour, pausedSince: morning + hour });
  });

  test('what was late stays late', () => {
    expect(deadlines(made(at(urgent(), 40 * minute, down)))).toEqual({
      respond: 15,
      arrive: 30,
      close: 1440,
    });
  });

  test('an arrival that was late before the owner agreed to another day stays late', () => {
    const ticket = urgent({ state: 'accepted' });
    const agreed = moveDeadline(
      ticket.clocks,
      'arrive',
      (morning + 9 * hour) as Instant,
      (morning + hour) as Instant,
    );
    const next = made(at({ ...ticket, clocks: agreed }, 2 * hour, down));
    expect(next.clocks.find((clock) => clock.kind === 'arrive')).toMatchObject({
      ...{ by: morning + 9 * hour, missed: [{ by: morning + 30 * minute, until: morning + hour }] },
    });
  });
});

describe('between desk and repair', () => {
  test('to the desk: nobody’s, with a written answer due from now', () => {
    const next = made(at(born({ state: 'accepted' }), hour, { type: 'enquiry' }));
    expect(next).toMatchObject({ type: 'enquiry', urgency: 'enquiry', state: 'answering' });
    expect(next).not.toHaveProperty('assignee');
    expect(next.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toMatchObject([
      { kind: 'answer', startedAt: morning + hour },
    ]);
  });

  test('a complaint keeps its grade among its kind, and loses it as a repair', () => {
    const graded = born({ type: 'complaint', state: 'answering', grade: 'major' });
    expect(made(at(graded, minute, { type: 'complaint', problem: 'noise' })).grade).toBe('major');
    expect(made(at(graded, minute, {}))).not.toHaveProperty('grade');
    const asked = born({ type: 'enquiry', urgency: 'enquiry', state: 'answering' });
    expect(made(at(asked, minute, { type: 'complaint' })).grade).toBe('minor');
  });

  test('what becomes a complaint is as grave as its words: due from now, and never later than promised', () => {
    const text = { text: '保安打人', check: 'passed' } as const;
    const asked = born({ type: 'enquiry', urgency: 'enquiry', state: 'answering', text });
    const complaint = made(at(asked, 5 * hour, { type: 'complaint' }));
    expect(complaint).toMatchObject({ grade: 'critical', isGradeSuggested: true });
    expect(deadlines(complaint).answer).toBe(7 * 60);
    expect(deadlines(made(at(asked, 23 * hour, { type: 'complaint' }))).answer).toBe(24 * 60);
    const graded = born({ type: 'complaint', state: 'answering', grade: 'minor', text });
    const same = made(at(graded, minute, { type: 'complaint', problem: 'noise' }));
    expect(same.grade).toBe('minor');
    expect(same).not.toHaveProperty('isGradeSuggested');
    expect(made(at(complaint, 6 * hour, {}))).not.toHaveProperty('isGradeSuggested');
  });

  test('work that has begun does not become a question', () => {
    expect(codeOf(at(born({ state: 'working' }), minute, { type: 'enquiry' }))).toBe('TICKET_MOVED');
  });
});

test.each(['finished', 'answered', 'closed', 'rated', 'cancelled'] as const)('%s: too late', (state) => {
  expect(codeOf(at(born({ state }), minute, up))).toBe('TICKET_MOVED');
});

test('after 300 steps nothing is put right any more', () => {
  const steps = (count: number) => Array.from({ length: count }, () => ({ at: morning, what: 'corrected' }));
  expect(codeOf(at(born({ steps: steps(299) }), minute, up))).toBeUndefined();
  expect(codeOf(at(born({ steps: steps(300) }), minute, up))).toBe('TICKET_TOO_LONG');
  const toDesk = at(born({ steps: steps(300) }), minute, { type: 'enquiry' });
  expect(codeOf(toDesk)).toBe('TICKET_TOO_LONG');
});

test('a linked task is what its rule made it', () => {
  expect(codeOf(at(born({ channel: 'linked' }), minute, up))).toBe('NOT_ALLOWED');
});

test('the timeline says who put it right and why', () => {
  expect(made(at(born(), minute, up)).steps.at(-1)).toMatchObject({
    ...{ what: 'corrected', by: '主管' },
    note: { text: '问清楚了', check: 'passed' },
  });
});
