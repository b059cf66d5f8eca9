import { View } from '@tarojs/components';
import { Button, Card, EmptyState, Refusal, Row } from '@/components';
import { open, pages } from '@/services/routes';
import type { WhoAmI } from '../../../types/contract/people';
import { Unsent } from './Unsent';

/** No home to show: none bound yet, or all wait for somebody; staff who live elsewhere come here for their work. */
export function Homeless({ me }: { readonly me: WhoAmI }) {
  const suspended = me.homes.filter(({ isSuspended }) => isSuspended);
  const isStaff = me.posts.length > 0;
  const isNew = me.waiting.length === 0 && suspended.length === 0;
  return (
    <View className="stack">
      {suspended.map(({ homeId, place }) => (
        <Refusal
          key={homeId}
          title={`${place} 暂时看不到`}
          sentence="有人对您的绑定提出异议，客服正在核实，核实后会告诉您。"
          tone="info"
        />
      ))}
      <Unsent />
      {isStaff && (
        <Card isFlush>
          <Row icon="work" title="工作台" line="我的岗位要做的事" onTap={() => open(pages.work)} />
        </Card>
      )}
      {me.waiting.length > 0 && (
        <Card isFlush>
          {me.waiting.map(({ bindingId, place }) => (
            <Row
              key={bindingId}
              icon="clock"
              title={place}
              line="已提交，等业主或客服确认，结果会发到消息里"
              chip={{ text: '待确认', tone: 'warn' }}
            />
          ))}
        </Card>
      )}
      {isNew && !isStaff && (
        <EmptyState drawing="building" title="还没有绑定房屋" line="绑定后，在这里缴费、看账单。" />
      )}
      <Button
        kind={isStaff ? 'outline' : 'primary'}
        label={isNew ? '绑定房屋' : '绑定另一套房屋'}
        onTap={() => open(pages.bind)}
      />
    </View>
  );
}
