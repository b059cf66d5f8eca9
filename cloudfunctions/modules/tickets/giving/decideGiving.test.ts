import type { StaffMember } from '../../people';
import { usualTerms } from '../terms';
import type { Terms, Ticket } from '../ticket';
import { at, minute, morning, sample } from '../work/testing/samples';
import { inHandInOrder, placedOf, waitingOf } from './candidate';
import { decideGiving, isNobodyLeft, nearClockAt, type OnDuty } from './decideGiving';
import { emptyWorkload, type HeldTicket } from './workload';

const held = (ticketId: string, more: Partial<HeldTicket> = {}): HeldTicket => ({
  ...{ ticketId, urgency: 'general', state: 'accepted', since: morning, building: '3栋', skill: '水暖' },
  ...{ usualMinutes: 60, reportedAt: morning, mayMove: true },
  ...more,
});

function member(staffId: string): StaffMember {
  return {
    ...{ _id: staffId, version: 1, communityId: 'yunqi', name: staffId, phone: '1', openid: `o-${staffId}` },
    ...{ duties: ['engineer'], skills: ['水暖'], areas: [], from: '2020-01-01' as StaffMember['from'] },
  };
}

function onDuty(staffId: string, ...tickets: readonly HeldTicket[]): OnDuty {
  const workload = { ...emptyWorkload(staffId, 'yunqi'), isOnDuty: true, lastBuilding: '3栋', tickets };
  return { member: member(staffId), workload };
}

function given(people: readonly OnDuty[], waiting: readonly Ticket[] = []) {
  const decided = decideGiving({ people, waiting, terms: usualTerms, now: morning });
  return Object.fromEntries(decided.given.map(({ ticketId, staffId }) => [ticketId, staffId]));
}

const working = held('now', { state: 'working' });

describe('what is accepted and not begun', () => {
  it('goes to who is free and at the door sooner by more than an unanswered offer takes', () => {
    expect(given([onDuty('a', working, held('behind')), onDuty('b')])).toEqual({ behind: 'b' });
  });

  it.each<[string, Partial<HeldTicket>, Partial<HeldTicket>]>([
    ['what a person decided, or has moved once', {}, { mayMove: false }],
    ['what its holder is soon done for', { usualMinutes: 15 }, {}],
    ['what is begun', {}, { state: 'working' }],
    ['what stands still', {}, { state: 'paused' }],
    ['what has not been answered', {}, { state: 'offered' }],
  ])('but not %s', (_, first, second) => {
    expect(given([onDuty('a', { ...working, ...first }, held('behind', second)), onDuty('b')])).toEqual({});
  });

  it('nor what its holder is on the way to', () => {
    expect(given([onDuty('a', held('going')), onDuty('b')])).toEqual({});
  });

  it('nor to somebody at work', () => {
    expect(given([onDuty('a', working, held('behind')), onDuty('b', held('other'))])).toEqual({});
  });

  it('stays when what nobody has needs the free one', () => {
    const burst = sample({ _id: 'burst', state: 'waiting', problem: 'burst', urgency: 'emergency' });
    expect(given([onDuty('a', working, held('behind')), onDuty('b')], [burst])).toEqual({ burst: 'b' });
  });
});

it('tells ways by how the buildings stand, where the company has said so', () => {
  const at11 = sample({ _id: 'at11', state: 'waiting', building: '11栋' });
  const standing = (staffId: string, lastBuilding: string): OnDuty => {
    const { member, workload } = onDuty(staffId);
    return { member, workload: { ...workload, lastBuilding } };
  };
  const whoGoes = (terms: Terms) => {
    const people = [standing('a', '1栋'), standing('b', '3栋')];
    return decideGiving({ people, waiting: [at11], terms, now: morning }).given;
  };
  expect(whoGoes(usualTerms)).toEqual([{ ticketId: 'at11', staffId: 'b' }]);
  const buildingRows = [
    ['1栋', '2栋', '3栋'],
    ['11栋', '12栋', '13栋'],
  ];
  expect(whoGoes({ ...usualTerms, buildingRows })).toEqual([{ ticketId: 'at11', staffId: 'a' }]);
});

