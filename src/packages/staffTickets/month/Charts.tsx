import { View } from '@tarojs/components';
import { Card } from '@/components';
import { gradeNames, lengthWords, problemNames } from '@/words/tickets';
import { addMonths } from '../../../../types/day';
import type { Figure } from '../../../../types/ticketFigures';
import { Bars } from './Bars';
import { byKind, calendarOf, clockLine, ofLongest, percentOf, shareWords, spanWords } from './monthWords';
import type { MonthProps } from './Sums';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

export interface DaysProps {
  readonly figures: MonthProps['figures'];
  readonly onDay: (day: string) => void;
}

/** Day by day, as a calendar: the more, the fuller; a day opens to what was reported on it. */
export function Days({ figures, onDay }: DaysProps) {
  const { byDay } = figures;
  const most = Math.max(0, ...byDay.map(({ count }) => count));
  return (
    <Card>
      <View className="type-heading">每天报来多少</View>
      <View className="type-second">{`最多一天 ${most} 单，点一天看那天的工单`}</View>
      <View className="month__days">
        {weekdays.map((name) => (
          <View key={name} className="month__weekday type-caption" ariaHidden>
            {name}
          </View>
        ))}
        {calendarOf(figures).map((cell, index) =>
          cell ? (
            <DayCell key={cell.day} {...cell} width={ofLongest(cell.count, byDay)} onDay={onDay} />
          ) : (
            <View key={`before-${weekdays[index]}`} className="month__day" />
          ),
        )}
      </View>
    </Card>
  );
}

interface DayCellProps {
  readonly day: string;
  readonly count: number;
  readonly width: number;
  readonly onDay: (day: string) => void;
}

function DayCell({ day, count, width, onDay }: DayCellProps) {
  const date = Number(day.slice(8));
  const button =
    count === 0
      ? {}
      : {
          ...{ hoverClass: 'pressed', ariaRole: 'button', ariaLabel: `${date}日 ${count} 单` },
          onClick: () => onDay(day),
        };
  return (
    <View id={`day-${day}`} className="month__day" {...button}>
      <View className="type-caption tabular">{date}</View>
      <View className={count === 0 ? 'type-second' : 'strong tabular'}>{count === 0 ? '–' : count}</View>
      <View className="month__track month__track--day" ariaHidden>
        <View className="month__fill" style={{ width: `${width}%` }} />
      </View>
    </View>
  );
}

/** How long each clock took, tier by tier: to the dark end half of them, to the light end 95 of 100. */
export function Clocks({ figures: { clocks }, look }: MonthProps) {
  return (
    <>
      {byKind(clocks).map(({ kind, name, longest, rows }) => (
        <Bars
          key={kind}
          title={`${name}用时`}
          note={`深色是一半，浅色是 95%，满格 ${lengthWords(longest)}`}
          bars={rows.map((row) => ({
            ...clockLine(row),
            ...{ id: `${row.tier}-${kind}`, width: percentOf(row.p50, longest) },
            reach: percentOf(row.p95, longest),
            ...(row.late === 0
              ? {}
              : {
                  part: {
                    ...{ label: `超时 ${row.late} 单`, isBad: true },
                    onTap: () => look(`late-${row.tier}-${kind}`),
                  },
                }),
          }))}
          onTap={(id) => {
            const tapped = rows.find(({ tier }) => id === `${tier}-${kind}`);
            if (tapped) look(`clock-${tapped.tier}-${kind}`);
          }}
        />
      ))}
    </>
  );
}

/** What there was most of, and how long it took. */
export function Problems({ figures: { byProblem }, look }: MonthProps) {
  return (
    <Bars
      title="什么事多"
      note="单数，满格是最多的一类"
      bars={byProblem.map((one) => ({
        ...{ id: one.problem, name: problemNames[one.problem], value: `${one.count} 单` },
        ...(one.p95 > 0 ? { line: spanWords(one) } : {}),
        width: ofLongest(one.count, byProblem),
      }))}
      onTap={(id) => {
        const tapped = byProblem.find(({ problem }) => problem === id);
        if (tapped) look(`problem-${tapped.problem}`);
      }}
    />
  );
}

