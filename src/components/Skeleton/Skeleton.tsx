import { View } from '@tarojs/components';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => String(index));

/** The shape of what is coming: cards with so many lines each. */
export function Skeleton({ cards = [3, 2, 2] }: { readonly cards?: readonly number[] }) {
  return (
    <View className="skeleton stack" ariaLabel="正在载入">
      {numbered(cards.length).map((card) => (
        <View key={card} className="card">
          {numbered(cards[Number(card)] ?? 1).map((line) => (
            <View
              key={line}
              className={`skeleton__line skeleton__line--${line === '1' ? 'large' : 'small'}`}
            />
          ))}
        </View>
      ))}
    </View>
  );
}
