import { View } from '@tarojs/components';
import { Icon } from '@/components';
import { useConsent } from '@/hooks/useConsent';

export interface RemindersProps {
  readonly words: string;
  readonly onMore: (left: number) => void;
}

/** How many reminders WeChat may still bring; the tap asks for more. */
export function Reminders({ words, onMore }: RemindersProps) {
  const { canAsk, askNow } = useConsent('inbox');
  const add = async () => {
    const left = await askNow();
    if (left !== undefined) onMore(left);
  };
  return (
    <View className="reminders">
      <Icon name="bell" />
      <View className="reminders__words">{words}</View>
      {canAsk && (
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
