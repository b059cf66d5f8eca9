import { View } from '@tarojs/components';

export type DrawingName = 'door' | 'building' | 'letterbox';

/** A line drawing with one lit element; for paid and empty states only. Says nothing a screen reader would miss. */
export function Drawing({ name }: { readonly name: DrawingName }) {
  return <View className={`drawing drawing--${name}`} ariaHidden />;
}
