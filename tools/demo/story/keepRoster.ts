import type { StaffMember } from '../../../cloudfunctions/modules/people';
import type { Cloud } from '../../../simulator/cloud/cloud';
import { mondayOf } from '../../../src/packages/staffTickets/roster/week';
import { addDays, dayOf, type Instant } from '../../../types/day';
import type { Duty } from '../../../types/role';
import { DemoPhone } from '../demoPhone';
import { demoCommunity } from '../importDemo';
import { demoUsers } from '../users';
import { changesOn, rosteredDuties, shiftOn } from './roster';
import type { Act, StoryClock } from './storyClock';

const { id: communityId } = demoCommunity;
/** So long before the present people come and go as they are planned. */
const daysBefore = 2;

/** A supervisor plans this week and the next for whoever has no shift in them, as the roster screen does. */
export async function planShifts(cloud: Cloud, present: Instant): Promise<void> {
  const today = dayOf(cloud.context.clock.now() as Instant);
  const leader = staffOf(cloud, 'supervisor')[0]?.openid;
  if (leader === undefined) return;
  const phone = await DemoPhone.of(cloud.gatewayUrl, leader);
  const last = addDays(mondayOf(dayOf(present)), 7);
  for (let from = mondayOf(today); from <= last; from = addDays(from, 7)) {
    const plans = await phone.ask('roster.week', { communityId, from });
    const empty = new Map(
      plans.filter(({ days }) => days.every(({ shift }) => !shift)).map((plan) => [plan.staffId, plan.days]),
    );
    await Promise.all(
      rosteredDuties.flatMap((duty) =>
        staffOf(cloud, duty).map(async ({ _id: staffId }, place) => {
          for (const { day } of empty.get(staffId) ?? []) {
            const shift = day < today ? undefined : shiftOn(duty, place, day, present);
            if (shift) await phone.ask('roster.setShift', { communityId, staffId, day, shift });
          }
        }),
      ),
    );
  }
}

/** The plan two days before the present, and from then on who comes to work and who goes home. */
export function liveByRoster(cloud: Cloud, clock: StoryClock): readonly Act[] {
  const days = Array.from({ length: daysBefore + 1 }, (_, index) => addDays(clock.today, index - daysBefore));
  const [first] = days;
  if (first === undefined) return [];
  const begins = clock.weekBegins(first);
  const changes = days.flatMap(changesOn).filter((at) => at > begins && at <= clock.present);
  return [
    { at: begins, act: () => planShifts(cloud, clock.present) },
    ...changes.map((at) => ({ at, act: () => changeShifts(cloud, 'all') })),
  ];
}

/** Whoever's shift lasts switches on; of all, whoever's does not switches off, but for an emergency in hand. */
export async function changeShifts(cloud: Cloud, who: 'all' | 'coming'): Promise<void> {
  const now = cloud.context.clock.now();
  for (const { openid } of [...staffOf(cloud, 'engineer'), ...staffOf(cloud, 'guard')]) {
    if (openid === undefined) continue;
    const phone = await DemoPhone.of(cloud.gatewayUrl, openid);
    const { shift, isOnDuty, next } = await phone.ask('ticketWork.queue', { communityId });
    const isPlanned = shift !== undefined && shift.from <= now;
    const stays = next.some(({ urgency }) => urgency === 'emergency');
    if (isPlanned && !isOnDuty) await phone.ask('roster.switchDuty', { communityId, isOnDuty: true });
    if (!isPlanned && isOnDuty && who === 'all' && !stays)
      await phone.ask('roster.switchDuty', { communityId, isOnDuty: false });
  }
}

/** Who has this duty, the demo's own people first. */
function staffOf({ rooms }: Cloud, duty: Duty): readonly StaffMember[] {
  const found = rooms.database.engine.find({
    collection: 'staffMembers',
    filter: { communityId, duties: duty },
  }) as unknown as readonly StaffMember[];
  const rank = ({ phone }: StaffMember) => {
    const own = demoUsers.findIndex((user) => user.phone === phone);
    return own < 0 ? phone : `${own}`.padStart(11, '0');
  };
  return [...found].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
