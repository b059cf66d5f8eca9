import type { ClockReading } from '../live/clock';
import type { Network } from '../live/entities';
import { minuteText } from '../model/time';

interface Props {
  clock: ClockReading | undefined;
  network: Network;
  text: 'black' | 'white';
}

const bars: Readonly<Record<Network, number>> = { online: 4, slow: 1, offline: 0 };

/** What the phone's own system draws above every app: business time, the network, the battery. */
export function StatusBar({ clock, network, text }: Props) {
  return (
    <div className={`status-bar is-${text}`} aria-hidden="true">
      <time>{clock ? minuteText(clock.milliseconds) : ''}</time>
      <svg width="66" height="14" viewBox="0 0 66 14" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 5}
            y={9 - bar * 2.6}
            width="3.4"
            height={4 + bar * 2.6}
            rx="1"
            opacity={bar < bars[network] ? 1 : 0.3}
          />
        ))}
        <path
          opacity={network === 'online' ? 1 : 0.3}
          d="M31 12.6l-2.2-2.4a3.2 3.2 0 0 1 4.4 0zM26.6 8l1.3 1.3a4.5 4.5 0 0 1 6.2 0L35.4 8a6.3 6.3 0 0 0-8.8 0zM24 5.3l1.3 1.3a8.2 8.2 0 0 1 11.4 0L38 5.3a10 10 0 0 0-14 0z"
        />
        <rect
          x="42.5"
          y="1.5"
          width="20"
          height="11"
          rx="3"
          fill="none"
          stroke="currentColor"
          opacity="0.5"
        />
        <rect x="44" y="3" width="14" height="8" rx="1.8" />
        <rect x="63.5" y="5" width="1.5" height="4" rx="0.7" opacity="0.5" />
      </svg>
    </div>
  );
}
