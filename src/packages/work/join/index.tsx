import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, EmptyState, Field, Page, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { pages, replaceBy } from '@/services/routes';
import type { CommunityChoice as Community } from '../../../../types/contract/community';
import { CommunityChoice } from '../../homes/CommunityChoice';

/** Taking up a post: name and phone number must be those of the staff register. */
export default function Join() {
  const asked = useAnswer('community.list', {}, { isKept: true });
  return (
    <Page name="join" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="小区名单暂时看不到" cards={[3]}>
        {(communities) =>
          communities.length === 0 ? (
            <EmptyState title="还没有开通的小区" line="请联系主管，小区开通后就能登记。" />
          ) : (
            <Form communities={communities} />
          )
        }
      </Answered>
    </Page>
  );
}

function Form({ communities }: { readonly communities: readonly Community[] }) {
  const [chosen, choose] = useState<string>();
  const [name, write] = useState('');
  const [isDeclined, decline] = useState(false);
  const joining = useChange('people.joinAsStaff');
  const only = communities.length === 1 ? communities[0]?.communityId : undefined;
  const communityId = only ?? chosen;
  const join = async (phoneCode: string | undefined) => {
    decline(phoneCode === undefined);
    if (phoneCode === undefined || communityId === undefined) return;
    if (await joining.run({ communityId, phoneCode, name: name.trim() })) replaceBy(pages.work);
  };
  return (
    <Card>
      <View className="stack">
        <View>主管在员工名册里登记过您，才能上岗。姓名和手机号要和名册一样。</View>
        <CommunityChoice communities={communities} communityId={communityId} onChoose={choose} />
        <Field id="staff-name" label="姓名" value={name} onChange={write} />
        {isDeclined && <Refusal sentence="没有取到手机号，对不上名册。请再点一次，选“允许”。" />}
        {joining.refusal && <Refusal sentence={joining.refusal.sentence} />}
        <Button
          label="用微信手机号登记"
          opens="getPhoneNumber"
          isBusy={joining.isBusy}
          busyLabel="正在核对"
          isDisabled={name.trim() === '' || communityId === undefined}
          onPhoneCode={(code) => void join(code)}
        />
        <View className="type-second">手机号只用来和员工名册核对</View>
      </View>
    </Card>
  );
}
