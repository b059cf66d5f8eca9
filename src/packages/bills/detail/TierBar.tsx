import { View } from '@tarojs/components';
import { Card } from '@/components';
import type { TierUse } from '../../../../types/contract/charging';
import { tierAmount, tierScale, tierSentence } from './tierWords';

/** 全年累计: how far the use of the year has come against the tiers, this bill's share of it last. */
export function TierBar({ tiers }: { readonly tiers: TierUse }) {
  const { before, used, limits, unit, cycle } = tiers;
  const { beforeShare, usedShare, limitShares } = tierScale(tiers);
  return (
    <Card id="tiers">
      <View className="type-heading">{cycle === 'year' ? '全年累计' : '本月累计'}</View>
      <View className="tiers__limits type-caption tabular">
        {limits.map((limit, index) => (
          <View
            key={limit.units}
            className="tiers__limit"
            style={{ right: `${100 - (limitShares[index] ?? 100)}%` }}
          >
            {tierAmount(limit, unit)}
          </View>
        ))}
      </View>
      <View className="tiers__bar" ariaLabel={tierSentence(tiers)}>
        <View className="tiers__before" style={{ width: `${beforeShare}%` }} />
        <View className="tiers__used" style={{ width: `${usedShare}%` }} />
        {limitShares
          .filter((share) => share < 100)
          .map((share) => (
            <View key={share} className="tiers__mark" style={{ left: `${share}%` }} />
          ))}
      </View>
      <View className="between type-second tabular">
        <View>此前 {tierAmount(before, unit)}</View>
        <View className="between__end tone-brand">本期 {tierAmount(used, unit)}</View>
      </View>
      <View className="tiers__sentence type-second">{tierSentence(tiers)}</View>
    </Card>
  );
}
