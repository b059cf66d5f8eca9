import { createHash } from 'node:crypto';
import { type Place, placeKey, placePartKey } from '../../../../types/place';
import type { Relation } from '../../../../types/role';

/** Ids follow from what a row says: the same file makes the same documents, however often it is brought in. */

/** Twelve letters and digits that stand for a text. */
function digest(text: string): string {
  const number = BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
  return number.toString(36).padStart(13, '0').slice(-12);
}

export function homeIdOf(communityId: string, place: Place): string {
  return `${communityId}-${placeKey(place)}`;
}

/** One person is one resident, in however many homes: by name and phone; without a phone, by name and home. */
export function residentIdOf(communityId: string, name: string, phoneOrHome: string): string {
  return `${communityId}-r-${digest(`${name}|${phoneOrHome}`)}`;
}

export function tenureIdOf(homeId: string, name: string, relation: Relation): string {
  return `${homeId}-t-${digest(`${name}|${relation}`)}`;
}

export function staffIdOf(communityId: string, phone: string): string {
  return `${communityId}-s-${digest(phone)}`;
}

export function itemIdOf(communityId: string, name: string): string {
  return `${communityId}-i-${digest(name).slice(-8)}`;
}

export function meterIdOf(itemId: string, serial: string): string {
  return `${itemId}-${serial}`;
}

/** A parking space's, as assignments and bills name it. */
export function spaceIdOf(communityId: string, space: string): string {
  return `${communityId}-p-${placePartKey(space)}`;
}

export function assignmentIdOf(
  homeId: string,
  itemId: string,
  subject: string | undefined,
  from: string,
): string {
  const item = itemId.slice(-8);
  const about = subject === undefined ? '' : `-${subject.length > 12 ? digest(subject) : subject}`;
  return `${homeId}-${item}${about}-${from.replaceAll('-', '')}`;
}

/** A voucher of the old books, by its number there or by its last day. */
export function voucherIdOf(homeId: string, name: string): string {
  return `${homeId}-v-${name}`;
}

/** Who owes for a home that has not been handed over. */
export function developerOf(communityId: string): string {
  return `${communityId}-developer`;
}
