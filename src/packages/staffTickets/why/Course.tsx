import { View } from '@tarojs/components';
import { Card } from '@/components';
import { untilWords } from '@/words/timeWords';
import type { DispatchWhy } from '../../../../types/contract/ticketWork';
import { courseWords, foundWords } from './whyWords';

/** 当时的情况: what it was taken for and who there was, then what came of it. */
export function Course({ why, now }: { readonly why: DispatchWhy; readonly now: number }) {
  const lines = [
    { at: why.at, words: foundWords(why) },
    ...why.course.map((step) => ({ at: step.at, words: courseWords(step) })),
  ].sort((a, b) => a.at - b.at);
  return (
    <>
      <View className="between">
        <View className="type-heading">当时的情况</View>
        <View className="type-second">{`派单规则 第 ${why.ruleVersion} 版`}</View>
      </View>
      <Card>
        {lines.map(({ at, words }) => (
          <View key={`${at}-${words}`} className="why__moment">
            <View className="why__at tabular">{untilWords(at, now)}</View>
            <View className="why__words">{words}</View>
          </View>
        ))}
      </Card>
    </>
  );
}
