import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActSheet, type ActSheetProps } from './ActSheet';
import { SayWhy } from './SayWhy';

export interface ReasonSheetProps
  extends Pick<ActSheetProps, 'title' | 'button' | 'isBusy' | 'refusal' | 'onClose'> {
  readonly line?: string;
  readonly usual: readonly string[];
  readonly onReason: (reason: string) => void;
}

/** Asks for a reason and does something with it. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, line, usual, button, isBusy, refusal, onClose, onReason } = props;
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <ActSheet
      {...{ title, button, isReady: said !== '', isBusy, refusal, onClose }}
      onSend={() => onReason(said)}
    >
      {line && <View className="type-second">{line}</View>}
      <SayWhy id="reason" usual={usual} value={reason} onChange={setReason} />
    </ActSheet>
  );
}
