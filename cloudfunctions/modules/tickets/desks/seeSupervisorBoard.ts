import type { ParsedOf } from '../../../../types/contract';
import type { StaffLoad, SupervisorBoard } from '../../../../types/contract/ticketDesks';
import { addDays, type Instant, startOfDay } from '../../../../types/day';
import { granted } from '../../../../types/refusal';
import type { Duty } from '../../../../types/role';
import type { Reading } from '../../../kernel/routes';
import { isOnStaff, type StaffMember, staffOf } from '../../people';
import { emptyWorkload, type Workload } from '../giving/workload';
import { workloadsOf } from '../giving/workloadsStore';
import { readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import { firstHourAt, hoursOf, plannedStretches, workedStretches } from './dayLoad';
import {
  countChecks,
  countLate,
  countOfDay,
  countReportedIn,
  type DayTicket,
  openPlaces,
  ticketsListed,
  ticketsMovedSince,
} from './desksStore';

const workers: readonly Duty[] = ['engineer', 'guard'];

/** The board of a community: today's figures, what is late, who is busy, where it is (B4). Eleven reads and more by the hundred. */
export const seeSupervisorBoard: Reading<ParsedOf<'ticketDesks.supervisor'>, SupervisorBoard> = async (
  { communityId },
  { caller, now, today },
) => {
  const midnight = startOfDay(today);
  const tomorrow = startOfDay(addDays(today, 1));
  const [late, lateCount, kept, missed, moved, open, checksDue, reported, tasks, register] =
    await Promise.all([
      ticketsListed({ communityId, kind: 'late', now }, undefined),
      countLate(communityId, now),
      countOfDay(communityId, 'kept', today),
      countOfDay(communityId, 'missed', today),
      ticketsMovedSince(communityId, midnight),
      openPlaces(communityId),
      countChecks(communityId),
      countReportedIn(communityId, 'reported', midnight, tomorrow),
      countReportedIn(communityId, 'tasks', midnight, tomorrow),
      staffOf(communityId),
    ]);
  const staff = register.filter(
    (member) => isOnStaff(member, today) && member.duties.some((duty) => workers.includes(duty)),
  );
  const workloads = await workloadsOf(staff.map(({ _id }) => _id));
  return granted({
    today: {
      ...{ tickets: reported, tasks },
      onTime: kept + missed === 0 ? 1000 : Math.round((1000 * kept) / (kept + missed)),
      ...{ kept, missed },
      late: lateCount,
    },
    late: late.rows.map((ticket) => rowOf(ticket, readerOf(ticket, caller))),
    staff: staff
      .map((member) => loadOf(member, workloads, { moved, now }))
      .sort((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty) || b.open - a.open),
    firstHour: firstHourAt(now),
    buildings: byBuilding(open.places),
    ...(open.total > open.places.length ? { undrawn: { drawn: open.places.length, of: open.total } } : {}),
    checksDue,
  });
};

interface Today {
  readonly moved: readonly DayTicket[];
  readonly now: Instant;
}

function loadOf(
  { _id, communityId, name, skills }: StaffMember,
  workloads: readonly Workload[],
  { moved, now }: Today,
): StaffLoad {
  const workload = workloads.find((one) => one._id === _id) ?? emptyWorkload(_id, communityId);
  // Also of what has gone on to somebody else since.
  const done = moved.flatMap(({ steps, state, assignee }) =>
    workedStretches(steps, _id, state === 'working' && assignee?.staffId === _id, now),
  );
  return {
    ...{ staffId: _id, name, skills, isOnDuty: workload.isOnDuty, open: workload.tickets.length },
    hours: hoursOf(now, done, plannedStretches(workload, now)),
  };
}

type Places = Awaited<ReturnType<typeof openPlaces>>['places'];

function byBuilding(places: Places): SupervisorBoard['buildings'] {
  const counts = new Map<string, { open: number; emergencies: number; tasks: number }>();
  for (const { building, urgency, channel } of places) {
    const { open, emergencies, tasks } = counts.get(building) ?? { open: 0, emergencies: 0, tasks: 0 };
    const isTask = channel === 'linked';
    counts.set(building, {
      open: open + (isTask ? 0 : 1),
      emergencies: emergencies + (!isTask && urgency === 'emergency' ? 1 : 0),
      tasks: tasks + (isTask ? 1 : 0),
    });
  }
  return [...counts]
    .map(([building, figures]) => ({ building, ...figures }))
    .sort((a, b) => a.building.localeCompare(b.building, 'zh', { numeric: true }));
}
