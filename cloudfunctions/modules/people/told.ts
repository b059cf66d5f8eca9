import type { Day } from '../../../types/day';
import { placeName } from '../../../types/place';
import type { Moved } from '../../kernel/changes';
import type { MessageIntent, MessageKind } from '../../kernel/message';
import { type Household, memberOpenids } from './household';

type Words = MessageIntent['words'];

/** The members of a home, but for the one it is about, are told; their open pages ask again. */
export function tellMembers(
  household: Household,
  {
    kind,
    words,
    except,
    today,
  }: {
    readonly kind: MessageKind;
    readonly words: Words;
    readonly except: string;
    readonly today: Day;
  },
): { readonly messages: readonly MessageIntent[]; readonly topics: readonly Moved[] } {
  const openids = memberOpenids(household, today).filter((openid) => openid !== except);
  return {
    messages: openids.map((openid) => ({
      to: { openid },
      kind,
      words: { place: placeName(household.place), ...words },
    })),
    topics: openids.map((openid) => ({ openid, topic: 'homes' })),
  };
}

/** One person is told about a home; the person's open pages ask again. */
export function tellPerson(
  openid: string,
  household: Pick<Household, 'place'>,
  kind: MessageKind,
  words: Words = {},
): { readonly messages: readonly MessageIntent[]; readonly topics: readonly Moved[] } {
  return {
    messages: [{ to: { openid }, kind, words: { place: placeName(household.place), ...words } }],
    topics: [{ openid, topic: 'homes' }],
  };
}

/** Customer service of the community is told; its members find it in their list, or on the page the message opens. */
export function tellCustomerService(
  household: Pick<Household, 'place'>,
  kind: MessageKind,
  words: Words,
  page?: string,
): readonly MessageIntent[] {
  const place = placeName(household.place);
  const opens = page === undefined ? {} : { page };
  return [{ to: { duty: 'customerService' }, kind, words: { place, ...words }, ...opens }];
}
