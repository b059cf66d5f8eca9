import { isRunning } from '../../../cloudfunctions/modules/tickets/clocks';
import { skillOf, skillsOf } from '../../../cloudfunctions/modules/tickets/dispatch/skills';
import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import { revisitDue } from '../../../cloudfunctions/modules/tickets/work/ending/revisit';
import { dayOf, type Instant } from '../../../types/day';
import { problems, ticketTypes, urgencies } from '../../../types/ticket';
import { hour, minute } from '../stage/time';
import { colleagues, communityId, fieldStaff, openidOf } from './town';
import { badWord } from './wechat';
import type { Heard, World } from './world';

/** Who has it, or where nobody has somebody who could; now and then anybody. */
function holderOf(world: World, ticket: Ticket): string {
  if (world.happens(0.05)) return world.oneOf(fieldStaff);
  return ticket.assignee?.staffId ?? ableOf(world, ticket);
}

/** Somebody else who can do it and is on duty; now and then, or where there is none, anybody. */
function ableOf(world: World, { problem, assignee }: Ticket): string {
  const able = colleagues.filter(
    (one) =>
      one.name !== assignee?.staffId &&
      skillsOf(one).includes(skillOf(problem)) &&
      world.books.workloads.get(one.name)?.isOnDuty,
  );
  return able.length === 0 || world.happens(0.1) ? world.oneOf(fieldStaff) : world.oneOf(able).name;
}

type Work = (world: World, ticket: Ticket, staffId: string) => Promise<unknown>;

/** Whoever has a ticket that stands so does something with it; now and then with one that stands otherwise. */
function onTicket(
  states: readonly Ticket['state'][],
  work: Work,
): (world: World) => Promise<unknown> | undefined {
  return (world) => {
    const isAny = world.happens(0.03);
    const ticket = world.some(({ state }) => isAny || states.includes(state));
    return ticket && work(world, ticket, holderOf(world, ticket));
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

export const transfer = onTicket(['offered', 'accepted'], (world, ticket, staffId) => {
  const input = { ticketId: ticket._id, to: ableOf(world, ticket), reason: '他在附近' };
  return world.send(staffId, 'ticketWork.transfer', input);
});

/** Most of all what waits although everybody has been asked. */
export const override = onTicket(['waiting', 'offered', 'accepted', 'paused'], overrule);
export const rescue = onTicket(['waiting'], overrule);

function overrule(world: World, ticket: Ticket): Promise<unknown> {
  const input = { ticketId: ticket._id, to: ableOf(world, ticket), reason: '先去这一单' };
  return world.send(world.oneOf(['supervisor', 'manager']), 'ticketWork.override', input);
}

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
export function work(world: World): Promise<unknown> | undefined {
  const isAny = world.happens(0.1);
  const ticket = world.some(
    ({ _id, state }) => (state === 'accepted' || state === 'working') && (isAny || !world.atWork.has(_id)),
  );
  if (!ticket) return undefined;
  world.atWork.add(ticket._id);
  return visit(world, ticket, holderOf(world, ticket)).finally(() => world.atWork.delete(ticket._id));
}

/** From the door, or from where it was left, to the signature. */
export async function visit(world: World, ticket: Ticket, staffId: string): Promise<void> {
  const ticketId = ticket._id;
  const rest = () => world.rest(world.below(20 * minute));
  const photo = (when: 'before' | 'after') => {
    const photos = [world.content.upload(openidOf(staffId), `${when}${world.below(1000)}.jpg`)];
    return world.send(staffId, 'ticketWork.addPhotos', { ticketId, when, photos });
  };
  if (ticket.state !== 'working') {
    const heard = await world.send(staffId, 'ticketWork.checkIn', { ticketId, cannotScan: '门牌掉了' });
    if (isOverFor(world, heard)) return;
    await rest();
  }
  const list = world.books.tickets.get(ticketId)?.checklist ?? [];
  for (const { item } of list.filter(({ at }) => at === undefined)) {
    const heard = await world.send(staffId, 'ticketWork.tick', { ticketId, item, isDone: true });
    if (isOverFor(world, heard)) return;
  }
  const hasBefore = (world.books.tickets.get(ticketId)?.before.length ?? 0) > 0;
  if (!hasBefore || world.happens(0.1)) await photo('before');
  if (isOverFor(world, await photo('after'))) return;
  await rest();
  const signature = world.content.upload(openidOf(staffId), 'mine.png');
  await world.send(staffId, 'ticketWork.finish', { ticketId, result: '换了软管', signature });
}

/** Whoever is refused goes away, nearly always. */
function isOverFor(world: World, heard: Heard<unknown>): boolean {
  return heard !== 'nothing' && !heard.ok && (world.isClear || !world.happens(0.1));
}

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
export function revisit(world: World): Promise<unknown> | undefined {
  const ticket = world.some((one) => revisitDue(one) !== undefined);
  if (!ticket) return undefined;
  const who = desks[(revisitDue(ticket)?.level ?? 1) - 1] ?? 'manager';
  const person = world.happens(0.1) ? world.oneOf(desks) : who;
  const isSatisfied = world.happens(0.5);
  return world.send(person, 'ticketWork.revisit', { ticketId: ticket._id, isSatisfied, note: '问过了' });
}

/**
 * Customer service calls whoever has no account (B6) and writes down what they say, or that nobody answers; now and then both on two phones at
 * once, and now and then about a ticket that nobody is to be called about.
 */
export function callForRating(world: World): Promise<unknown> | undefined {
  const isAny = world.happens(0.1);
  const ticket = world.some(
    ({ state, lists = [] }) =>
      lists.includes('ratingCalls') || (isAny && (state === 'closed' || state === 'rated')),
  );
  if (!ticket) return undefined;
  return call(world, ticket, world.happens(0.05) ? world.oneOf(desks) : 'service');
}

function call(world: World, { _id: ticketId }: Ticket, person: string): Promise<unknown> {
  const text = world.happens(0.15) ? `来得太晚，${badWord}` : '电话里说的';
  const said = { ticketId, stars: 1 + world.below(5), words: [], ...(world.happens(0.5) ? { text } : {}) };
  const take = () => world.send(person, 'ticketWork.takeRating', said);
  const giveUp = () => world.send(person, 'ticketWork.giveUpRating', { ticketId, reason: '没有人接' });
  if (world.happens(0.15)) return Promise.all([take(), giveUp()]);
  return world.happens(0.7) ? take() : giveUp();
}

/** Everybody who is still in the list of calls. */
export async function callAll(world: World): Promise<void> {
  const left = [...world.books.tickets.values()].filter(({ lists = [] }) => lists.includes('ratingCalls'));
  for (const ticket of left) await call(world, ticket, 'service');
}

export function plan(world: World): Promise<unknown> | undefined {
  const ticket = world.some(({ clocks }) => clocks.some((one) => one.kind === 'plan' && isRunning(one)));
  if (!ticket) return undefined;
  const dueOn = dayOf((world.time.now + 7 * 24 * hour) as Instant);
  const input = { ticketId: ticket._id, text: '每季度检查一次软管', dueOn };
  return world.send('supervisor', 'ticketWork.plan', input);
}

export function afterCheck(world: World): Promise<unknown> | undefined {
  const ticket = world.some((one) => one.afterCheck?.state === 'due');
  if (!ticket) return undefined;
  const verdict = world.oneOf(['good', 'bad'] as const);
  return world.send('supervisor', 'ticketWork.afterCheck', { ticketId: ticket._id, verdict });
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
