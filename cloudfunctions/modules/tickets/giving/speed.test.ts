import type { Problem } from '../../../../types/ticket';
import type { StaffMember } from '../../people';
import { usualTerms } from '../terms';
import { minute, morning, sample } from '../work/testing/samples';
import { decideGiving, type OnDuty } from './decideGiving';
import { emptyWorkload, type HeldTicket } from './workload';

const trades = ['水暖', '电工', '泥瓦', '木工', '弱电'] as const;
const problems: readonly Problem[] = ['leak', 'lighting', 'wall', 'door', 'network'];

function onDuty(index: number): OnDuty {
  const staffId = `p${index}`;
  const member: StaffMember = {
    ...{ _id: staffId, version: 1, communityId: 'yunqi', name: staffId, phone: '1', openid: staffId },
    ...{ duties: ['guard'], areas: [], from: '2020-01-01' as StaffMember['from'] },
    skills: [trades[index % 5]!, trades[(index * 7) % 5]!],
  };
  // Every other one is at work, with something behind it that could move to somebody free.
  const tickets = index % 2 === 0 ? [] : [held(index, 'working'), held(index, 'accepted')];
  const lastBuilding = `${index % 50}栋`;
  return { member, workload: { ...emptyWorkload(staffId, 'yunqi'), isOnDuty: true, lastBuilding, tickets } };
}

function held(index: number, state: 'working' | 'accepted'): HeldTicket {
  return {
    ...{ ticketId: `${state}${index}`, urgency: 'general', state, since: morning, building: '9栋' },
    ...{ skill: trades[index % 5]!, usualMinutes: 60, reportedAt: morning, mayMove: true },
  };
}

it('decides over 1,000 tickets as they lie on disk and 200 people with what they have in hand within 50 ms', () => {
  const people = Array.from({ length: 200 }, (_, index) => onDuty(index));
  const waiting = Array.from({ length: 1000 }, (_, index) =>
    sample({
      ...{ _id: `t${index}`, state: 'waiting', problem: problems[(index * 3) % 5]! },
      ...{
        building: `${index % 50}栋`,
        reportedAt: (morning - ((index * 29) % 240) * minute) as typeof morning,
      },
    }),
  );
  // In time of the processor, the least of fifteen: what the decision takes, not what other work on the machine takes from it.
  const times = Array.from({ length: 15 }, () => {
    const before = process.cpuUsage();
    const { given } = decideGiving({ people, waiting, terms: usualTerms, now: morning });
    expect(given.length).toBeGreaterThanOrEqual(100);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThanOrEqual(50);
});
