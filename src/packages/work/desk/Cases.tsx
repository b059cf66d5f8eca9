import { View } from '@tarojs/components';
import { Amount, Card, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { open, pages } from '@/services/routes';
import { caseCauseNames } from '../../../../types/caseCause';
import { caseLine, differenceOf } from '../cases/caseWords';

/** As many as one takes in at a glance; all of them are one tap away. */
const shownAtMost = 3;

export interface CasesProps {
  readonly count: number;
  readonly communityId: string;
}

/** The first differences with WeChat's bill. Nothing for those who may not see them. */
export function Cases({ count, communityId }: CasesProps) {
  const { answer } = useAnswer('reconciliation.cases', { communityId, which: 'open' }, { topics: ['work'] });
  if (answer.kind !== 'ready') return null;
  return (
    <>
      <View className="between">
        <View className="type-heading">对账差异</View>
        <View className="type-second">{count} 笔</View>
      </View>
      <Card isFlush>
        {answer.value.cases.slice(0, shownAtMost).map((found) => (
          <Row
            key={found.caseId}
            isStrong
            title={caseCauseNames[found.cause]}
            line={caseLine(found)}
            end={<Amount fen={differenceOf(found)} />}
            onTap={() => open(pages.cases, { communityId })}
          />
        ))}
      </Card>
    </>
  );
}
