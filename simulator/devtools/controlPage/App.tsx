import { useEffect, useRef, useState } from 'react';
import { useClock } from './live/clock';
import type { PhoneView, User } from './live/entities';
import { useNotice } from './live/notice';
import { usePolled } from './live/poll';
import { Panel } from './panel/Panel';
import { PhoneRow } from './phones/PhoneRow';
import { TopBar } from './topBar/TopBar';

const nobody: readonly User[] = [];
const none: readonly PhoneView[] = [];

/** The whole page: bar above, phones at the left, panel at the right. One phone is the active one; the panel speaks of it. */
export function App({ title, firstSnapshot }: { title: string; firstSnapshot: string }) {
  const clock = useClock();
  const users = useLast(usePolled<{ users: User[] }>('/control/users', 3000)?.users) ?? nobody;
  const answered = usePolled<{ phones: PhoneView[] }>('/phones')?.phones;
  const phones = useLast(answered) ?? none;
  const [chosenId, choose] = useState<string>();
  const active = phones.find(({ id }) => id === chosenId) ?? phones[0];
  const notice = useNotice();
  useActivePhone(choose);
  return (
    <div className="page">
      <TopBar
        title={title}
        firstSnapshot={firstSnapshot}
        clock={clock}
        users={users}
        phones={phones}
        active={active}
        isServed={answered !== undefined}
      />
      <PhoneRow phones={phones} users={users} activeId={active?.id} choose={choose} clock={clock} />
      <Panel clock={clock} users={users} phones={phones} active={active} choose={choose} />
      <output className={`notice ${notice?.isBad ? 'is-bad' : ''}`} hidden={!notice}>
        {notice?.text}
      </output>
    </div>
  );
}

/** What was known last: a server that does not answer for a moment takes nothing off the page. */
function useLast<T>(value: T | undefined): T | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}

/** A tap into a phone makes it the active one. The page hears nothing of the tap but that the focus went into the frame. */
function useActivePhone(choose: (id: string) => void): void {
  useEffect(() => {
    const left = () => {
      const id = document.activeElement?.getAttribute('data-phone');
      if (id) choose(id);
    };
    window.addEventListener('blur', left);
    return () => window.removeEventListener('blur', left);
  }, [choose]);
}
