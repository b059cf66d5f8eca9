import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Refusal, Sheet } from '@/components';
import type { Refusal as Refused } from '../../../types/refusal';
import { SayWhy } from './SayWhy';

export interface ReasonSheetProps {
  readonly title: string;
  readonly line?: string;
  readonly usual: readonly string[];
  readonly button: string;
  readonly isBusy: boolean;
  readonly refusal: Refused | undefined;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

/** Asks for a reason and does something with it. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, line, usual, button, isBusy, refusal, onClose, onReason } = props;
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <Sheet
      label={title}
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal sentence={refusal.sentence} />}
          <Button label={button} isBusy={isBusy} isDisabled={said === ''} onTap={() => onReason(said)} />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{title}</View>
        {line && <View className="type-second">{line}</View>}
        <SayWhy id="reason" usual={usual} value={reason} onChange={setReason} />
      </View>
    </Sheet>
  );
}
