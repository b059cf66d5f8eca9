import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { TicketHead, type TicketHeadProps } from '../TicketHead';

/** Somebody to call: what about, until or since when; its children are the ways. */
export function CallRow({
  id,
  children,
  ...head
}: PropsWithChildren<TicketHeadProps & { readonly id: string }>) {
  return (
    <View id={id} className="customer__row">
      <TicketHead {...head} />
      <View className="customer__calls">{children}</View>
    </View>
  );
}
