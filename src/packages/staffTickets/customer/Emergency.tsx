import { View } from '@tarojs/components';
import { Card, Icon } from '@/components';
import { callPhone } from '@/services/device';
import { stateNames } from '@/words/tickets';
import type { LiveEmergency } from '../../../../types/contract/ticketDesks';
import { Seconds } from '../Countdown';
import { TicketHead } from '../TicketHead';
import { useCallOwner } from '../useCallOwner';
import { isRunning, rowClock } from '../workClock';
import { emergencySteps, stepNow } from './emergencySteps';

/** One live emergency: what remains, where it stands of five, what runs beside it, whom to call. */
export function Emergency({ row, now }: { readonly row: LiveEmergency; readonly now: number }) {
  const { ticketId, title, place, assignee, links, engineerPhone, canCallOwner, clock } = row;
  const callOwner = useCallOwner();
  const { time, below } = rowClock(row, now);
  return (
    <Card id={`emergency-${ticketId}`}>
      <TicketHead
        {...{ ticketId, title, below }}
        isAlone
        line={[place, assignee].filter(Boolean).join('，')}
        time={
          <View className="type-big strong">
            {clock && isRunning(clock) ? <Seconds clock={clock} /> : time}
          </View>
        }
      />
      {links.map((link) => (
        <View key={`${link.title} ${link.assignee ?? ''}`} className="type-second">
          {[link.assignee, link.title, stateNames[link.state]].filter(Boolean).join('，')}
        </View>
      ))}
      <Dots now={stepNow(row.state)} />
      {(engineerPhone !== undefined || canCallOwner) && (
        <View className="customer__calls">
          {engineerPhone && <CallButton label="打给师傅" onTap={() => callPhone(engineerPhone)} />}
          {canCallOwner && <CallButton label="打给业主" onTap={() => void callOwner(ticketId)} />}
        </View>
      )}
    </Card>
  );
}

function Dots({ now }: { readonly now: number }) {
  return (
    <View className="customer__dots" ariaLabel={`现在等${emergencySteps[now]}`}>
      {emergencySteps.map((name, index) => {
        const standing = index < now ? 'done' : index === now ? 'now' : 'next';
        return (
          <View key={name} className={`customer__step customer__step--${standing}`}>
            <View className="customer__dot" />
            <View className="type-caption customer__name">{name}</View>
          </View>
        );
      })}
    </View>
  );
}

export function CallButton({ label, onTap }: { readonly label: string; readonly onTap: () => void }) {
  return (
    <View className="customer__call" hoverClass="pressed" ariaRole="button" onClick={onTap}>
      <Icon name="phone" />
      {label}
    </View>
  );
}
