import { useEffect, useState } from 'react';
import { watchNetwork } from '../services/device';

/** Whether there is a network. True until known otherwise. */
export function useNetwork(): boolean {
  const [isOnline, setOnline] = useState(true);
  useEffect(() => watchNetwork(setOnline), []);
  return isOnline;
}
