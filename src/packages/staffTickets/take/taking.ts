import type { InputOf } from '../../../../types/contract';
import type { Problem, TicketType, Urgency } from '../../../../types/ticket';

/** What staff have written down so far. */
export interface Taking {
  readonly channel: InputOf<'tickets.takeReport'>['channel'];
  readonly kind: 'home' | 'common';
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly where: string;
  readonly text: string;
  readonly type: TicketType;
  readonly problem?: Problem;
  readonly urgency: Urgency;
  readonly name: string;
  readonly phone: string;
}

export const blankTaking: Taking = {
  ...{ channel: 'phone', kind: 'home', building: '', unit: '', room: '', where: '', text: '' },
  ...{ type: 'repair', urgency: 'general', name: '', phone: '' },
};

/** What is still missing, in the words of the page; undefined where it can go. */
export function missing(taking: Taking): string | undefined {
  const { kind, building, unit, room, where, text, type, problem, name, phone } = taking;
  const place = kind === 'home' ? [building, unit, room] : [building, where];
  if (place.some((part) => part.trim() === '')) return '写清在哪里';
  if (text.trim() === '') return '写一句是什么事';
  if (problem === undefined && hasSubject(type)) return '选一下是哪一类';
  if ((name.trim() === '') !== (phone.trim() === '')) return '联系人要有姓名和电话，或者都不写';
  return phone !== '' && !/^\d{5,15}$/.test(phone.trim()) ? '电话只写数字' : undefined;
}

/** As the cloud takes it; only where nothing is missing. */
export function takenReport(communityId: string, taking: Taking): InputOf<'tickets.takeReport'> {
  const {
    channel,
    kind,
    building,
    unit,
    room,
    where,
    text,
    type,
    problem = 'other',
    urgency,
    name,
    phone,
  } = taking;
  return {
    ...{ communityId, channel, type, problem, text: text.trim(), photos: [] },
    place:
      kind === 'home'
        ? { kind, building: building.trim(), unit: unit.trim(), room: room.trim() }
        : { kind, building: building.trim(), where: where.trim() },
    urgency: tierOf(type, urgency),
    ...(name.trim() ? { contact: { name: name.trim(), phone: phone.trim() } } : {}),
  };
}

export function hasSubject(type: TicketType): boolean {
  return type === 'repair' || type === 'complaint';
}

/** Only a repair is urgent or not; what is asked is answered within its own time. */
function tierOf(type: TicketType, urgency: Urgency): Urgency {
  if (type === 'repair') return urgency;
  return type === 'complaint' ? 'general' : 'enquiry';
}
