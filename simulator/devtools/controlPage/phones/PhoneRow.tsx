import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ClockReading } from '../live/clock';
import type { PhoneView, User } from '../live/entities';
import { PhoneColumn } from './PhoneColumn';

/** A phone's screen in CSS pixels. */
const screen = { width: 375, height: 812 };
const frame = 12;
/** What stands above and below a phone, and between and beside the phones. */
const aroundHeight = 186;
const gap = 22;
const edge = 19;

interface Props {
  phones: readonly PhoneView[];
  users: readonly User[];
  activeId: string | undefined;
  choose: (id: string) => void;
  clock: ClockReading | undefined;
}

/** The phones side by side, as large as they fit; when they would be too small to read, the row scrolls. */
export function PhoneRow({ phones, ...rest }: Props) {
  const row = useRef<HTMLElement>(null);
  const scale = useScale(row, phones.length);
  const width = screen.width * scale + frame;
  return (
    <main className="phones" ref={row} aria-label="手机">
      {phones.map((phone) => (
        <PhoneColumn key={phone.id} phone={phone} phones={phones} {...rest} scale={scale} width={width} />
      ))}
      {phones.length === 0 && <p className="empty">还没有手机。在上面选「加手机」。</p>}
    </main>
  );
}

function useScale(row: RefObject<HTMLElement | null>, count: number): number {
  const [scale, setScale] = useState(0.8);
  useEffect(() => {
    const area = row.current;
    if (!area) return;
    const measure = () => {
      const columns = Math.max(1, count);
      const width = (area.clientWidth - 2 * edge - gap * (columns - 1)) / columns - frame;
      const height = area.clientHeight - aroundHeight - frame;
      const fitting = Math.min(width / screen.width, Math.max(height / screen.height, 0.66));
      setScale(Math.min(1, Math.max(0.66, fitting)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(area);
    measure();
    return () => observer.disconnect();
  }, [row, count]);
  return scale;
}
