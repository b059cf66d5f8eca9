import { View } from '@tarojs/components';
import type { IconName } from '../../theme/iconNames';

/** A line drawing in the colour of the text around it. Without a label it is hidden from screen readers: the words beside it speak. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }) {
  const spoken = label ? { ariaRole: 'img', ariaLabel: label } : { ariaHidden: true };
  return <View className={`icon icon--${name}`} {...spoken} />;
}
