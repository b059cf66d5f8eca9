import { usualTerms } from '../terms';
import type { DispatchRecord, Ticket } from '../ticket';
import { at, minute, morning, sample } from '../work/testing/samples';
import { accepted, declined, lapsed, offeredByRule, offerReturned, overridden, transferred } from './hands';

const handing = { now: at(5 * minute), terms: usualTerms, by: { by: '系统' } };
const ma = {
  ...{ _id: 'ma', version: 1, communityId: 'yunqi', name: '马俊', phone: '138', openid: 'o-ma' },
  ...{ duties: ['engineer' as const], skills: ['水暖'], areas: [], from: '2020-01-01' as never },
};
const record: DispatchRecord = {
  ...{ ruleVersion: 1, sentence: '马俊会水暖。', principle: '', compared: [] },
  ...{ at: morning, skill: '水暖', place: '3栋', givenTo: 'ma' },
};
const { assignee: had, ...nobodys } = sample({ state: 'waiting' });
const waiting: Ticket = nobodys;

function value<T>(outcome: { ok: true; value: T } | { ok: false }): T {
  if (!outcome.ok) throw new Error('refused');
  return outcome.value;
}

test('the rule offers what waits, for so long as the terms say, and says why', () => {
  const next = value(offeredByRule(waiting, ma, record, handing));
  expect(next).toMatchObject({
    ...{ state: 'offered', dispatch: record, turned: [] },
    assignee: { staffId: 'ma', openid: 'o-ma', givenAt: at(5 * minute), answerBy: at(25 * minute) },
    steps: [{ what: 'offer', by: '系统', note: { text: '马俊会水暖。' } }],
  });
  const urgent = value(offeredByRule({ ...waiting, urgency: 'emergency' }, ma, record, handing));
  expect(urgent.assignee?.answerBy).toBe(at(8 * minute));
});

test('accepted, its respond clock stops; nobody else can, and nobody twice', () => {
  const clocks = [{ kind: 'respond' as const, startedAt: morning, by: at(120 * minute), level: 0 as const }];
  const offered = value(offeredByRule({ ...waiting, clocks }, ma, record, handing));
  const next = value(accepted(offered, ma, handing));
  expect(next).toMatchObject({
    ...{ state: 'accepted', assignee: { staffId: 'ma', acceptedAt: handing.now } },
    clocks: [{ stoppedAt: handing.now }],
  });
  const li = { ...ma, _id: 'li' };
  expect(accepted(offered, li, handing)).toMatchObject({ refusal: { code: 'TICKET_TAKEN' } });
  expect(accepted(next, ma, handing)).toMatchObject({ refusal: { code: 'TICKET_MOVED' } });
  expect(accepted(sample({ state: 'closed' }), li, handing)).toMatchObject({
    refusal: { code: 'TICKET_MOVED' },
  });
  expect(value(accepted(waiting, li, handing))).toMatchObject({
    state: 'accepted',
    assignee: { staffId: 'li' },
  });
});

test.each([
  ['declined', (ticket: Ticket) => declined(ticket, '在处理急单', handing)],
  ['noAnswer', (ticket: Ticket) => lapsed(ticket, handing)],
  ['offDuty', (ticket: Ticket) => offerReturned(ticket, handing)],
] as const)('%s, it waits again and is nobody’s', (how, giveBack) => {
  const next = value(giveBack(sample({ state: 'offered' })));
  expect(next).toMatchObject({ state: 'waiting', turned: [{ staffId: 'engineer', how }] });
  expect(next).not.toHaveProperty('assignee');
  expect(giveBack(sample({ state: 'closed' }))).toMatchObject({ refusal: { code: 'TICKET_MOVED' } });
});

test('an accepted ticket does not lapse', () => {
  expect(lapsed(sample({ state: 'accepted' }), handing)).toMatchObject({ refusal: { code: 'TICKET_MOVED' } });
});

test.each([
  ['transferred', (ticket: Ticket) => transferred(ticket, ma, '离得近', handing)],
  ['overridden', (ticket: Ticket) => overridden(ticket, ma, '更合适', { ...handing, as: 'supervisor' })],
  ['sooner', (ticket: Ticket) => offeredByRule(ticket, ma, record, handing)],
] as const)('%s, somebody else must answer, and who had it is remembered', (how, giveOn) => {
  const next = value(giveOn(sample({ state: 'accepted' })));
  expect(next).toMatchObject({
    ...{ state: 'offered', assignee: { staffId: 'ma' } },
    turned: [{ staffId: had?.staffId, how }],
  });
  expect(giveOn(sample({ state: 'working' }))).toMatchObject({ refusal: { code: 'TICKET_MOVED' } });
});

test('given to somebody else, a time that nobody has agreed to is none any more; an agreed one stays', () => {
  const paused = { since: morning, reason: 'owner' as const, note: '缺配件' };
  const override = (isConfirmed: boolean) => {
    const appointment = { from: at(60 * minute), to: at(120 * minute), isConfirmed };
    const ticket = sample({ state: 'paused', paused, appointment });
    return value(overridden(ticket, ma, '更合适', { ...handing, as: 'supervisor' }));
  };
  expect(override(false)).not.toHaveProperty('appointment');
  expect(override(true).appointment).toMatchObject({ isConfirmed: true });
});
