import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, EmptyState, Page, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useMyHomes } from '@/hooks/useMyHomes';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { isSure } from '@/services/device';
import { open, pages } from '@/services/routes';
import { forgetAll } from '@/services/storage';
import { useMe } from '@/stores/me';
import { InviteSheet } from './InviteSheet';
import { MemberRows } from './MemberRows';
import { WaitingRequests } from './WaitingRequests';
import './index.css';

/** Who lives with a home: members, requests that wait for the owner, inviting, objecting, leaving (row A1). */
export default function Members() {
  const { homeId: named } = useParameters();
  const { me, home: looked } = useMyHomes();
  const homeId = named ?? looked?.homeId;
  const home = me?.homes.find((each) => each.homeId === homeId);
  const asked = useAnswer('people.members', homeId === undefined ? undefined : { homeId }, {
    topics: ['homes'],
  });
  const [isInviting, setInviting] = useState(false);
  const isOwner = home?.relation === 'owner';
  usePullDown(asked.again);
  if (homeId === undefined) return <NoHome />;
  return (
    <Page
      name="members"
      banner={<AnswerBanner asked={asked} />}
      {...(isOwner ? { footer: <Button label="邀请家人或租客" onTap={() => setInviting(true)} /> } : {})}
      over={isInviting && <InviteSheet homeId={homeId} onClose={() => setInviting(false)} />}
    >
      {home && <View className="type-heading">{`${home.communityName} ${home.place}`}</View>}
      {isOwner && <WaitingRequests homeId={homeId} onDecided={() => void asked.again()} />}
      <Answered asked={asked} title="成员暂时看不到">
        {(members) => (
          <MemberRows homeId={homeId} members={members} mine={home?.relation} onChanged={asked.take} />
        )}
      </Answered>
      <Leave homeId={homeId} />
    </Page>
  );
}

function NoHome() {
  return (
    <Page name="members">
      <EmptyState drawing="building" title="还没有绑定房屋" line="绑定以后，在这里邀请家人一起缴费、看账单。">
        <Button label="绑定房屋" onTap={() => open(pages.bind)} />
      </EmptyState>
    </Page>
  );
}

function Leave({ homeId }: { readonly homeId: string }) {
  const { run, isBusy, refusal } = useChange('people.leaveHome');
  const learn = useMe((state) => state.learn);
  const leave = async () => {
    if (!(await isSure('解除绑定', '解除后马上看不到这套房屋的账单，您自己的缴费记录会留着。', '解除')))
      return;
    const me = await run({ homeId });
    if (!me) return;
    forgetAll('answer:');
    learn(me);
    open(pages.home);
  };
  return (
    <Card>
      {refusal && <Refusal title="没有解除" sentence={refusal.sentence} />}
      <Button
        kind="quiet"
        label="我不住这里了，解除绑定"
        isBusy={isBusy}
        busyLabel="正在解除"
        onTap={() => void leave()}
      />
    </Card>
  );
}
