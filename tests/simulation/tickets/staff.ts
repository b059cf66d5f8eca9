import { isRunning } from '../../../cloudfunctions/modules/tickets/clocks';
import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import { revisitDue } from '../../../cloudfunctions/modules/tickets/work/ending/revisit';
import { dayOf, type Instant } from '../../../types/day';
import { problems, ticketTypes, urgencies } from '../../../types/ticket';
import { hour, minute } from '../payments/time';
import { communityId, fieldStaff, openidOf } from './town';
import type { World } from './world';

/** Who has it; now and then somebody who has not. */
function holderOf(world: World, { assignee }: Ticket): string {
  return assignee === undefined || world.happens(0.05) ? world.oneOf(fieldStaff) : assignee.staffId;
}

type Work = (world: World, ticket: Ticket, staffId: string) => Promise<unknown>;

/** Whoever has a ticket that stands so does something with it; now and then with one that stands otherwise. */
function onTicket(states: readonly Ticket['state'][], work: Work): (world: World) => Promise<void> {
  return async (world) => {
    const isAny = world.happens(0.08);
    const ticket = world.some(({ state }) => isAny || states.includes(state));
    if (ticket) await work(world, ticket, holderOf(world, ticket));
  };
}

/** Accepted; now and then on two phones at once, or by two people. */
export const accept = onTicket(
  ['offered', 'offered', 'waiting'],
  async (world, { _id: ticketId }, staffId) => {
    const others = world.happens(0.3) ? [world.oneOf(fieldStaff)] : world.happens(0.2) ? [staffId] : [];
    await Promise.all(
      [staffId, ...others].map((person) => world.send(person, 'ticketWork.accept', { ticketId })),
    );
  },
);

export const decline = onTicket(['offered', 'accepted'], (world, { _id: ticketId }, staffId) =>
  world.send(staffId, 'ticketWork.decline', { ticketId, reason: '手上有活' }),
);

export const transfer = onTicket(['offered', 'accepted'], (world, { _id: ticketId }, staffId) =>
  world.send(staffId, 'ticketWork.transfer', { ticketId, to: world.oneOf(fieldStaff), reason: '他在附近' }),
);

export const override = onTicket(['waiting', 'offered', 'accepted', 'paused'], (world, { _id: ticketId }) =>
  world.send(world.oneOf(['supervisor', 'manager']), 'ticketWork.override', {
    ...{ ticketId, to: world.oneOf(fieldStaff), reason: '先去这一单' },
  }),
);

export const pause = onTicket(['accepted', 'working'], (world, { _id: ticketId }, staffId) =>
  world.send(world.happens(0.2) ? 'supervisor' : staffId, 'ticketWork.pause', {
    ...{ ticketId, reason: world.oneOf(['owner', 'part'] as const), note: '等一下' },
  }),
);

export const resume = onTicket(['paused'], (world, { _id: ticketId }, staffId) =>
  world.send(staffId, 'ticketWork.resume', { ticketId }),
);

export const postpone = onTicket(['accepted', 'working'], (world, { _id: ticketId }, staffId) => {
  const from = world.time.now + (1 + world.below(48)) * hour;
  const appointment = { from, to: from + 2 * hour };
  return world.send(staffId, 'ticketWork.postpone', { ticketId, reason: '缺配件', appointment });
});

/** From the door to the signature, with pauses; anything may come between. */
export const work = onTicket(['accepted', 'accepted', 'working'], async (world, ticket, staffId) => {
  const ticketId = ticket._id;
  const rest = () => world.time.sleep(world.below(20 * minute));
  if (ticket.state !== 'working') {
    await world.send(staffId, 'ticketWork.checkIn', { ticketId, cannotScan: '门牌掉了' });
    await rest();
  }
  const list = world.books.tickets.get(ticketId)?.checklist ?? [];
  for (const { item } of list.filter(({ at }) => at === undefined))
    await world.send(staffId, 'ticketWork.tick', { ticketId, item, isDone: true });
  for (const when of ['before', 'after'] as const) {
    const photos = [world.content.upload(openidOf(staffId), `${when}${world.below(6)}.jpg`)];
    await world.send(staffId, 'ticketWork.addPhotos', { ticketId, when, photos });
  }
  await rest();
  const signature = world.content.upload(openidOf(staffId), 'mine.png');
  await world.send(staffId, 'ticketWork.finish', { ticketId, result: '换了软管', signature });
});

