import { View } from '@tarojs/components';
import { AnswerBanner, Answered, Card, Chip, EmptyState, Facts, Icon, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { lookedAt, useMe } from '@/stores/me';
import type { PriceItem, PriceVersion } from '../../../../types/contract/charging';
import { purposeIcons } from '../billWords';
import { priceRows, versionWords } from './priceWords';

/** Every charge item's price, basis and payee (C13), one tap from any bill. */
export default function Prices() {
  const { communityId: named } = useParameters();
  const mine = useMe((state) => lookedAt(state)?.communityId);
  const communityId = named ?? mine;
  const asked = useAnswer('charging.prices', communityId === undefined ? undefined : { communityId }, {
    isKept: true,
  });
  usePullDown(asked.again);
  return (
    <Page name="prices" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="价格公示暂时看不到">
        {({ items, communityName }) =>
          items.length === 0 ? (
            <EmptyState title="还没有公示" line={`${communityName}的收费项目公示后在这里看。`} />
          ) : (
            items.map((item) => <Item key={item.chargeItemId} item={item} />)
          )
        }
      </Answered>
    </Page>
  );
}

function Item({ item }: { readonly item: PriceItem }) {
  return (
    <Card>
      <View className="beside">
        <Icon name={purposeIcons[item.purpose]} />
        <View className="type-heading">{item.name}</View>
      </View>
      <View className="type-second">收款方：{item.payeeName}</View>
      {item.versions.map((version) => (
        <Version key={version.from} version={version} />
      ))}
    </Card>
  );
}

function Version({ version }: { readonly version: PriceVersion }) {
  return (
    <View>
      <View className="rule" />
      <View className="between">
        <View className="type-second">{versionWords(version)}</View>
        {version.isCurrent && <Chip text="现行" tone="good" />}
      </View>
      <Facts facts={priceRows(version)} />
      <View className="type-caption">依据：{version.basis}</View>
    </View>
  );
}
