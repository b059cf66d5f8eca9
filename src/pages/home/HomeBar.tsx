import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { Icon } from '@/components';
import { topBar } from '@/services/device';
import { useCare } from '@/stores/care';

export interface HomeBarProps {
  readonly place?: string;
  readonly communityName?: string;
  /** Opens the choice of homes; absent where there is one home at the most. */
  readonly onChoose?: () => void;
}

/** WeChat's bar, drawn by us: which home, where, and the way to 长辈版, beside WeChat's capsule. */
export function HomeBar({ place, communityName, onChoose }: HomeBarProps) {
  const bar = useMemo(topBar, []);
  const { isOn, choose } = useCare();
  const button = onChoose ? { onClick: onChoose, ariaRole: 'button', ariaLabel: `${place}，换一套房屋` } : {};
  const fits = {
    paddingTop: `${bar.statusBar}px`,
    minHeight: `${bar.height}px`,
    paddingRight: `${bar.capsule}px`,
  };
  return (
    <View className="home-bar" style={fits}>
      <View className="home-bar__home" {...button}>
        <View className="home-bar__place">
          <View className="home-bar__name">{place ?? '暖邻'}</View>
          {onChoose && <Icon name="chevron-down" />}
        </View>
        {!isOn && communityName && <View className="home-bar__community">{communityName}</View>}
      </View>
      {!isOn && (
        <View className="home-bar__care" hoverClass="pressed" ariaRole="button" onClick={() => choose(true)}>
          <Icon name="large-type" />
          长辈版
        </View>
      )}
    </View>
  );
}
