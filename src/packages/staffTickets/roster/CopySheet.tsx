import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { WeekCopied } from '../../../../types/contract/ticketDesks';
import type { Day } from '../../../../types/day';
import { ActSheet } from '../ActSheet';

export interface CopySheetProps {
  readonly communityId: string;
  readonly from: Day;
  /** Something stands in this week already. */
  readonly isPlanned: boolean;
  readonly onClose: () => void;
  readonly onCopied: (copied: WeekCopied) => void;
}

const ways = [
  { value: 'planned', name: '留已经排的' },
  { value: 'copied', name: '都换成上周的' },
] as const;
type Way = (typeof ways)[number]['value'];

const lines: Readonly<Record<Way, string>> = {
  planned: '已经排的班不动，空着的日子照上周排。',
  copied: '从现在起的班都换成上周的样子，上周休息的也休息；已经到点的班、上周没有班的同事不动。',
};

/** Plans a week as the one before it; where something stands already, asks which stays. */
export function CopySheet({ communityId, from, isPlanned, onClose, onCopied }: CopySheetProps) {
  const [keeps, choose] = useState<Way>();
  const { run, isBusy, refusal } = useChange('roster.copyWeek');
  // Somebody else may have planned something since the week was drawn.
  const isAsked = isPlanned || refusal?.code === 'WEEK_HAS_SHIFTS';
  const send = async () => {
    const copied = await run({ communityId, from, ...(keeps ? { keeps } : {}) });
    if (copied) onCopied(copied);
  };
  return (
    <ActSheet
      {...{ title: '照上周排', button: '照上周排', isBusy, refusal, onClose }}
      isReady={!isAsked || keeps !== undefined}
      onSend={() => void send()}
    >
      {isAsked && <Choice label="已经排的班" options={ways} value={keeps} onChange={choose} />}
      <View className="type-second">
        {keeps
          ? lines[keeps]
          : isAsked
            ? '这一周已经排了班，请选留哪一份。'
            : '每个人照上周同一天的班排，今天已经到点的和以前的不动。'}
      </View>
    </ActSheet>
  );
}
