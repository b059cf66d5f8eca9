import { View } from '@tarojs/components';
import type { Consent } from '../../hooks/useConsent';
import { Icon } from '../Icon/Icon';

export interface RemindersProps {
  readonly words: string;
  readonly consent: Consent;
  readonly onMore?: (left: number) => void;
}

/** How many reminders WeChat may still bring; the tap asks for more. */
export function Reminders({ words, consent, onMore }: RemindersProps) {
  const add = async () => {
    const left = await consent.askNow();
    if (left !== undefined) onMore?.(left);
  };
  return (
    <View className="reminders">
      <Icon name="bell" />
      <View className="reminders__words">{words}</View>
      {consent.canAsk && (
        <View
          id="more-reminders"
          className="reminders__more"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => void add()}
        >
          再添几次
        </View>
      )}
    </View>
  );
}
