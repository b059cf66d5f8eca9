import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Button, Refusal, Sheet } from '@/components';
import type { Refusal as Refused } from '../../../types/refusal';

export interface ActSheetProps {
  readonly title: string;
  readonly button: string;
  /** What did not go, above why it was refused. */
  readonly trouble?: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly refusal: Refused | undefined;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** The frame of one thing that staff do. */
export function ActSheet(props: PropsWithChildren<ActSheetProps>) {
  const { title, button, trouble = '没有办成', isReady, isBusy, refusal, onSend, onClose, children } = props;
  return (
    <Sheet
      label={title}
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal title={trouble} sentence={refusal.sentence} />}
          <Button label={button} isBusy={isBusy} isDisabled={!isReady} onTap={onSend} />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{title}</View>
        {children}
      </View>
    </Sheet>
  );
}
