import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import type { InputOf } from '../../../types/contract';
import { hour } from '../stage/time';
import { communityId, type Resident, residents } from './town';
import { badWord } from './wechat';
import type { World } from './world';

type Report = Omit<InputOf<'tickets.report'>, 'homeId'>;

export const troubles: readonly Pick<Report, 'type' | 'problem' | 'urgency' | 'text'>[] = [
  { type: 'repair', problem: 'leak', urgency: 'general', text: '厨房水管漏水' },
  { type: 'repair', problem: 'burst', urgency: 'emergency', text: '水管爆了，水往外喷' },
  { type: 'repair', problem: 'lift', urgency: 'general', text: '电梯有异响' },
  { type: 'repair', problem: 'lift', urgency: 'emergency', text: '有人困在电梯里' },
  { type: 'repair', problem: 'gas', urgency: 'emergency', text: '厨房有煤气味' },
  { type: 'repair', problem: 'electrics', urgency: 'general', text: '客厅跳闸' },
  { type: 'repair', problem: 'lighting', urgency: 'general', text: '楼道灯不亮' },
  { type: 'repair', problem: 'door', urgency: 'general', text: '单元门关不上' },
  { type: 'complaint', problem: 'noise', urgency: 'general', text: '楼上装修太吵' },
  { type: 'complaint', problem: 'cleaning', urgency: 'general', text: '楼道三天没有打扫' },
  { type: 'enquiry', problem: 'fee', urgency: 'enquiry', text: '物业费怎么算' },
  { type: 'suggestion', problem: 'planning', urgency: 'general', text: '建议多放几张长椅' },
];

function reportOf(world: World, openid: string): Report {
  const hours = 1 + world.below(40);
  const from = world.time.now + hours * hour;
  const trouble = world.oneOf(troubles);
  return {
    ...trouble,
    ...(world.happens(0.06) ? { text: `${trouble.text}，你们这些${badWord}` } : {}),
    ...(world.happens(0.15) && openid !== '' ? { voice: voiceOf(world, openid) } : {}),
    photos: photosOf(world, openid),
    ...(world.happens(0.15) ? { window: { from, to: from + 2 * hour } } : {}),
  };
}

function photosOf(world: World, openid: string): string[] {
  if (openid === '') return [];
  const count = world.happens(0.5) ? 1 + world.below(3) : 0;
  return Array.from({ length: count }, () => world.content.photo(openid, world.chance));
}

function voiceOf(world: World, openid: string) {
  return { fileId: world.content.upload(openid, `voice${world.below(9)}.mp3`), seconds: 12 };
}

/** Somebody reports; now and then two of a home do at the same moment. */
export async function report(world: World): Promise<void> {
  const { homeId } = world.oneOf(residents);
  const people = residents.filter((one) => one.homeId === homeId);
  const chosen = world.happens(0.2) ? people : people.slice(0, 1);
  await Promise.all(
    chosen.map(({ openid }) =>
      world.send(nameOf(openid), 'tickets.report', { homeId, ...reportOf(world, openid) }),
    ),
  );
}

/** The desk takes down what somebody says on the telephone. */
export async function takeDown(world: World): Promise<void> {
  const place = world.happens(0.5)
    ? ({ kind: 'common', building: '1栋', where: '一层大厅' } as const)
    : ({ kind: 'home', building: '2栋', unit: '1单元', room: '201' } as const);
  const { photos: _photos, ...said } = reportOf(world, '');
  const channel = world.oneOf(['phone', 'counter', 'walkIn'] as const);
  const input = { communityId, channel, place, ...callerOf(world), ...said, photos: [] };
  await world.send('service', 'tickets.takeReport', input);
}

/** Somebody who lives here, somebody without an account, or nobody in particular. */
function callerOf(world: World): Pick<InputOf<'tickets.takeReport'>, 'contact'> {
  const drawn = world.below(5);
  if (drawn === 0) return {};
  return {
    contact: drawn < 4 ? { name: '陈先生', phone: '13700000000' } : { name: '王芳', phone: '13900000000' },
  };
}

/** The name of somebody by their account. */
function nameOf(openid: string): string {
  return openid.slice(1).replace(/0+$/, '');
}

/** Whoever reported it, or somebody of the home. */
function someoneOf(world: World, { homeId, reporter }: Ticket): Resident | undefined {
  const people = residents.filter((one) => one.homeId === homeId || one.openid === reporter.openid);
  return people.length === 0 ? undefined : world.oneOf(people);
}

type Say = (world: World, ticket: Ticket, resident: Resident) => Promise<unknown>;

/** Does something about a ticket that stands so; now and then about one that stands otherwise. */
function about(states: readonly Ticket['state'][], say: Say): (world: World) => Promise<unknown> | undefined {
  return (world) => {
    const isAny = world.happens(0.03);
    const ticket = world.some(
      ({ state, homeId }) => homeId !== undefined && (isAny || states.includes(state)),
    );
    const resident = ticket && someoneOf(world, ticket);
    return ticket && resident && say(world, ticket, resident);
  };
}

export const cancel = about(
  ['waiting', 'offered', 'accepted', 'answering', 'paused'],
  (world, ticket, { openid }) =>
    world.send(nameOf(openid), 'tickets.cancel', { ticketId: ticket._id, reason: '已经好了' }),
);

function wordsOf(world: World): { readonly text: string } {
  return { text: world.happens(0.15) ? `怎么还不来，${badWord}` : '水更大了' };
}

export const add = about(['waiting', 'accepted', 'working', 'answering'], (world, ticket, { openid }) =>
  world.send(nameOf(openid), 'tickets.add', {
    ticketId: ticket._id,
    ...wordsOf(world),
    photos: photosOf(world, openid),
  }),
);

export const confirm = about(['paused'], (world, ticket, { openid }) => {
  const from = world.time.now + hour * (1 + world.below(20));
  const other = world.happens(0.3) ? { other: { from, to: from + hour } } : {};
  return world.send(nameOf(openid), 'tickets.confirmAppointment', { ticketId: ticket._id, ...other });
});

export const acceptWork = about(['finished'], (world, ticket, { openid }) =>
  world.send(nameOf(openid), 'tickets.acceptWork', {
    ticketId: ticket._id,
    signature: world.content.upload(openid, 'signed.png'),
  }),
);

export const rejectWork = about(['finished'], (world, ticket, { openid }) =>
  world.send(nameOf(openid), 'tickets.rejectWork', {
    ...{ ticketId: ticket._id, reason: '还在漏', photos: photosOf(world, openid) },
  }),
);

export const rate = about(['closed'], (world, ticket, { openid }) =>
  world.send(nameOf(openid), 'tickets.rate', {
    ...{ ticketId: ticket._id, stars: 1 + world.below(5), words: [] },
    photos: photosOf(world, openid),
  }),
);

/** Said on the phone, too: the desk writes it down for whoever has no account. */
export function judgeAnswer(world: World): Promise<unknown> | undefined {
  const called = world.some(({ state, reporter }) => state === 'answered' && reporter.openid === undefined);
  return called ? judge(world, called, 'service') : judgeOnPhone(world);
}

const judgeOnPhone = about(['answered'], (world, ticket, { openid }) => judge(world, ticket, nameOf(openid)));

function judge(world: World, { _id: ticketId }: Ticket, person: string): Promise<unknown> {
  return world.send(person, 'tickets.judgeAnswer', { ticketId, helped: world.happens(0.5) });
}
