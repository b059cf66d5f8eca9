import { Text } from '@tarojs/components';

/** `brand` asks the viewer to do something; `plain` only tells. */
export type Tone = 'brand' | 'good' | 'warn' | 'bad' | 'info' | 'plain';

/** A state in one word, coloured and worded. */
export function Chip({ text, tone = 'plain' }: { readonly text: string; readonly tone?: Tone }) {
  return <Text className={`chip chip--${tone}`}>{text}</Text>;
}
