import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Card, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import type { CounterHome } from '../../../../types/contract/counter';
import type { Member } from '../../../../types/contract/people';
import { FindHome } from '../FindHome';
import { OpenObjections } from './OpenObjections';
import {
  contestedFirst,
  decidedLine,
  memberChip,
  memberLine,
  memberName,
  type Verdict,
} from './objectionWords';
import { VerdictSheet } from './VerdictSheet';

/** Row A1: who lives with a home, and whether one that is objected to stays. From the message, or by typing the home. */
export default function HomeMembers() {
  const { communityId = '', homeId: named, place = '' } = useParameters();
  const [found, setFound] = useState<CounterHome>();
  const home = named === undefined ? found : { homeId: named, place };
  const asked = useAnswer('people.members', home && { homeId: home.homeId });
  const [chosen, choose] = useState<Member>();
  const [decided, setDecided] = useState('');
  const find = (next: CounterHome | undefined) => {
    setDecided('');
    setFound(next);
  };
  const close = () => {
    choose(undefined);
    void asked.again();
  };
  const take = (members: readonly Member[], member: Member, verdict: Verdict) => {
    asked.take(members);
    setDecided(decidedLine(member, verdict));
    choose(undefined);
  };
  return (
    <Page
      name="home-members"
      banner={<AnswerBanner asked={asked} />}
      over={
        home &&
        chosen && (
          <VerdictSheet
            homeId={home.homeId}
            member={chosen}
            onDecided={(members, verdict) => take(members, chosen, verdict)}
            onClose={close}
          />
        )
      }
    >
      {named === undefined && <OpenObjections communityId={communityId} decided={decided} />}
      {named === undefined && <FindHome communityId={communityId} onFound={find} />}
      {home && <View className="type-heading">{home.place}</View>}
      {decided !== '' && <View className="type-body">{decided}</View>}
      {home && (
        <Answered asked={asked} title="成员暂时看不到">
          {(members) => <Members members={members} choose={choose} />}
        </Answered>
      )}
    </Page>
  );
}

interface MembersProps {
  readonly members: readonly Member[];
  readonly choose: (member: Member) => void;
}

function Members({ members, choose }: MembersProps) {
  const now = useNow();
  if (members.length === 0) return <View className="type-second">这套房还没有登记住户</View>;
  return (
    <>
      {!members.some(({ objection }) => objection) && (
        <View className="type-second">这套房没有等处理的异议</View>
      )}
      <Card isFlush>
        {contestedFirst(members).map((member) => {
          const chip = memberChip(member);
          return (
            <Row
              key={member.tenureId}
              icon="family"
              title={memberName(member)}
              line={memberLine(member, now)}
              {...(chip ? { chip, onTap: () => choose(member) } : {})}
            />
          );
        })}
      </Card>
    </>
  );
}
