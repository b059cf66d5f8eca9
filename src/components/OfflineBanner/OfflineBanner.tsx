import { Text, View } from '@tarojs/components';
import { clockWords, momentWords, stretchOf } from '../../words/timeWords';
import { Icon } from '../Icon/Icon';

export interface OfflineBannerProps {
  /** When what is shown was fetched; undefined where nothing could be. */
  readonly at?: number;
  readonly now: number;
  readonly onRetry: () => void;
}

/** No network: how old is what one sees, and trying again. */
export function OfflineBanner({ at, now, onRetry }: OfflineBannerProps) {
  const time = at && (stretchOf(at, now) === 'today' ? clockWords(at) : momentWords(at, now));
  return (
    <View className="offline">
      <Icon name="offline" />
      <Text className="offline__words">
        {time ? `没有网络，显示的是 ${time} 的内容` : '没有网络，内容还没有取到'}
      </Text>
      <View className="offline__retry" hoverClass="pressed" ariaRole="button" onClick={onRetry}>
        重试
      </View>
    </View>
  );
}
