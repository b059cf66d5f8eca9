import type { Cloud } from '../../../simulator/cloud/cloud';
import { demoCommunity } from '../importDemo';
import type { Caller, Colleague, Neighbour } from './neighbours';
import type { Act, StoryClock } from './storyClock';
import { instantOf } from './storyTimes';
import { TicketLife, type Worker } from './ticketLife';
import { storiesAt } from './ticketStories';

const { id: communityId } = demoCommunity;

interface Community {
  readonly neighbours: readonly Neighbour[];
  readonly callers: readonly Caller[];
  readonly staff: readonly Colleague[];
}

/** Owners report, staff work, owners rate: each at its own time of the last weeks, by the actions anybody uses. */
export async function liveTickets(
  cloud: Cloud,
  clock: StoryClock,
  { neighbours, callers, staff }: Community,
): Promise<readonly Act[]> {
  const workers = await goOnDuty(staff);
  const desk = staff.find(({ duty }) => duty.includes('客服'))?.phone;
  const leader = staff.find(({ duty }) => duty === '主管')?.phone;
  if (!desk || !leader) throw new Error('the demo has no customer service or no supervisor');
  const lives: TicketLife[] = [];
  const acts = storiesAt(clock.present).flatMap((story, index) => {
    const owner = neighbours[index % neighbours.length];
    const caller = callers[index % callers.length];
    if (!owner || !caller) throw new Error('nobody lives in the demo');
    const life = new TicketLife(cloud, { owner, caller, workers, desk, leader }, story, clock.present);
    lives.push(life);
    return life.acts(instantOf(story.when, clock.present));
  });
  // Silence closes what is done by a tick; then whoever has no account is called.
  const yesterday = (at: '8:30' | '8:45') => instantOf({ daysAgo: 1, at }, clock.present);
  const calls = async () => {
    for (const life of lives) await life.call();
  };
  return [
    ...acts,
    { at: yesterday('8:30'), act: () => clock.catchUp() },
    { at: yesterday('8:45'), act: calls },
  ];
}

async function goOnDuty(staff: readonly Colleague[]): Promise<readonly Worker[]> {
  const workers: Worker[] = [];
  for (const one of staff.filter(({ duty }) => /维修工|保安/.test(duty))) {
    const { staffId, folder, isOnDuty } = await one.phone.ask('ticketWork.queue', { communityId });
    if (!isOnDuty) await one.phone.ask('roster.switchDuty', { communityId, isOnDuty: true });
    workers.push({ ...one, staffId, folder });
  }
  return workers;
}
