import { ScrollView, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';

export interface SheetProps {
  /** What screen readers say it is. */
  readonly label: string;
  readonly onClose: () => void;
  /** Stands below what scrolls, above the safe area. */
  readonly footer?: ReactNode;
}

/** Slides up over the page; a tap beside it closes it. Draw it only while it is open. */
export function Sheet({ label, onClose, footer, children }: PropsWithChildren<SheetProps>) {
  return (
    <View className="slide">
      <View className="slide__shade" ariaRole="button" ariaLabel="关闭" onClick={onClose} />
      <View className="slide__body" ariaRole="dialog" ariaLabel={label}>
        <View className="slide__grip" />
        <ScrollView className="slide__scroll" scrollY>
          <View className="slide__inside">{children}</View>
        </ScrollView>
        {footer && <View className="slide__footer">{footer}</View>}
      </View>
    </View>
  );
}
