import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Choice, Icon, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useShareAppMessage } from '@/services/lifecycle';
import { pages } from '@/services/routes';
import type { Invitation } from '../../../../types/contract/people';
import { addDays, type Day, dayOf, formatDay, type Instant } from '../../../../types/day';

const whom = [
  { value: 'family', name: '家人' },
  { value: 'tenant', name: '租客' },
] as const;

/** Makes an invitation, then shares it as a card: good once, for three days. */
export function InviteSheet({ homeId, onClose }: { readonly homeId: string; readonly onClose: () => void }) {
  const [relation, setRelation] = useState<'family' | 'tenant'>('family');
  const [until, setUntil] = useState<Day>();
  const [invitation, setInvitation] = useState<Invitation>();
  const { run, isBusy, refusal } = useChange('people.inviteMember');
  useShareAppMessage(() => ({
    title: '请您加入我们家，一起缴费、看账单',
    path: invitation ? `${pages.invitation}?invitationId=${invitation.invitationId}` : pages.home,
  }));
  const make = async () => {
    const limit = relation === 'tenant' && until ? { until } : {};
    const made = await run({ homeId, relation, ...limit });
    if (made) setInvitation(made);
  };
  return (
    <Sheet
      label="邀请家人或租客"
      onClose={onClose}
      footer={
        invitation ? (
          <>
            <Button label="发给微信好友" icon="share" opens="share" />
            <Button kind="quiet" label="完成" onTap={onClose} />
          </>
        ) : (
          <>
            {refusal && <Refusal title="没有生成邀请" sentence={refusal.sentence} />}
            <Button label="生成邀请" isBusy={isBusy} busyLabel="正在生成" onTap={() => void make()} />
          </>
        )
      }
    >
      <View className="stack">
        <View className="type-title">{invitation ? '邀请已生成' : '邀请谁'}</View>
        {invitation ? (
          <View className="tone-plain">发给对方，3 天内点开有效，只能用一次。</View>
        ) : (
          <>
            <Choice label="邀请谁" options={whom} value={relation} onChange={setRelation} />
            {relation === 'tenant' && <Until until={until} onChange={setUntil} />}
            <View className="type-second">他们能看账单、一起缴费，不能再邀请别人。</View>
          </>
        )}
      </View>
    </Sheet>
  );
}

function Until({
  until,
  onChange,
}: {
  readonly until: Day | undefined;
  readonly onChange: (until: Day) => void;
}) {
  const tomorrow = addDays(dayOf(Date.now() as Instant), 1);
  return (
    <View className="field">
      <View className="field__label">租期到（可以不填）</View>
      <Picker
        mode="date"
        value={until ?? tomorrow}
        start={tomorrow}
        onChange={(event) => onChange(event.detail.value as Day)}
      >
        <View className="picked" ariaRole="button" ariaLabel="租期到哪一天">
          <View className={until ? '' : 'tone-plain'}>{until ? formatDay(until) : '不限'}</View>
          <Icon name="chevron-down" />
        </View>
      </Picker>
    </View>
  );
}
