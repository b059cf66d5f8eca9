import { View } from '@tarojs/components';
import { problemNames } from '@/words/tickets';
import type { Problem, TicketType } from '../../../../types/ticket';
import { problemsOf } from '../../tickets/report/settled';

export interface ProblemPillsProps {
  readonly type: TicketType;
  readonly value: Problem | undefined;
  readonly onChange: (problem: Problem) => void;
}

/** What a ticket is about, the commonest of its type first. */
export function ProblemPills({ type, value, onChange }: ProblemPillsProps) {
  return (
    <View className="pills" ariaRole="radiogroup">
      {problemsOf[type].map((one) => (
        <View
          key={one}
          id={`problem-${one}`}
          className={`pills__pill${one === value ? ' pills__pill--chosen' : ''}`}
          hoverClass="pressed"
          ariaRole="radio"
          ariaLabel={one === value ? `${problemNames[one]}，已选中` : problemNames[one]}
          onClick={() => onChange(one)}
        >
          {problemNames[one]}
        </View>
      ))}
    </View>
  );
}
