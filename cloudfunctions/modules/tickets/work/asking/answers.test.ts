import { type complaintGrades, ticketStates } from '../../../../../types/ticket';
import { startClock } from '../../clocks';
import { usualTerms } from '../../terms';
import type { Ticket } from '../../ticket';
import { codeOf, made } from '../testing/outcomes';
import { acting, at, hour, morning, sample } from '../testing/samples';
import { answer, disputesOf, grade, judgeAnswer } from './answers';

const complaint = sample({
  ...{ type: 'complaint', state: 'answering', problem: 'noise', grade: 'minor' },
  clocks: startClock([], 'answer', usualTerms.complaint.minor, morning),
});
const service = (later = hour) => acting('customerService', later);
const owner = acting('reporter', 2 * hour);
const answered = made(answer(complaint, { text: '已约邻居谈过' }, service()));

describe('an answer', () => {
  test('stops the clock; silence accepts it', () => {
    expect(answered).toMatchObject({
      state: 'answered',
      answers: [{ text: '已约邻居谈过', by: '客服', staffId: 'service', at: at(hour) }],
      clocks: [
        { kind: 'answer', stoppedAt: at(hour) },
        { kind: 'acceptance', by: at(73 * hour) },
      ],
    });
  });

  test('helps: closed', () => {
    const helped = made(judgeAnswer(answered, { helped: true }, owner));
    expect(helped).toMatchObject({ state: 'closed', answers: [{ helped: true }] });
    expect(disputesOf(helped)).toBe(0);
  });

  test('does not help: back with a new clock, and it is counted', () => {
    const back = made(judgeAnswer(answered, { helped: false, reason: '还是吵' }, owner));
    expect(back).toMatchObject({ state: 'answering', answers: [{ helped: false }] });
    expect(back.steps.at(-1)).toMatchObject({ what: 'dispute', note: { text: '还是吵', check: 'pending' } });
    expect(back.clocks.find(({ kind }) => kind === 'answer')).toEqual({
      ...{ kind: 'answer', startedAt: at(2 * hour), by: at(26 * hour), level: 0 },
    });
    const again = made(answer(back, { text: '已签承诺书' }, service(3 * hour)));
    const twice = made(judgeAnswer(again, { helped: false }, acting('reporter', 4 * hour)));
    expect(disputesOf(twice)).toBe(2);
  });

  test('is given to what waits for one, and judged once it is there', () => {
    for (const state of ticketStates) {
      if (state !== 'answering')
        expect(codeOf(answer({ ...complaint, state }, { text: '好' }, service()))).toBe('TICKET_MOVED');
      // Accepting work is another action: a signature belongs to it.
      if (state !== 'answered')
        for (const helped of [true, false])
          expect([state, codeOf(judgeAnswer({ ...answered, state }, { helped }, owner))]).toEqual([
            state,
            'TICKET_MOVED',
          ]);
    }
    expect(codeOf(answer(complaint, { text: '好' }, acting('assignee')))).toBe('NOT_ALLOWED');
    expect(codeOf(judgeAnswer(answered, { helped: true }, acting('assignee')))).toBe('NOT_ALLOWED');
  });
});

describe('a grade', () => {
  const graded = (ticket: Ticket, to: (typeof complaintGrades)[number], later = hour) =>
    grade(ticket, { grade: to, reason: '影响多户' }, acting('supervisor', later));
  const deadline = (ticket: Ticket) => ticket.clocks.find(({ kind }) => kind === 'answer')?.by;

  test('graver: sooner, from now; never later than promised', () => {
    expect(deadline(made(graded(complaint, 'critical')))).toBe(at(3 * hour));
    expect(deadline(made(graded(complaint, 'major')))).toBe(at(9 * hour));
    expect(deadline(made(graded(complaint, 'critical', 23 * hour)))).toBe(at(24 * hour));
  });

  test('less grave: within its time from the beginning', () => {
    const critical = made(graded(complaint, 'critical'));
    expect(deadline(made(graded(critical, 'minor', 2 * hour)))).toBe(at(24 * hour));
  });

  test('whoever was told of a deadline that moved is told of the new one; of one that stayed is not', () => {
    const warned = {
      ...complaint,
      clocks: complaint.clocks.map((clock) => ({ ...clock, level: 1 as const })),
    };
    expect(made(graded(warned, 'critical')).clocks[0]?.level).toBe(0);
    expect(made(graded(warned, 'critical', 23 * hour)).clocks[0]?.level).toBe(1);
    expect(made(graded(warned, 'minor')).clocks).toEqual(warned.clocks);
  });

  test('the first one, minor, changes no deadline', () => {
    const { grade: _grade, ...ungraded } = complaint;
    const first = made(graded(ungraded, 'minor'));
    expect(first).toMatchObject({ grade: 'minor', clocks: complaint.clocks });
    expect(first.steps.at(-1)).toMatchObject({ what: 'graded', by: '主管', note: { text: '影响多户' } });
  });

  test('whoever grades it, also as its words suggested, has graded it', () => {
    const suggested = { ...complaint, grade: 'critical', isGradeSuggested: true } as const;
    const confirmed = made(graded(suggested, 'critical'));
    expect(confirmed).toMatchObject({ grade: 'critical', clocks: suggested.clocks });
    expect(confirmed).not.toHaveProperty('isGradeSuggested');
    expect(made(graded(suggested, 'minor'))).not.toHaveProperty('isGradeSuggested');
  });

  test('not again and again: not after 300 steps', () => {
    const steps = (count: number) => Array.from({ length: count }, () => ({ at: morning, what: 'graded' }));
    expect(codeOf(graded({ ...complaint, steps: steps(299) }, 'major'))).toBeUndefined();
    expect(codeOf(graded({ ...complaint, steps: steps(300) }, 'major'))).toBe('TICKET_TOO_LONG');
  });

  test('only for a complaint that waits', () => {
    expect(codeOf(graded({ ...complaint, type: 'enquiry' }, 'major'))).toBe('GRADE_NOT_POSSIBLE');
    expect(codeOf(graded(answered, 'major'))).toBe('GRADE_NOT_POSSIBLE');
  });
});
