import { endPullDown } from '../services/device';
import { usePullDownRefresh } from '../services/lifecycle';

/** Pulling the page down asks again. */
export function usePullDown(again: () => Promise<unknown>): void {
  usePullDownRefresh(() => void again().finally(endPullDown));
}
