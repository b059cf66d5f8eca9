import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Chip, EmptyState, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import { addDays, type Day, dayOf, formatDay, type Instant } from '../../../../types/day';
import { ShiftSheet } from './ShiftSheet';
import { mondayOf, shiftWords } from './week';

interface Chosen {
  readonly plan: ShiftPlan;
  readonly day: Day;
}

/** A week of shifts, day by day for each person (B2). */
export default function Roster() {
  const { communityId = '' } = useParameters();
  const [from, begin] = useState(() => mondayOf(dayOf(Date.now() as Instant)));
  const asked = useAnswer('roster.week', { communityId, from });
  usePullDown(asked.again);
  const [chosen, choose] = useState<Chosen>();
  return (
    <Page
      name="roster"
      banner={<AnswerBanner asked={asked} />}
      over={
        chosen && (
          <ShiftSheet
            {...{ communityId, ...chosen }}
            onClose={() => choose(undefined)}
            onChanged={() => {
              choose(undefined);
              void asked.again();
            }}
          />
        )
      }
    >
      <View className="type-heading">{`${formatDay(from)} 起的一周`}</View>
      <View className="side-by-side">
        <Button kind="outline" label="上一周" onTap={() => begin(addDays(from, -7))} />
        <Button kind="outline" label="下一周" onTap={() => begin(addDays(from, 7))} />
      </View>
      <Answered asked={asked} title="排班暂时看不到" cards={[7, 7]}>
        {(plans) =>
          plans.length === 0 ? (
            <EmptyState title="没有可以排班的人" line="名册里登记了维修工或保安以后，就能在这里排班。" />
          ) : (
            plans.map((plan) => (
              <Week key={plan.staffId} plan={plan} onChoose={(day) => choose({ plan, day })} />
            ))
          )
        }
      </Answered>
    </Page>
  );
}

function Week({ plan, onChoose }: { readonly plan: ShiftPlan; readonly onChoose: (day: Day) => void }) {
  return (
    <Card isFlush>
      <View className="between row">
        <View className="type-heading">{plan.name}</View>
        <Chip {...(plan.isOnDuty ? { text: '在岗', tone: 'good' } : { text: '不在岗' })} />
      </View>
      {plan.days.map(({ day, shift }) => (
        <Row
          key={day}
          id={`shift-${plan.staffId}-${day}`}
          title={formatDay(day)}
          end={shiftWords(shift)}
          onTap={() => onChoose(day)}
        />
      ))}
    </Card>
  );
}
