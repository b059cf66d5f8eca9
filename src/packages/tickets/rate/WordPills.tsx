import { View } from '@tarojs/components';
import { Icon } from '@/components';
import type { TicketType } from '../../../../types/ticket';
import { wordsFor } from './ratingWords';

export interface WordPillsProps {
  readonly type: TicketType;
  readonly stars: number;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What was good or went wrong, by taps, as many as fit (B6). Its styles are in stars.css. */
export function WordPills({ type, stars, chosen, onChange }: WordPillsProps) {
  const toggle = (word: string) =>
    onChange(chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word]);
  return (
    <View className="words">
      {wordsFor(type, stars).map((word) => {
        const isChosen = chosen.includes(word);
        return (
          <View
            key={word}
            className={`pills__pill words__word${isChosen ? ' pills__pill--chosen' : ''}`}
            hoverClass="pressed"
            ariaRole="checkbox"
            ariaLabel={isChosen ? `${word}，已选中` : word}
            onClick={() => toggle(word)}
          >
            {isChosen && <Icon name="check" />}
            {word}
          </View>
        );
      })}
    </View>
  );
}
