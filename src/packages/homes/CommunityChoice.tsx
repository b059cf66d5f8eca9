import { Picker, View } from '@tarojs/components';
import type { CommunityChoice as Community } from '../../../types/contract/community';
import { Icon } from '../../components';

export interface CommunityChoiceProps {
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
  readonly onChoose: (communityId: string) => void;
}

/** Which community; with one there is nothing to choose. */
export function CommunityChoice({ communities, communityId, onChoose }: CommunityChoiceProps) {
  const index = communities.findIndex((community) => community.communityId === communityId);
  const name = communities[index]?.name;
  if (communities.length === 1) return <View className="type-heading">{communities[0]?.name}</View>;
  return (
    <View className="field">
      <View className="field__label">小区</View>
      <Picker
        mode="selector"
        range={communities.map((community) => community.name)}
        value={Math.max(0, index)}
        onChange={(event) => {
          const chosen = communities[Number(event.detail.value)];
          if (chosen) onChoose(chosen.communityId);
        }}
      >
        <View className="picked" ariaRole="button" ariaLabel={`小区，${name ?? '还没有选'}`}>
          <View className={name ? '' : 'tone-plain'}>{name ?? '请选择小区'}</View>
          <Icon name="chevron-down" />
        </View>
      </Picker>
    </View>
  );
}
