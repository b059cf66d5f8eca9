import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Drawing, type DrawingName } from './Drawing';

export interface EmptyStateProps {
  readonly drawing?: DrawingName;
  readonly title: string;
  /** What would be here, and how it comes. */
  readonly line: string;
}

/** Nothing there yet: says what would be. Its children are the way out. */
export function EmptyState({ drawing = 'door', title, line, children }: PropsWithChildren<EmptyStateProps>) {
  return (
    <View className="empty">
      <Drawing name={drawing} />
      <View className="type-title">{title}</View>
      <View className="empty__line">{line}</View>
      {children}
    </View>
  );
}
