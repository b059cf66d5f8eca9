import { View } from '@tarojs/components';
import { Card, Page, Refusal, Row } from '@/components';
import { useMyHomes } from '@/hooks/useMyHomes';
import { useTabPage } from '@/hooks/useTabPage';
import { open, pages } from '@/services/routes';
import type { IconName } from '@/theme/iconNames';

interface Service {
  readonly icon: IconName;
  readonly title: string;
  readonly line: string;
  readonly page: string;
}

const fees: readonly Service[] = [
  { icon: 'document', title: '账单明细', line: '每笔钱怎么算的，也可以只缴几笔', page: pages.bills },
  { icon: 'receipt', title: '缴费记录', line: '收据、退款、电子发票', page: pages.receipts },
  { icon: 'card', title: '预存', line: '存半年或一年，出账后自动抵扣', page: pages.prepay },
];

const tickets: readonly Service[] = [
  { icon: 'wrench', title: '报修、投诉、咨询、建议', line: '拍照、说话、打字都行', page: pages.report },
  { icon: 'clock', title: '我的报修和反映', line: '办到哪一步了，谁在办', page: pages.tickets },
];

/** Everything the mini-program can do, by what it is about. */
export default function Services() {
  useTabPage();
  const { home, asked } = useMyHomes();
  const isRefused = asked.answer.kind === 'refused' && !home;
  const ofHome: Readonly<Record<string, string>> = home ? { homeId: home.homeId } : {};
  return (
    <Page name="services">
      {asked.answer.kind === 'refused' && isRefused && (
        <Refusal title="房屋暂时看不到" sentence={asked.answer.refusal.sentence} />
      )}
      <View className="type-second">报修和反映</View>
      <Card isFlush>
        {tickets.map(({ page, ...row }) => (
          <Row key={page} {...row} onTap={() => open(page, ofHome)} />
        ))}
        {home && (
          <Row
            icon="check"
            title="整改公示"
            line="评价不满意的，物业怎么改"
            onTap={() => open(pages.rectifications, { communityId: home.communityId })}
          />
        )}
      </Card>
      <View className="type-second">缴费</View>
      <Card isFlush>
        {fees.map(({ page, ...row }) => (
          <Row key={page} {...row} onTap={() => open(page, ofHome)} />
        ))}
        {home && (
          <Row
            icon="search"
            title="收费依据与价格公示"
            line="收什么、按什么标准、依据什么"
            onTap={() => open(pages.prices, { communityId: home.communityId })}
          />
        )}
      </Card>
      <View className="type-second">房屋</View>
      <Card isFlush>
        {home && (
          <Row
            icon="family"
            title="家人和成员"
            line="邀请家人一起缴费、看账单"
            onTap={() => open(pages.members, ofHome)}
          />
        )}
        <Row
          icon="building"
          title="绑定房屋"
          line="手机号加一项信息就能绑定"
          onTap={() => open(pages.bind)}
        />
      </Card>
    </Page>
  );
}
