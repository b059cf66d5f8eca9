import { create } from 'zustand';
import type { MyHome, WhoAmI } from '../../types/contract/people';
import { forget, keep, recall } from '../services/storage';

const keptAs = 'home';

interface Me {
  /** What the cloud last said; undefined before it did. */
  readonly me: WhoAmI | undefined;
  /** The home that is looked at; undefined lets the cloud take the first. */
  readonly homeId: string | undefined;
  learn(me: WhoAmI): void;
  lookAt(homeId: string): void;
}

/** Who am I, and which home am I looking at. */
export const useMe = create<Me>((set, get) => ({
  me: undefined,
  homeId: recall<string>(keptAs),
  learn(me) {
    const { homeId } = get();
    const isMine = homeId === undefined || me.homes.some((home) => home.homeId === homeId);
    if (!isMine) forget(keptAs);
    set({ me, homeId: isMine ? homeId : undefined });
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
