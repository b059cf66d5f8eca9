import { create } from 'zustand';
import type { MyHome, WhoAmI } from '../../types/contract/people';
import { forget, keep, recall } from '../services/storage';

const keptAs = 'home';
const phonesKeptAs = 'servicePhones';

interface Me {
  /** What the cloud last said; undefined before it did. */
  readonly me: WhoAmI | undefined;
  /** The home that is looked at; undefined lets the cloud take the first. */
  readonly homeId: string | undefined;
  /** By community: whom to call while nothing else goes. Kept on the phone. */
  readonly phones: Readonly<Record<string, string | undefined>>;
  learn(me: WhoAmI): void;
  learnPhone(communityId: string, phone: string | undefined): void;
  lookAt(homeId: string): void;
}

/** Who am I, and which home am I looking at. */
export const useMe = create<Me>((set, get) => ({
  me: undefined,
  homeId: recall<string>(keptAs),
  phones: recall<Me['phones']>(phonesKeptAs) ?? {},
  learn(me) {
    const { homeId } = get();
    const isMine = homeId === undefined || me.homes.some((home) => home.homeId === homeId);
    if (!isMine) forget(keptAs);
    set({ me, homeId: isMine ? homeId : undefined });
  },
  learnPhone(communityId, phone) {
    const { phones } = get();
    if (phones[communityId] === phone) return;
    const next = { ...phones, [communityId]: phone };
    keep(phonesKeptAs, next);
    set({ phones: next });
  },
  lookAt(homeId) {
    keep(keptAs, homeId);
    set({ homeId });
  },
}));

/** The home that is looked at: the one chosen, else the first that may be seen. */
export function lookedAt({ me, homeId }: Pick<Me, 'me' | 'homeId'>): MyHome | undefined {
  const seen = me?.homes.filter(({ isSuspended }) => !isSuspended) ?? [];
  return seen.find((home) => home.homeId === homeId) ?? seen[0];
}
