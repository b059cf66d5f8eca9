import { View } from '@tarojs/components';
import { Card, Row } from '@/components';
import { open, pages } from '@/services/routes';
import { formatYuan } from '../../../../types/yuan';
import type { DeskPart } from './Collection';
import { channelNames } from './deskWords';

/** What came in today, by channel, and whose hands the cash is in. */
export function Today({ desk, communityId }: DeskPart) {
  const { today, cash, month } = desk;
  const count = today.byChannel.reduce((sum, each) => sum + each.count, 0);
  const used = today.byChannel.filter((each) => each.count > 0);
  const look = (channel: string | undefined, title: string) =>
    open(pages.deskLines, {
      communityId,
      month,
      kind: 'receivedToday',
      ...(channel ? { of: channel } : {}),
      title,
    });
  return (
    <Card id="today">
      <View className="between">
        <View className="type-heading strong">今天到账</View>
        <View className="type-second">{count} 笔</View>
      </View>
      <View
        className="type-big strong tabular"
        hoverClass="pressed"
        ariaRole="button"
        onClick={() => look(undefined, '今天到账')}
      >
        {formatYuan(today.received)}
      </View>
      {used.length > 0 && (
        <View className="desk__channels desk__ruled">
          {used.map(({ channel, amount, count: payments }) => (
            <View
              key={channel}
              className="desk__channel"
              hoverClass="pressed"
              ariaRole="button"
              onClick={() => look(channel, `今天${channelNames[channel]}`)}
            >
              <View className="type-caption">
                {channelNames[channel]} {payments} 笔
              </View>
              <View className="tabular strong type-second">{formatYuan(amount)}</View>
            </View>
          ))}
        </View>
      )}
      {cash.map(({ staffId, name, amount }) => (
        <Row
          key={staffId}
          icon="cash"
          title={`现金 ${formatYuan(amount)}`}
          line={`在${name}手里，`}
          lineEnd="还没有交款"
          onTap={() =>
            open(pages.deskLines, {
              communityId,
              month,
              kind: 'cash',
              of: staffId,
              title: `${name}手里的现金`,
            })
          }
        />
      ))}
    </Card>
  );
}
