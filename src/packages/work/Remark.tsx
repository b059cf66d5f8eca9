import { View } from '@tarojs/components';

export interface RemarkProps {
  readonly name: string;
  readonly text: string | undefined;
}

/** What somebody wrote in their own words, under its name: it may be long. Nothing where nothing was written. */
export function Remark({ name, text }: RemarkProps) {
  if (!text) return null;
  return (
    <View>
      <View className="type-second">{name}</View>
      <View>{text}</View>
    </View>
  );
}
