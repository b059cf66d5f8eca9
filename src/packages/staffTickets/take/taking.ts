import type { InputOf } from '../../../../types/contract';
import type { LocalFile } from '../../../services/uploads';
import type { WaitingTaking } from '../../../services/waitingReport';
import type { Chosen, Settled } from '../../tickets/report/settled';

/** What staff have written down so far; what of it is chosen by hand is stronger than what is recognised. */
export interface Taking extends Chosen {
  readonly channel: InputOf<'tickets.takeReport'>['channel'];
  readonly kind: 'home' | 'common';
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly where: string;
  readonly text: string;
  readonly photos: readonly LocalFile[];
  readonly name: string;
  readonly phone: string;
}

export const blankTaking: Taking = {
  ...{ channel: 'phone', kind: 'home', building: '', unit: '', room: '', where: '', text: '' },
  ...{ photos: [], type: undefined, problem: undefined, urgency: undefined, name: '', phone: '' },
};

/** One draft per community. */
export function takingName(communityId: string): string {
  return `take:${communityId}`;
}

/** What is still missing, in the words of the page; undefined where it can go. */
export function missing(taking: Taking, { asks }: Settled): string | undefined {
  const { kind, building, unit, room, where, text, name, phone } = taking;
  if (text.trim() === '') return '写一句是什么事';
  if (asks.includes('type')) return '选一下是哪一种';
  if (asks.includes('urgency')) return '选一下急不急';
  if (asks.includes('problem')) return '选一下是哪一类';
  const place = kind === 'home' ? [building, unit, room] : [building, where];
  if (place.some((part) => part.trim() === '')) return '写清在哪里';
  if ((name.trim() === '') !== (phone.trim() === '')) return '联系人要有姓名和电话，或者都不写';
  return phone !== '' && !/^\d{5,15}$/.test(phone.trim()) ? '电话只写数字' : undefined;
}

/** As the cloud takes it, with the photos' names there; undefined while something of it is still to be asked. */
export function takenReport(
  communityId: string,
  taking: Taking,
  { type, problem, urgency }: Settled,
  photos: string[],
): InputOf<'tickets.takeReport'> | undefined {
  if (problem === undefined || urgency === undefined) return undefined;
  const { channel, kind, building, unit, room, where, text, name, phone } = taking;
  return {
    ...{ communityId, channel, type, problem, urgency, text: text.trim(), photos },
    place:
      kind === 'home'
        ? { kind, building: building.trim(), unit: unit.trim(), room: room.trim() }
        : { kind, building: building.trim(), where: where.trim() },
    ...(name.trim() ? { contact: { name: name.trim(), phone: phone.trim() } } : {}),
  };
}

/** The report as the phone keeps it until it is in the cloud: its photos are files of this phone. */
export function waitingTaking(
  { photos: _none, text, type, problem, urgency, ...taken }: InputOf<'tickets.takeReport'>,
  photos: readonly LocalFile[],
  folder: string | undefined,
  now = Date.now(),
): Omit<WaitingTaking, 'requestId'> {
  return {
    ...{ taken, said: { type, problem, urgency, text }, photos, madeAt: now },
    ...(folder === undefined ? {} : { folder }),
  };
}

/** What waited and came back, as something to write on. */
export function takingOf({ taken, said, photos }: WaitingTaking): Taking {
  const { channel, place, contact } = taken;
  const { type, problem, urgency, text } = said;
  return { ...blankTaking, ...{ channel, type, problem, urgency, text, photos }, ...place, ...contact };
}
