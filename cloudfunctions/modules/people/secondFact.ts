import { type Place, placePartKey } from '../../../types/place';

/** What a person knows besides having the phone: the surname in the register, or part of the room number. */
export type SecondFact =
  | { readonly kind: 'surname'; readonly surname: string }
  | { readonly kind: 'room'; readonly room: string };

export interface RegisterEntry {
  readonly name: string;
  readonly place: Place;
}

/**
 * Does the fact fit the register. A Chinese surname must be the beginning of the registered name, any other one of its words; a
 * room must be the whole number of the room. Where the home came from a printed code the room proves nothing (`isRoomKnown`).
 */
export function fits(fact: SecondFact, { name, place }: RegisterEntry, isRoomKnown: boolean): boolean {
  if (fact.kind === 'surname') return fitsSurname(fact.surname, name);
  const [room = ''] = fact.room.split(/[-—－/]/).slice(-1);
  return !isRoomKnown && placePartKey(room) === placePartKey(place.room);
}

function fitsSurname(surname: string, name: string): boolean {
  const given = folded(surname);
  if (given === '') return false;
  if (/^\p{Script=Han}/u.test(given)) return folded(name).startsWith(given);
  return name
    .split(/[\s·•.]+/)
    .map(folded)
    .includes(given);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•.]/g, '')
    .toLowerCase();
}
