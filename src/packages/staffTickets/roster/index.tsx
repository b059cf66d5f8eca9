import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Chip, EmptyState, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import type { ShiftPlan, WeekCopied } from '../../../../types/contract/ticketDesks';
import { addDays, type Day, dayOf, type Instant } from '../../../../types/day';
import { CopySheet } from './CopySheet';
import { copiedWords } from './copiedWords';
import { ShiftSheet } from './ShiftSheet';
import {
  dayWords,
  freeWords,
  isPlannedFrom,
  mondayOf,
  shiftMark,
  shiftWords,
  usualShifts,
  weekdayOf,
} from './week';
import './index.css';

interface Chosen {
  readonly plan: ShiftPlan;
  readonly day: Day;
}

const legend = usualShifts
  .flatMap(({ name, shift }) => (shift ? [`${name.slice(0, 1)} ${shiftWords(shift)}`] : []))
  .join('，');

/** A week of shifts, day by day for each person, and who is free when (B2). */
export default function Roster() {
  const { communityId = '' } = useParameters();
  const today = dayOf(Date.now() as Instant);
  const [from, begin] = useState(() => mondayOf(today));
  const asked = useAnswer('roster.week', { communityId, from });
  usePullDown(asked.again);
  const [chosen, choose] = useState<Chosen>();
  const [isCopying, copy] = useState(false);
  const [copied, told] = useState<WeekCopied>();
  const plans = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const turnTo = (week: Day) => {
    told(undefined);
    begin(week);
  };
  return (
    <Page
      name="roster"
      banner={<AnswerBanner asked={asked} />}
      over={
        chosen ? (
          <ShiftSheet
            {...{ communityId, ...chosen }}
            onClose={() => choose(undefined)}
            onChanged={() => {
              choose(undefined);
              void asked.again();
            }}
          />
        ) : (
          isCopying && (
            <CopySheet
              {...{ communityId, from, isPlanned: isPlannedFrom(plans ?? [], today) }}
              onClose={() => copy(false)}
              onCopied={(week) => {
                copy(false);
                told(week);
                asked.take(week.plans);
              }}
            />
          )
        )
      }
    >
      <View>
        <View className="type-heading">{`${dayWords(from, today)}起的一周`}</View>
        <View className="type-second tabular">{legend}</View>
      </View>
      <View className="side-by-side">
        <Button kind="outline" label="上一周" onTap={() => turnTo(addDays(from, -7))} />
        <Button kind="outline" label="下一周" onTap={() => turnTo(addDays(from, 7))} />
      </View>
      {plans && plans.length > 0 && addDays(from, 6) >= today && (
        <Button kind="quiet" label="这一周照上周排" onTap={() => copy(true)} />
      )}
      {copied && <Copied {...copiedWords(copied, today)} />}
      <Answered asked={asked} title="排班暂时看不到" cards={[7, 7]}>
        {(week) => <Plans plans={week} today={today} onChoose={choose} />}
      </Answered>
    </Page>
  );
}

/** What came of copying. */
function Copied({ title, lines }: ReturnType<typeof copiedWords>) {
  return (
    <Card id="copied">
      <View className="strong">{title}</View>
      {lines.map((line) => (
        <View key={line} className="type-second">
          {line}
        </View>
      ))}
    </Card>
  );
}

interface PlansProps {
  readonly plans: readonly ShiftPlan[];
  readonly today: Day;
  readonly onChoose: (chosen: Chosen) => void;
}

function Plans({ plans, today, onChoose }: PlansProps) {
  if (plans.length === 0)
    return (
      <EmptyState
        title="没有可以排班的人"
        line="名册里登记了维修工、保安、客服或主管以后，就能在这里排班。"
      />
    );
  return (
    <>
      {plans.map((plan) => (
        <Week key={plan.staffId} plan={plan} today={today} onChoose={(day) => onChoose({ plan, day })} />
      ))}
    </>
  );
}

interface WeekProps {
  readonly plan: ShiftPlan;
  readonly today: Day;
  readonly onChoose: (day: Day) => void;
}

/** One person's week in one line; days that are over cannot be planned, nor free ones of who is planned no more. */
function Week({ plan, today, onChoose }: WeekProps) {
  const { staffId, name, isOnDuty, isPlannedNoMore, days } = plan;
  const free = freeWords(plan);
  return (
    <Card>
      <View className="between">
        <View className="type-heading">{name}</View>
        <View className="beside between__end">
          {free && <View className="type-second tabular">{free}</View>}
          <Chip
            {...(isOnDuty
              ? { text: '在岗', tone: 'good' }
              : { text: isPlannedNoMore ? '不再排班' : '不在岗' })}
          />
        </View>
      </View>
      <View className="roster__week">
        {days.map(({ day, shift }) => {
          const isOver = day < today || (isPlannedNoMore && !shift);
          const look = [shift && 'roster__day--shift', day === today && 'roster__day--today'];
          const words = `${name}，${dayWords(day, today)}，${shiftWords(shift)}`;
          return (
            <View
              key={day}
              id={`shift-${staffId}-${day}`}
              className={['roster__day', isOver && 'roster__day--over', ...look].filter(Boolean).join(' ')}
              {...(isOver
                ? { ariaLabel: words }
                : {
                    ...{ ariaLabel: `${words}，点开排班`, ariaRole: 'button', hoverClass: 'pressed' },
                    onClick: () => onChoose(day),
                  })}
            >
              <View className="roster__date type-caption tabular">
                <View>{weekdayOf(day)}</View>
                <View>{Number(day.slice(8))}</View>
              </View>
              <View className="strong">{shiftMark(shift)}</View>
            </View>
          );
        })}
      </View>
    </Card>
  );
}
