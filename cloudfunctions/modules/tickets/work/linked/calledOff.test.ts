import { emptyWorkload, workloadAfter } from '../../giving/workload';
import { usualTerms } from '../../terms';
import type { Ticket } from '../../ticket';
import { morning, sample } from '../testing/samples';
import { calledOffAtOnce, endedTogether } from './endTogether';
import { abandonedTasks, tasksFor } from './tasks';

const gas = sample({ state: 'accepted', problem: 'gas', urgency: 'emergency' });
const opened = tasksFor(gas, morning, usualTerms);
const lift = { ...gas, problem: 'lift' as const };
const liftTasks = tasksFor(lift, morning, usualTerms);
const ids = (tasks: readonly { readonly _id: string }[]) => tasks.map(({ _id }) => _id);

test('what is put right keeps the tasks it still opens, and abandons the others', () => {
  const taskIds = ids([...opened, ...liftTasks]);
  expect(abandonedTasks({ ...gas, taskIds })).toEqual(ids(liftTasks));
  expect(abandonedTasks({ ...lift, taskIds })).toEqual(ids(opened));
  expect(abandonedTasks({ ...gas, problem: 'leak', taskIds })).toEqual(taskIds);
});

test('what was called off and is needed again is opened anew, under an id and a number of its own', () => {
  const taskIds = ids(opened);
  expect(tasksFor({ ...gas, taskIds }, morning, usualTerms, [])).toEqual([]);
  const [again] = tasksFor({ ...gas, taskIds }, morning, usualTerms, taskIds);
  expect(again).toMatchObject({ _id: `${taskIds[0]}·2`, state: 'waiting', problem: opened[0]?.problem });
  expect(again?.number).not.toBe(opened[0]?.number);
  const both = [...taskIds, again?._id ?? ''];
  expect(tasksFor({ ...gas, taskIds: both }, morning, usualTerms, taskIds)).toEqual([]);
  expect(tasksFor({ ...gas, taskIds: both }, morning, usualTerms, both)[0]?._id).toBe(`${taskIds[0]}·3`);
  expect(abandonedTasks({ ...gas, taskIds: both })).toEqual([]);
  expect(abandonedTasks({ ...lift, taskIds: both })).toEqual(both);
});

const held = sample().assignee;
const change = { what: 'ticketCorrected', now: morning, terms: usualTerms, watchers: { staff: [] } };

function off(states: readonly Ticket['state'][]) {
  const tasks = liftTasks.map((task, at): Ticket => {
    const state = states[at] ?? 'waiting';
    return { ...task, version: 1, state, ...(state === 'waiting' || !held ? {} : { assignee: held }) };
  });
  const before = { ...lift, taskIds: ids(tasks) };
  return endedTogether(before, { ...before, problem: 'leak' }, { ...change, workloads: [], tasks });
}

test.each([
  ['waiting', 'cancelled'],
  ['offered', 'cancelled'],
  ['accepted', 'cancelled'],
  ['paused', 'cancelled'],
  ['working', 'closed'],
  ['finished', 'closed'],
] as const)(
  'an abandoned task that is %s is %s with the correction, and its guard is told',
  (state, ends) => {
    const { writes, messages, due } = off([state]);
    const written = writes.map((write) => ('document' in write ? (write.document as Partial<Ticket>) : {}));
    expect(written.find(({ _id }) => _id === liftTasks[0]?._id)).toMatchObject({ state: ends });
    expect(messages.map(({ kind }) => kind)).toEqual(state === 'waiting' ? [] : ['workMoved']);
    expect(due).toContainEqual({ kind: 'ticket', key: liftTasks[0]?._id, at: 'never' });
  },
);

test('however many there are, one commit holds them; what has ended takes no room', () => {
  const many = ['cancelled', 'working', 'waiting', 'closed', 'paused', 'offered'] as const;
  const tasks = many.map((state) => sample({ state }));
  const states = (openedNow: readonly string[]) =>
    calledOffAtOnce(tasks, gas, { taskIds: openedNow }).map(({ state }) => state);
  expect(states([])).toEqual(['working', 'waiting', 'paused']);
  expect(states(['a', 'b'])).toEqual(['working']);
});

test('the largest correction, three people called off at once and the holder too, is one commit of at most 20 documents', () => {
  const tasks = ['a', 'b', 'c'].map((name): Ticket => {
    const assignee = held && { ...held, staffId: `guard-${name}` };
    return sample({ _id: `${gas._id}·${name}`, state: 'accepted', ...(assignee ? { assignee } : {}) });
  });
  const before = { ...gas, taskIds: ids(tasks) };
  const wanted = calledOffAtOnce(tasks, before, before);
  expect(wanted).toHaveLength(3);
  const { assignee: _back, ...next } = { ...before, state: 'waiting' as const };
  const workloads = [before, ...tasks].map((ticket) => {
    const load = workloadAfter(emptyWorkload(ticket.assignee?.staffId ?? '', 'yunqi'), ticket, morning);
    return { ...load, version: 1 };
  });
  const { writes, due } = endedTogether(before, next, { ...change, workloads, tasks: wanted });
  // With the audit entry, the outbox and the request's record.
  expect(writes.length + due.length + 3).toBeLessThanOrEqual(20);
  expect(writes.length).toBe(8);
});
