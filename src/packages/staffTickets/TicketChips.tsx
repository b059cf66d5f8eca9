import { View } from '@tarojs/components';
import { Chip } from '@/components';
import { problemNames, stateChip, urgencyNames } from '@/words/tickets';
import type { TicketRow } from '../../../types/contract/tickets';

/** How urgent and what it is about at the left, where it stands at the right. */
export function TicketChips({ ticket }: { readonly ticket: TicketRow }) {
  const { urgency, problem, state } = ticket;
  const isEmergency = urgency === 'emergency';
  return (
    <View className="between">
      <Chip
        text={isEmergency ? `${urgencyNames[urgency]}，${problemNames[problem]}` : problemNames[problem]}
        tone={isEmergency ? 'bad' : 'plain'}
      />
      <Chip {...stateChip(state)} />
    </View>
  );
}
