import { ticketStates } from '../../../../../types/ticket';
import { startClock } from '../../clocks';
import type { KeptFile, Ticket } from '../../ticket';
import { codeOf, made } from '../testing/outcomes';
import { acting, at, hour, morning, sample } from '../testing/samples';
import { finish } from './finish';

const file = (name: string, later = 0): KeptFile => ({
  fileId: `cloud://e.b/${name}`,
  at: at(later),
  check: 'passed',
});
const done = { result: '换了软管', signature: file('s.png') };
const engineer = acting('assignee', hour);
const ready = sample({
  clocks: startClock([], 'close', 24 * 60, morning),
  checkedInAt: morning,
  checklist: [{ item: '敲门，说明来意', at: morning }],
  before: [file('b.jpg')],
  after: [file('a.jpg', hour)],
});

test('finished: the clocks stop, the 72 hours of silence begin, the engineer has signed', () => {
  const ticket = made(finish(ready, done, [], engineer));
  expect(ticket).toMatchObject({
    state: 'finished',
    result: '换了软管',
    signed: { engineer: done.signature },
  });
  expect(ticket.clocks).toMatchObject([
    { kind: 'close', stoppedAt: at(hour) },
    { kind: 'acceptance', by: at(73 * hour) },
  ]);
  expect(ticket.steps.at(-1)).toMatchObject({ what: 'finish', note: { text: '换了软管' } });
});

test.each<[string, Partial<Ticket>, string]>([
  ['an item open', { checklist: [{ item: '敲门，说明来意' }] }, 'CHECKLIST_OPEN'],
  ['no photo of before', { before: [] }, 'PHOTO_MISSING'],
  ['no photo of after', { after: [] }, 'PHOTO_MISSING'],
  ['a photo of after only from an earlier visit', { checkedInAt: at(2 * hour) }, 'PHOTO_MISSING'],
])('not with %s', (_what, more, code) => {
  expect(codeOf(finish({ ...ready, ...more }, done, [], engineer))).toBe(code);
});

test('what nobody can see needs no photos', () => {
  const noise = { ...ready, problem: 'noise' as const, before: [], after: [] };
  expect(made(finish(noise, done, [], engineer)).state).toBe('finished');
});

test('not while somebody is still on a task it has opened', () => {
  const states = ticketStates.filter((state) => codeOf(finish(ready, done, [{ state }], engineer)));
  expect(states).toEqual(['waiting', 'offered', 'accepted', 'working', 'paused', 'answering', 'answered']);
  expect(codeOf(finish(ready, done, [{ state: 'working' }], engineer))).toBe('TASKS_OPEN');
});

test('a task is finished with one photo, and waits for nobody to accept it', () => {
  const task = { ...ready, channel: 'linked' as const, problem: 'security' as const, before: [] };
  const ticket = made(finish(task, done, [], engineer));
  expect(ticket.clocks.map(({ kind }) => kind)).toEqual(['close']);
  expect(codeOf(finish({ ...task, after: [] }, done, [], engineer))).toBe('PHOTO_MISSING');
});

test('by whoever has it, from work alone', () => {
  expect(codeOf(finish(ready, done, [], acting('supervisor')))).toBe('NOT_ALLOWED');
  expect(codeOf(finish({ ...ready, state: 'accepted' }, done, [], engineer))).toBe('TICKET_MOVED');
});
