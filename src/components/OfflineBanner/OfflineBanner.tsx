import { Text, View } from '@tarojs/components';
import type { Missing } from '../../services/failure';
import { untilWords } from '../../words/timeWords';
import { Icon } from '../Icon/Icon';

export interface OfflineBannerProps {
  /** What is not there. */
  readonly missing: Missing;
  /** When what is shown was fetched; undefined where nothing could be. */
  readonly at?: number;
  readonly now: number;
  readonly onRetry: () => void;
}

const wants: Readonly<Record<Missing, string>> = { network: '没有网络', service: '系统出了点问题' };

/** No network, or a service that fails: how old is what one sees, and trying again. */
export function OfflineBanner({ missing, at, now, onRetry }: OfflineBannerProps) {
  const time = at && untilWords(at, now);
  return (
    <View className="offline">
      <Icon name={missing === 'network' ? 'offline' : 'warning'} />
      <Text className="offline__words">
        {`${wants[missing]}，${time ? whole(`显示的是 ${time} 的内容`) : '内容还没有取到'}`}
      </Text>
      <View className="offline__retry" hoverClass="pressed" ariaRole="button" onClick={onRetry}>
        重试
      </View>
    </View>
  );
}

/** Its spaces do not break; how the banner breaks is in its style. */
function whole(clause: string): string {
  return clause.replace(/ /g, '\u00a0');
}
