import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from '@/components';

export interface Bar {
  readonly id: string;
  readonly name: string;
  /** At the right end: how many tickets the line opens to. */
  readonly value: string;
  readonly line?: string;
  /** 0 to 100 of the chart's one scale. */
  readonly width: number;
  /** Drawn lighter behind it, as far as this. */
  readonly reach?: number;
  /** Another count that opens by itself: 超时 2 单, of the line's own tickets; 上月 3 单, of others. */
  readonly part?: { readonly label: string; readonly isBad: boolean; readonly onTap: () => void };
}

export interface BarsProps {
  readonly title: string;
  /** What is drawn, and what a full bar is. */
  readonly note: string;
  readonly bars: readonly Bar[];
  readonly onTap: (id: string) => void;
}

/** Lines with a bar each on one scale; each opens to its tickets. Below them what belongs to the whole chart. */
export function Bars({ title, note, bars, onTap, children }: PropsWithChildren<BarsProps>) {
  if (bars.length === 0) return null;
  return (
    <Card>
      <View className="type-heading">{title}</View>
      <View className="type-second">{note}</View>
      {bars.map((bar) => (
        <Line key={bar.id} bar={bar} onTap={onTap} />
      ))}
      {children}
    </Card>
  );
}

function Line({ bar, onTap }: { readonly bar: Bar; readonly onTap: (id: string) => void }) {
  const { id, name, value, line, width, reach, part } = bar;
  return (
    <View className="month__row">
      <View
        id={`bar-${id}`}
        className="month__line"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={[name, value, line].filter(Boolean).join('，')}
        onClick={() => onTap(id)}
      >
        <View className="between">
          <View>{name}</View>
          <View className="strong tabular between__end">{value}</View>
        </View>
        <View className="month__track" ariaHidden>
          {reach !== undefined && <View className="month__reach" style={{ width: `${reach}%` }} />}
          <View className="month__fill" style={{ width: `${width}%` }} />
        </View>
        {line && <View className="type-second">{line}</View>}
      </View>
      {part && (
        <View
          id={`part-${id}`}
          className={`month__part tabular${part.isBad ? ' tone-bad' : ''}`}
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={`${name}，${part.label}`}
          onClick={part.onTap}
        >
          {part.label}
        </View>
      )}
    </View>
  );
}
