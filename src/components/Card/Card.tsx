import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

export interface CardProps {
  readonly onTap?: () => void;
  /** What screen readers say where the whole card is a button. */
  readonly label?: string;
  /** Without padding, for rows that reach to its edges. */
  readonly isFlush?: boolean;
  readonly id?: string;
}

/** A white surface on the ground, radius 12. */
export function Card({ onTap, label, isFlush = false, id, children }: PropsWithChildren<CardProps>) {
  const button = onTap ? { onClick: onTap, hoverClass: 'pressed', ariaRole: 'button', ariaLabel: label } : {};
  return (
    <View id={id} className={`card${isFlush ? ' card--flush' : ''}`} {...button}>
      {children}
    </View>
  );
}
