import { View } from '@tarojs/components';
import { Card } from '@/components';

export interface Bar {
  readonly id: string;
  readonly name: string;
  /** At the right end. */
  readonly value: string;
  readonly line?: string;
  /** 0 to 100 of the chart's one scale. */
  readonly width: number;
}

export interface BarsProps {
  readonly title: string;
  /** What is drawn, and what a full bar is. */
  readonly note: string;
  readonly bars: readonly Bar[];
  readonly onTap: (id: string) => void;
}

/** Lines with a bar each on one scale; each opens to its tickets. */
export function Bars({ title, note, bars, onTap }: BarsProps) {
  if (bars.length === 0) return null;
  return (
    <Card>
      <View className="type-heading">{title}</View>
      <View className="type-second">{note}</View>
      {bars.map(({ id, name, value, line, width }) => (
        <View
          key={id}
          className="month__line"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={`${name}，${value}`}
          onClick={() => onTap(id)}
        >
          <View className="between">
            <View>{name}</View>
            <View className="strong tabular between__end">{value}</View>
          </View>
          <View className="month__track" ariaHidden>
            <View className="month__fill" style={{ width: `${width}%` }} />
          </View>
          {line && <View className="type-second">{line}</View>}
        </View>
      ))}
    </Card>
  );
}