describe('somebody as the rule sees them', () => {
  const seen = (...tickets: readonly HeldTicket[]) => {
    const one = onDuty('a', ...tickets);
    return placedOf(one.member, one.workload, at(20 * minute));
  };

  it.each<[string, readonly HeldTicket[], number, number]>([
    ['with nothing', [], 0, 0],
    ['with what stands still', [held('t', { state: 'paused' })], 0, 0],
    ['20 minutes into an hour', [working], 40, 40],
    ['long over the usual time', [held('t', { state: 'working', usualMinutes: 15 })], 5, 5],
    ['on the way: an emergency can turn them round', [held('t')], 60, 1],
    ['with an emergency behind', [working, held('e', { urgency: 'emergency', usualMinutes: 30 })], 70, 70],
  ])('%s', (_, tickets, free, urgentFree) => {
    expect(seen(...tickets)).toMatchObject({ freeInMinutes: free, urgentFreeInMinutes: urgentFree });
  });

  it('has in hand first what they are at, then emergencies, then the nearest clock, accepted before offered', () => {
    const all = [
      held('offer', { state: 'offered' }),
      held('later', { clockBy: at(2) }),
      held('sooner', { clockBy: at(1) }),
      held('urgent', { urgency: 'emergency', clockBy: at(9) }),
      held('still', { state: 'paused' }),
      working,
    ];
    const { workload } = onDuty('a', ...all);
    expect(inHandInOrder(workload).map(({ ticketId }) => ticketId)).toEqual([
      ...['now', 'urgent', 'sooner', 'later', 'offer'],
    ]);
  });
});

describe('a ticket as the rule sees it', () => {
  it('is not offered again to who declined it or did not answer, but to who went home', () => {
    const turned = (['declined', 'noAnswer', 'transferred', 'overridden', 'offDuty', 'sooner'] as const).map(
      (how) => ({ staffId: how, at: morning, how }),
    );
    expect(waitingOf(sample({ turned })).declinedBy).toEqual([
      ...['declined', 'noAnswer', 'transferred', 'overridden'],
    ]);
  });

  it('after 300 steps nobody is asked again: a duty switched on and off ends', () => {
    const turned = [{ staffId: 'home', at: morning, how: 'offDuty' as const }];
    const steps = (count: number) => Array.from({ length: count }, () => ({ at: morning, what: 'offer' }));
    expect(waitingOf(sample({ turned, steps: steps(299) })).declinedBy).toEqual([]);
    expect(waitingOf(sample({ turned, steps: steps(300) })).declinedBy).toEqual(['home']);
  });

  it('given back after it was accepted, it is near its clock at once', () => {
    const stopped = {
      kind: 'respond' as const,
      startedAt: morning,
      by: at(9),
      stoppedAt: morning,
      level: 0 as const,
    };
    expect(waitingOf(sample({ clocks: [stopped] })).respondBy).toBe(morning);
  });

  it('has nobody left when all who could have turned it down', () => {
    const placed = [placedOf(member('a'), onDuty('a').workload, morning)];
    const asked = waitingOf(sample());
    expect(isNobodyLeft(asked, placed)).toBe(false);
    expect(isNobodyLeft({ ...asked, declinedBy: ['a'] }, placed)).toBe(true);
    expect(isNobodyLeft({ ...asked, skill: '电梯' }, placed)).toBe(true);
  });

  it('may be given to somebody at work from so long before its clock', () => {
    const asked = { ...waitingOf(sample()), respondBy: at(60 * minute) };
    expect(nearClockAt([asked], 15, morning)).toBe(at(45 * minute));
    expect(nearClockAt([asked], 60, morning)).toBeUndefined();
  });
});
