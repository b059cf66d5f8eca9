import { View } from '@tarojs/components';
import { Button, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import type { BillView } from '../../../../types/contract/charging';

export interface QuestionSheetProps {
  readonly bill: BillView;
  readonly onClose: () => void;
  readonly onAsked: (bill: BillView) => void;
}

/** Asks finance about a bill, which takes it out of one-tap until it is answered. */
export function QuestionSheet({ bill, onClose, onAsked }: QuestionSheetProps) {
  const { draft, change, clear } = useDraft(`question:${bill.billId}`, { text: '' });
  const { run, isBusy, refusal } = useChange('charging.questionBill');
  const send = async () => {
    const questioned = await run({ billId: bill.billId, text: draft.text.trim() });
    if (!questioned) return;
    clear();
    onAsked(questioned);
    onClose();
  };
  return (
    <Sheet
      label="对账单有疑问"
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
          <Button
            label="提交"
            isBusy={isBusy}
            busyLabel="正在提交"
            isDisabled={draft.text.trim() === ''}
            onTap={() => void send()}
          />
        </>
      }
    >
      <View className="type-title">哪里不对</View>
      <View className="type-second bill__hint">
        {`${bill.itemName}。财务会答复您，答复前不用缴，也不会催。`}
      </View>
      <Field
        id="question"
        label="请写下您的疑问"
        value={draft.text}
        placeholder="例如：水表读数和我看到的不一样"
        isLong
        most={200}
        onChange={(text) => change({ text })}
      />
    </Sheet>
  );
}
