import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from '../Icon/Icon';

export interface RefusalProps {
  /** What does not go, in a few words. */
  readonly title?: string;
  /** Why, and what to do next. */
  readonly sentence: string;
  readonly tone?: 'warn' | 'bad' | 'info';
}

/** A refusal in the place where it happened, no pop-up. Its children are the other way. */
export function Refusal({ title, sentence, tone = 'warn', children }: PropsWithChildren<RefusalProps>) {
  return (
    <View className="refusal card" ariaRole="alert">
      <View className="refusal__head">
        <View className={`tone-${tone} refusal__icon`}>
          <Icon name={tone === 'info' ? 'clock' : 'warning'} />
        </View>
        <View className="refusal__words">
          {title && <View className="type-heading">{title}</View>}
          <View className={title ? 'refusal__sentence' : ''}>{sentence}</View>
        </View>
      </View>
      {children && <View className="refusal__way">{children}</View>}
    </View>
  );
}
