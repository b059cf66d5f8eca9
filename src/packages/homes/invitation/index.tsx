import { View } from '@tarojs/components';
import { useState } from 'react';
import { Answered, Button, Card, EmptyState, Facts, Field, Page, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import { useMe } from '@/stores/me';
import { momentWords } from '@/words/timeWords';
import type { BoundHome, Invitation } from '../../../../types/contract/people';
import { invitationOver, relationNames } from '../homesWords';

/** An invitation opened from a shared card: who invites, to what, and joining. */
export default function InvitationPage() {
  const { invitationId } = useParameters();
  const asked = useAnswer('people.invitation', invitationId === undefined ? undefined : { invitationId });
  const [joined, setJoined] = useState<BoundHome>();
  const lookAt = useMe((state) => state.lookAt);
  const enter = () => {
    if (joined) lookAt(joined.homeId);
    open(pages.home);
  };
  if (invitationId === undefined) return <Gone sentence="请从微信里的邀请卡片打开。" />;
  return (
    <Page name="invitation" {...(joined ? { footer: <Button label="去看看" onTap={enter} /> } : {})}>
      {joined ? (
        <EmptyState drawing="building" title="您已加入" line={`${joined.place}，可以一起缴费、看账单了。`} />
      ) : (
        <Answered asked={asked} title="邀请打不开">
          {(invitation) => <Offer invitation={invitation} onJoined={setJoined} />}
        </Answered>
      )}
    </Page>
  );
}

function Gone({ sentence }: { readonly sentence: string }) {
  return (
    <Page name="invitation">
      <EmptyState title="邀请打不开" line={sentence} />
    </Page>
  );
}

interface OfferProps {
  readonly invitation: Invitation;
  readonly onJoined: (home: BoundHome) => void;
}

function Offer({ invitation, onJoined }: OfferProps) {
  const now = useNow();
  const [name, setName] = useState('');
  const { run, isBusy, refusal } = useChange('people.acceptInvitation');
  const { invitationId, inviter, communityName, place, relation, expiresAt } = invitation;
  const over = invitationOver(invitation);
  if (over) return <EmptyState title="邀请已失效" line={over} />;
  const accept = async () => {
    const bound = await run({ invitationId, name: name.trim() });
    if (bound) onJoined(bound);
  };
  return (
    <>
      <Card>
        <View className="type-heading">{`${inviter} 邀请您作为${relationNames[relation]}加入`}</View>
        <View className="rule" />
        <Facts
          isQuiet
          facts={[
            { name: '小区', value: communityName },
            { name: '房屋', value: place },
            { name: '有效到', value: momentWords(expiresAt, now) },
          ]}
        />
      </Card>
      <Card>
        <Field
          id="invitation-name"
          label="您的姓名"
          value={name}
          hint="家人和物业看到的名字"
          onChange={setName}
        />
      </Card>
      {refusal && <Refusal title="没有加入" sentence={refusal.sentence} />}
      <Button
        label="加入"
        isBusy={isBusy}
        busyLabel="正在加入"
        isDisabled={name.trim() === ''}
        onTap={() => void accept()}
      />
    </>
  );
}
