import { Switch, View } from '@tarojs/components';
import { AnswerBanner, Answered, Button, Card, Page, Row } from '@/components';
import { useMyHomes } from '@/hooks/useMyHomes';
import { useTabPage } from '@/hooks/useTabPage';
import { open, pages } from '@/services/routes';
import { useCare } from '@/stores/care';
import { useMe } from '@/stores/me';
import { colours } from '@/theme/native';
import type { WhoAmI } from '../../../types/contract/people';
import { homeLine } from '../home/homeWords';
import './index.css';

/** My homes, my payments, how the mini-program looks to me. */
export default function Me() {
  useTabPage();
  const { asked, home } = useMyHomes();
  return (
    <Page name="me" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="我的房屋暂时看不到" cards={[2]}>
        {(me) => (
          <>
            <Homes me={me} {...(home ? { shown: home.homeId } : {})} />
            {me.posts.length > 0 && (
              <Card isFlush>
                <Row icon="work" title="工作台" line="我的岗位要做的事" onTap={() => open(pages.work)} />
              </Card>
            )}
          </>
        )}
      </Answered>
      <Card isFlush>
        <Row icon="receipt" title="我的缴费记录" onTap={() => open(pages.receipts)} />
        <Row icon="bell" title="消息和提醒" onTap={() => open(pages.messages)} />
      </Card>
      <CareSwitch />
    </Page>
  );
}

function Homes({ me, shown }: { readonly me: WhoAmI; readonly shown?: string }) {
  const lookAt = useMe((state) => state.lookAt);
  const enter = (homeId: string) => {
    lookAt(homeId);
    open(pages.members, { homeId });
  };
  return (
    <>
      <View className="type-second">我的房屋</View>
      <Card isFlush>
        {me.homes.map((home) => (
          <Row
            key={home.homeId}
            icon="building"
            title={`${home.communityName} ${home.place}`}
            line={homeLine(home)}
            {...(home.homeId === shown ? { chip: { text: '正在看', tone: 'brand' as const } } : {})}
            {...(home.isSuspended ? {} : { onTap: () => enter(home.homeId) })}
          />
        ))}
        {me.waiting.map(({ bindingId, place }) => (
          <Row
            key={bindingId}
            icon="clock"
            title={place}
            line="等业主或客服确认"
            chip={{ text: '待确认', tone: 'warn' }}
          />
        ))}
        <View className="me__bind">
          <Button kind="quiet" icon="plus" label="绑定房屋" onTap={() => open(pages.bind)} />
        </View>
      </Card>
    </>
  );
}

function CareSwitch() {
  const { isOn, choose } = useCare();
  return (
    <Card>
      <View className="me__switch">
        <View>
          <View>长辈版</View>
          <View className="type-second">大字、大按钮，一屏只放要紧的事</View>
        </View>
        <Switch
          id="care-switch"
          checked={isOn}
          color={colours.brand}
          ariaLabel="长辈版"
          onChange={(event) => choose(event.detail.value)}
        />
      </View>
    </Card>
  );
}
