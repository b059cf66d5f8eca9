import { lateTold, offerTold, unassignedTold } from '../giving/told';
import { usualTerms } from '../terms';
import type { Ticket } from '../ticket';
import { finish } from './doing/finish';
import { acting, morning, sample } from './testing/samples';
import { silenceWords, spanWords, tellAssignee, tellDuty, tellGrave, tellReporter } from './told';

const at = (text: string) => Date.parse(`${text}+08:00`);

test('a time as people read it, on one day or over midnight', () => {
  expect(spanWords({ from: at('2026-11-17T14:00'), to: at('2026-11-17T16:05') })).toBe(
    '11月17日 14:00—16:05',
  );
  expect(spanWords({ from: at('2026-11-30T22:00'), to: at('2026-12-01T00:30') })).toBe(
    '11月30日 22:00—12月1日 00:30',
  );
});

test('whoever reported it is told in WeChat, or as a resident to be called; behind a task is nobody', () => {
  const { openid: _openid, ...called } = sample().reporter;
  expect(tellReporter(sample(), 'ticketClosed')).toMatchObject([{ to: { openid: 'o-owner' } }]);
  expect(tellReporter(sample({ reporter: called }), 'ticketClosed')).toMatchObject([
    { to: { residentId: 'resident-owner' } },
  ]);
  expect(tellReporter(sample({ reporter: { name: '关联任务', phone: '' } }), 'ticketClosed')).toEqual([]);
});

test('how long silence may last is what the community has set, not what is usual', () => {
  const signature = { fileId: 'cloud://e.b/s.png', at: morning, check: 'pending' as const };
  const terms = { ...usualTerms, acceptance: 96 * 60 };
  const done = finish(sample({ problem: 'fee' }), { result: '好了', signature }, [], {
    ...acting('assignee'),
    terms,
  });
  if (!done.ok) throw new Error('refused');
  expect(silenceWords(done.value)).toEqual({ hours: 96 });
  expect(silenceWords(sample())).toEqual({});
});

test('each leader is told once how grave a complaint is, however it came to that', () => {
  const told = (grade: Ticket['grade'], before?: Ticket['grade']) =>
    tellGrave({ ...sample(), ...(grade === undefined ? {} : { grade }) }, before).map(({ to }) => to);
  expect(told('critical')).toEqual([{ duty: 'supervisor' }, { duty: 'projectManager' }]);
  expect(told('major')).toEqual([{ duty: 'supervisor' }]);
  expect(told('critical', 'major')).toEqual([{ duty: 'projectManager' }]);
  expect(told('major', 'critical')).toEqual([]);
});

test('an engineer without WeChat is reached by the supervisor', () => {
  const { assignee } = sample();
  if (!assignee) throw new Error('nobody has it');
  const { openid: _openid, ...offline } = assignee;
  expect(tellAssignee(sample({ assignee: offline }), 'ticketDisputed')).toMatchObject([
    { to: { duty: 'supervisor' } },
  ]);
  const { assignee: _nobody, ...waiting } = sample();
  expect(tellAssignee(waiting, 'ticketDisputed')).toEqual([]);
});

test('who has it is led to the work; whoever is to decide by their duty, to where desks decide', () => {
  const { assignee } = sample();
  if (!assignee) throw new Error('nobody has it');
  const { openid: _openid, ...offline } = assignee;
  const [late] = lateTold(sample(), [{ kind: 'arrive', level: 1, by: morning }]);
  const pages = [
    ...tellAssignee(sample(), 'ticketDisputed'),
    ...offerTold(sample(), sample()),
    ...(late ? [late] : []),
  ].map(({ page }) => page);
  expect(new Set(pages)).toEqual(new Set([`workTicket?ticketId=${sample()._id}`]));
  const levels = ([2, 3] as const).map((level) => ({ kind: 'arrive' as const, level, by: morning }));
  const decided = [
    ...tellAssignee(sample({ assignee: offline }), 'ticketDisputed'),
    ...offerTold(sample(), sample({ assignee: offline })).filter(({ kind }) => kind === 'ticketOffered'),
    ...tellDuty(sample(), 'customerService', 'poorRating'),
    ...unassignedTold(sample()),
    ...lateTold(sample(), levels),
    ...lateTold(sample(), [{ kind: 'revisit', level: 1, by: morning }]),
  ];
  expect(decided).toHaveLength(7);
  expect(new Set(decided.map(({ page }) => page))).toEqual(new Set([`deskTicket?ticketId=${sample()._id}`]));
});
