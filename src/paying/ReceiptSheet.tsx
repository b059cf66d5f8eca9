import { Answered, Button, RemindMe, Sheet } from '../components';
import { useAnswer } from '../hooks/useAnswer';
import { ReceiptActions } from './ReceiptActions';
import { ReceiptView } from './ReceiptView';

/** The receipt slides up where the payment was made. */
export function ReceiptSheet({
  orderId,
  onClose,
}: {
  readonly orderId: string;
  readonly onClose: () => void;
}) {
  const asked = useAnswer('payments.receipt', { orderId }, { topics: ['payments'] });
  const { answer } = asked;
  return (
    <Sheet
      label="收据"
      onClose={onClose}
      footer={
        <>
          {answer.kind === 'ready' && <ReceiptActions receipt={answer.value} />}
          <Button label="完成" onTap={onClose} />
          <RemindMe occasion="paid" label="下次出账，用微信提醒我" />
        </>
      }
    >
      <Answered asked={asked} title="已经付好，收据暂时看不到" cards={[3, 4]} onBack={onClose}>
        {(receipt) => <ReceiptView receipt={receipt} />}
      </Answered>
    </Sheet>
  );
}
