import { View } from '@tarojs/components';
import { Card, Icon } from '@/components';
import { callPhone } from '@/services/device';
import type { TicketView } from '../../../../types/contract/tickets';

/** Who comes, a call away, and why this person. */
export function EngineerCard({ ticket }: { readonly ticket: TicketView }) {
  const { engineer, because, assignee } = ticket;
  if (!engineer) return null;
  return (
    <Card>
      <View className="engineer">
        <View className="engineer__face" ariaHidden>
          <Icon name="me" />
        </View>
        <View className="engineer__words">
          <View className="type-heading">{`${engineer.name} 师傅`}</View>
          {assignee && <View className="type-second">{`${assignee}负责到底`}</View>}
        </View>
        <View
          id="call-engineer"
          className="engineer__call"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={`打电话给${engineer.name}师傅`}
          onClick={() => callPhone(engineer.phone)}
        >
          <Icon name="phone" />
        </View>
      </View>
      {because && (
        <>
          <View className="rule" />
          <View className="because">
            <Icon name="info" />
            <View>{because}</View>
          </View>
        </>
      )}
    </Card>
  );
}
