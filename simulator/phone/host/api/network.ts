import { network } from '../system/network';
import { asynchronous, type Wx } from './convention';

type StatusListener = Parameters<Wx['onNetworkStatusChange']>[0];
type WeakListener = Parameters<Wx['onNetworkWeakChange']>[0];

/** How the phone is connected. */
export function networkApi() {
  const status = new Set<StatusListener>();
  const weak = new Set<WeakListener>();
  let wasSlow = network.state === 'slow';
  network.onChange((state) => {
    for (const listener of [...status])
      listener({ isConnected: state !== 'offline', networkType: network.type });
    const isSlow = state === 'slow';
    if (isSlow !== wasSlow)
      for (const listener of [...weak]) listener({ weakNet: isSlow, networkType: network.type });
    wasSlow = isSlow;
  });
  return {
    getNetworkType: asynchronous('getNetworkType', () => ({
      networkType: network.type,
      signalStrength: network.state === 'slow' ? -105 : -55,
      weakNet: network.state === 'slow',
      hasSystemProxy: false,
    })),
    onNetworkStatusChange: (listener: StatusListener) => void status.add(listener),
    offNetworkStatusChange: (listener?: StatusListener) => forget(status, listener),
    onNetworkWeakChange: (listener: WeakListener) => void weak.add(listener),
    offNetworkWeakChange: (listener?: WeakListener) => forget(weak, listener),
  };
}

function forget<T>(listeners: Set<T>, one: T | undefined): void {
  if (one) listeners.delete(one);
  else listeners.clear();
}
