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
    <View className="sheet">
      <View className="sheet__shade" ariaRole="button" ariaLabel="关闭" onClick={onClose} />
      <View className="sheet__body" ariaRole="dialog" ariaLabel={label}>
        <View className="sheet__grip" />
        <ScrollView className="sheet__scroll" scrollY>
          <View className="sheet__inside">{children}</View>
        </ScrollView>
        {footer && <View className="sheet__footer">{footer}</View>}
      </View>
    </View>
  );
}
