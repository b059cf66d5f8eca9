import { View } from '@tarojs/components';
import { Card, Timeline } from '@/components';
import { useNow } from '@/hooks/useNow';
import type { BillQuestionView } from '../../../../types/contract/charging';
import { questionSteps } from './questionSteps';

/** What was asked and what was answered. */
export function Question({ question }: { readonly question: BillQuestionView }) {
  const now = useNow();
  return (
    <Card>
      <View className="type-heading">您的疑问</View>
      <View className="rule" />
      <Timeline steps={questionSteps(question, now)} />
    </Card>
  );
}
