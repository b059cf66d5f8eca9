import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Answered, Card, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { open, pages } from '@/services/routes';
import { objectionLine, objectionTitle } from './objectionWords';

export interface OpenObjectionsProps {
  readonly communityId: string;
  /** What was decided last on this page: the list is asked for anew. */
  readonly decided: string;
}

/** The objections of a community that wait for customer service; each opens its home. */
export function OpenObjections({ communityId, decided }: OpenObjectionsProps) {
  const now = useNow();
  const asked = useAnswer('people.objections', { communityId }, { topics: ['work'] });
  const { again } = asked;
  useEffect(() => {
    if (decided !== '') void again();
  }, [decided, again]);
  return (
    <Answered asked={asked} title="异议暂时看不到" cards={[2]}>
      {(objections) =>
        objections.length === 0 ? (
          <View className="type-second">小区里没有等处理的异议。要看一套房的成员，在下面查。</View>
        ) : (
          <>
            <View className="type-heading">等处理的异议</View>
            <Card isFlush>
              {objections.map((objection) => (
                <Row
                  key={objection.tenureId}
                  icon="alert"
                  title={objectionTitle(objection)}
                  line={objectionLine(objection, now)}
                  {...(objection.isSuspended ? { chip: { text: '已暂停', tone: 'warn' } as const } : {})}
                  onTap={() => open(pages.objections, { homeId: objection.homeId, place: objection.place })}
                />
              ))}
            </Card>
          </>
        )
      }
    </Answered>
  );
}