const desks = ['service', 'supervisor', 'manager'] as const;

export const answer = onTicket(['answering'], (world, { _id: ticketId }) =>
  world.send(world.oneOf(desks), 'tickets.answer', { ticketId, text: '已经安排处理' }),
);

export const grade = onTicket(['answering'], (world, { _id: ticketId }) =>
  world.send(world.oneOf(desks), 'tickets.grade', {
    ...{ ticketId, grade: world.oneOf(['minor', 'major', 'critical'] as const), reason: '多户反映' },
  }),
);

export const correct = onTicket(
  ['waiting', 'offered', 'accepted', 'working', 'paused', 'answering'],
  (world, { _id: ticketId }) =>
    world.send(world.oneOf(['service', 'supervisor']), 'tickets.correct', {
      ...{ ticketId, type: world.oneOf(ticketTypes), problem: world.oneOf(problems) },
      ...{ urgency: world.oneOf(urgencies), reason: '电话里问清楚了' },
    }),
);

/** Whoever is to revisit does; now and then somebody of another level. */
export async function revisit(world: World): Promise<void> {
  const ticket = world.some((one) => revisitDue(one) !== undefined);
  if (!ticket) return;
  const who = desks[(revisitDue(ticket)?.level ?? 1) - 1] ?? 'manager';
  const person = world.happens(0.1) ? world.oneOf(desks) : who;
  const isSatisfied = world.happens(0.5);
  await world.send(person, 'ticketWork.revisit', { ticketId: ticket._id, isSatisfied, note: '问过了' });
}

export async function plan(world: World): Promise<void> {
  const ticket = world.some(({ clocks }) => clocks.some((one) => one.kind === 'plan' && isRunning(one)));
  if (!ticket) return;
  const dueOn = dayOf((world.time.now + 7 * 24 * hour) as Instant);
  const input = { ticketId: ticket._id, text: '每季度检查一次软管', dueOn };
  await world.send('supervisor', 'ticketWork.plan', input);
}

export async function afterCheck(world: World): Promise<void> {
  const ticket = world.some((one) => one.afterCheck?.state === 'due');
  if (!ticket) return;
  const verdict = world.oneOf(['good', 'bad'] as const);
  await world.send('supervisor', 'ticketWork.afterCheck', { ticketId: ticket._id, verdict });
}

/** On duty or off; sooner on than off, so that somebody is there. */
export async function switchDuty(world: World): Promise<void> {
  const isOnDuty = world.happens(0.75);
  const person = world.oneOf(fieldStaff);
  await world.send(person, 'roster.switchDuty', { communityId, isOnDuty });
}

export async function planShift(world: World): Promise<void> {
  const day = dayOf((world.time.now + world.below(2) * 24 * hour) as Instant);
  const from = world.below(16) * 60;
  const shift = world.happens(0.8) ? { shift: { from, to: from + 480 } } : {};
  const input = { communityId, staffId: world.oneOf(fieldStaff), day, ...shift };
  await world.send('supervisor', 'roster.setShift', input);
}

/** The manager sets how long each clock runs, shorter or longer; one in five times so that nobody could keep it. */
export async function setTerms(world: World): Promise<void> {
  const { emergency, general, poorRating } = usualTerms;
  const times = world.oneOf([0.5, 0.8, 1, 1.5, 2]);
  const scaled = <T extends Readonly<Record<string, number>>>(minutes: T): T =>
    Object.fromEntries(
      Object.entries(minutes).map(([name, usual]) => [name, Math.max(1, Math.round(usual * times))]),
    ) as T;
  const terms = {
    ...usualTerms,
    emergency: { ...scaled(emergency), ...(world.happens(0.2) ? { arrive: 1 } : {}) },
    general: scaled(general),
    poorRating: scaled(poorRating),
    complaint: scaled(usualTerms.complaint),
    offer: scaled(usualTerms.offer),
    toManager: scaled(usualTerms.toManager),
    acceptance: usualTerms.acceptance + world.below(24) * 60,
  };
  await world.send('manager', 'ticketDesks.setTerms', { communityId, terms });
}
