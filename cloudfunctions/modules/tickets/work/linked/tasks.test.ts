import { problems, ticketTypes, urgencies } from '../../../../../types/ticket';
import { skillOf } from '../../dispatch/skills';
import { usualTerms } from '../../terms';
import type { Ticket } from '../../ticket';
import { at, minute, morning, sample } from '../testing/samples';
import { tasksFor } from './tasks';

const reported = (more: Partial<Ticket>) => sample({ state: 'waiting', ...more });
const said = (text: string) => ({ text: { text, check: 'pending' as const } });
const opened = (ticket: Ticket) => tasksFor(ticket, morning, usualTerms);
const names = (ticket: Ticket) => opened(ticket).map(({ _id }) => _id.split('·').at(-1));

describe('one request, whole chain', () => {
  test('a strange noise of a lift: engineering inspects, guards keep people away', () => {
    const ticket = reported({ problem: 'lift', ...said('3栋电梯有异响') });
    const tasks = opened(ticket);
    expect(tasks.map(({ _id }) => _id)).toEqual([`${ticket._id}·inspection`, `${ticket._id}·cordon`]);
    expect(tasks.map(({ problem }) => skillOf(problem))).toEqual(['电梯', '保安']);
    expect(tasks.map(({ number }) => number)).toEqual(['20261110-0001-1', '20261110-0001-2']);
    for (const task of tasks)
      expect(task).toMatchObject({
        ...{ parentId: ticket._id, channel: 'linked', state: 'waiting', type: 'repair' },
        ...{ place: '3栋', building: '3栋', communityId: 'yunqi', title: { check: 'passed' } },
        clocks: [
          { kind: 'respond', by: at(15 * minute) },
          { kind: 'arrive', by: at(30 * minute) },
        ],
      });
  });

  test('what was taken for a lift and is a fire opens the evacuation, whatever is open already', () => {
    const lift = reported({ problem: 'lift', urgency: 'emergency' });
    const fire = { ...lift, problem: 'fire' as const, taskIds: opened(lift).map(({ _id }) => _id) };
    expect(names(fire)).toEqual(['evacuation']);
  });

  test.each([
    ['电梯咯吱响', 'general'],
    ['电梯抖得厉害', 'general'],
    ['电梯突然下滑一层', 'general'],
    ['老人困在电梯里', 'emergency'],
  ] as const)('%s (%s): inspection and cordon', (text, urgency) => {
    expect(names(reported({ problem: 'lift', urgency, ...said(text) }))).toEqual(['inspection', 'cordon']);
  });

  test.each([
    ['a lift whose lamp is out', { problem: 'lift', ...said('电梯里的灯不亮') }],
    [
      'an enquiry about the noise of a lift',
      { problem: 'lift', type: 'enquiry', ...said('电梯有异响正常吗') },
    ],
    ['a leak', { problem: 'leak' }],
    ['a burst that is over', { problem: 'burst', urgency: 'general' }],
    ['a broken fire hydrant', { problem: 'fire', urgency: 'general' }],
  ] as const)('nothing for %s', (_what, more) => {
    expect(names(reported(more as Partial<Ticket>))).toEqual([]);
  });

  test.each([
    ['burst', ['valve'], '3栋2单元1201'],
    ['gas', ['gasCordon'], '3栋2单元1201'],
    ['fire', ['evacuation'], '3栋'],
  ] as const)('%s: the guards first, where they are needed', (problem, expected, place) => {
    const ticket = reported({ problem, urgency: 'emergency' });
    expect(names(ticket)).toEqual(expected);
    expect(opened(ticket)[0]).toMatchObject({ problem: 'security', place });
  });

  test('none twice, and a task opens none', () => {
    const ticket = reported({ problem: 'gas', urgency: 'emergency' });
    const [task] = opened(ticket);
    if (!task) throw new Error('no task');
    expect(opened({ ...ticket, taskIds: [task._id] })).toEqual([]);
    expect(opened(ticket)).toEqual(opened(ticket));
    expect(opened({ ...task, version: 1, problem: 'gas' })).toEqual([]);
  });

  test('whatever is reported, all fits in one commit, and nobody of the home stands on a task', () => {
    for (const problem of problems)
      for (const type of ticketTypes)
        for (const urgency of urgencies) {
          const tasks = opened(reported({ problem, type, urgency, ...said('异响') }));
          expect(tasks.length).toBeLessThanOrEqual(3);
          expect(new Set(tasks.map(({ _id }) => _id)).size).toBe(tasks.length);
          for (const task of tasks) {
            expect(task.homeId).toBeUndefined();
            expect(task.reporter).toEqual({ name: '关联任务', phone: '' });
            expect(task.checklist.length).toBeGreaterThan(0);
          }
        }
  });
});
