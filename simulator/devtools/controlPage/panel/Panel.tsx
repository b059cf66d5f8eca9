import type { ClockReading } from '../live/clock';
import type { PhoneView, User } from '../live/entities';
import { CallsSection } from './CallsSection';
import { ClockSection } from './ClockSection';
import { FaultsSection } from './FaultsSection';
import { InjectSection } from './InjectSection';
import { MessagesSection } from './MessagesSection';
import { SetDataSection } from './SetDataSection';
import { WalletSection } from './WalletSection';

interface Props {
  clock: ClockReading | undefined;
  users: readonly User[];
  phones: readonly PhoneView[];
  active: PhoneView | undefined;
  choose: (id: string) => void;
}

/** What belongs to no phone, or to the active one: time, messages, money, place, disturbances, what the cloud did. */
export function Panel({ clock, users, phones, active, choose }: Props) {
  const nameOf = (openid: string) => users.find((user) => user.openid === openid)?.name ?? openid;
  const now = clock?.milliseconds ?? 0;
  return (
    <aside className="panel" aria-label="模拟器">
      <ClockSection clock={clock} />
      <MessagesSection now={now} phones={phones} active={active} nameOf={nameOf} choose={choose} />
      {active && <WalletSection key={active.openid} phone={active} name={nameOf(active.openid)} />}
      {active && <InjectSection phone={active} nameOf={nameOf} />}
      <FaultsSection />
      <CallsSection now={now} active={active} nameOf={nameOf} />
      <SetDataSection phones={phones} nameOf={nameOf} />
    </aside>
  );
}
