import { create } from 'zustand';
import { fontFactor } from '../services/device';
import { keep, recall } from '../services/storage';

/** WeChat's own large type begins here (row A7). */
const largeType = 1.4;
const keptAs = 'care';

interface Care {
  readonly isOn: boolean;
  /** By hand; kept, and stronger than WeChat's text size from then on. */
  choose(isOn: boolean): void;
}

/** Care mode (长辈版): on by itself where WeChat's text is large, until the person decides otherwise. */
export const useCare = create<Care>((set) => ({
  isOn: isOnAtFirst(recall<boolean>(keptAs), fontFactor()),
  choose(isOn) {
    keep(keptAs, isOn);
    set({ isOn });
  },
}));

export function isOnAtFirst(chosen: boolean | undefined, factor: number): boolean {
  return chosen ?? factor >= largeType;
}
