import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Tone } from '../Chip/Chip';

export interface Fact {
  readonly name: string;
  /** Where two facts may be named alike. */
  readonly id?: string;
  readonly value: ReactNode;
  readonly tone?: Tone;
}

/** Names at the left, values at the right: the lines of a receipt. */
export function Facts({
  facts,
  isQuiet = false,
}: {
  readonly facts: readonly Fact[];
  readonly isQuiet?: boolean;
}) {
  return (
    <View className={`facts${isQuiet ? ' facts--quiet' : ''}`}>
      {facts.map(({ name, id = name, value, tone }) => (
        <View key={id} className={rowClass(value, tone)}>
          <View className="facts__name">{name}</View>
          <View className="facts__value tabular">{value}</View>
        </View>
      ))}
    </View>
  );
}

/** An amount stays on one line, and its name makes room for it. */
function rowClass(value: ReactNode, tone: Tone | undefined): string {
  const isAmount = typeof value === 'string' && /^[-−]?¥[\d,.]+$/.test(value);
  return `facts__row${isAmount ? ' facts__row--amount' : ''}${tone ? ` tone-${tone}` : ''}`;
}
