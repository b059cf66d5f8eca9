import { useEffect } from 'react';
import { showTabBar } from '../services/device';
import { useDidShow } from '../services/lifecycle';
import { useCare } from '../stores/care';

/** Care mode has no tab bar, and a sheet lies over it: every tab sees to it, also whenever it is shown again. */
export function useTabPage(isCovered = false): void {
  const isShown = !useCare((care) => care.isOn) && !isCovered;
  useDidShow(() => showTabBar(isShown));
  useEffect(() => showTabBar(isShown), [isShown]);
}