export function Load({ figures: { load }, look }: MonthProps) {
  const held = load.map(({ closed }) => ({ count: closed }));
  return (
    <Bars
      title="谁办完多少"
      note="办完的单数，满格是最多的一位；关联任务另数"
      bars={load.map(({ staffId, name, closed, tasks = 0 }) => ({
        ...{ id: staffId, name, value: `${closed} 单`, width: ofLongest(closed, held) },
        ...(tasks === 0
          ? {}
          : {
              part: {
                ...{ label: `关联任务 ${tasks} 个`, isBad: false },
                onTap: () => look('tasksDone', { staffId, name }),
              },
            }),
      }))}
      onTap={(staffId) => {
        const tapped = load.find((one) => one.staffId === staffId);
        if (tapped) look('done', { staffId, name: tapped.name });
      }}
    />
  );
}

/** What tickets have opened in other departments (B12): in no other figure of the month. */
export function Tasks({ figures: { tasks }, look }: MonthProps) {
  // A month that an older version has left on the phone has none.
  if (!tasks || tasks.opened === 0) return null;
  const parts = [
    { which: 'tasks' as const, name: '开出', count: tasks.opened },
    { which: 'tasksDone' as const, name: '办完', count: tasks.done },
    { which: 'tasksLate' as const, name: '有时限没赶上', count: tasks.late },
  ];
  return (
    <Card>
      <View className="type-heading">关联任务</View>
      <View className="type-second">一件事要别的岗位配合时开出，不算在上面的数字里</View>
      {parts.map((part) => (
        <Part key={part.which} {...part} unit="个" look={look} />
      ))}
    </Card>
  );
}

interface PartProps extends Pick<MonthProps, 'look'> {
  readonly which: Figure;
  readonly name: string;
  readonly count: number;
  readonly unit: '单' | '个';
}

/** A count that opens to its tickets. */
function Part({ which, name, count, unit, look }: PartProps) {
  return (
    <View
      id={`sum-${which}`}
      className="between month__sum"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={`${name}，${count} ${unit}`}
      onClick={() => look(which)}
    >
      <View>{name}</View>
      <View className="between__end strong tabular">{`${count} ${unit}`}</View>
    </View>
  );
}

export function Stars({ figures: { satisfaction }, look }: MonthProps) {
  const { rated, meanStars, byStars } = satisfaction;
  if (rated === 0) return null;
  return (
    <Bars
      title="满意度"
      note={`平均 ${meanStars} 星，满格是最多的一档`}
      bars={[...byStars].reverse().map(({ stars, count }) => ({
        ...{ id: String(stars), name: `${stars} 星`, value: `${count} 单`, width: ofLongest(count, byStars) },
      }))}
      onTap={(id) => {
        const tapped = byStars.find(({ stars }) => String(stars) === id);
        if (tapped) look(`stars-${tapped.stars}`);
      }}
    />
  );
}

/** B10, monthly: by subject beside the month before, by grade, how they were answered. */
export function Complaints({ figures: { month, complaints }, look }: MonthProps) {
  const { byGrade, bySubject, escalated, answeredInTime, answered, answeredLate } = complaints;
  const parts = [
    ...byGrade.map(({ grade, count }) => ({
      ...{ which: `grade-${grade}` as const, name: `${gradeNames[grade]}投诉`, count },
    })),
    {
      ...{ which: 'answered' as const, count: answered },
      name: answered === 0 ? '该答复的' : `该答复的，按时 ${shareWords(answeredInTime)}`,
    },
    { which: 'answeredLate' as const, name: '没按时答复', count: answeredLate },
    { which: 'escalated' as const, name: '升级到主管或经理', count: escalated },
  ];
  return (
    <Bars
      title="投诉"
      note="单数，满格是最多的一类"
      bars={bySubject.map(({ problem, count, lastMonth }) => ({
        ...{ id: `subject-${problem}`, name: problemNames[problem], value: `${count} 单` },
        width: ofLongest(count, bySubject),
        ...(lastMonth === 0
          ? { line: '上月没有' }
          : {
              part: {
                ...{ label: `上月 ${lastMonth} 单`, isBad: false },
                onTap: () => look(`subject-${problem}`, { month: addMonths(month, -1) }),
              },
            }),
      }))}
      onTap={(id) => {
        const tapped = bySubject.find(({ problem }) => id === `subject-${problem}`);
        if (tapped) look(`subject-${tapped.problem}`);
      }}
    >
      <View className="rule" />
      {parts.map((part) => (
        <Part key={part.which} {...part} unit="单" look={look} />
      ))}
    </Bars>
  );
}
