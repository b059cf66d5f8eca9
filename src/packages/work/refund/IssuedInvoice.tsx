import { Button, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import type { InvoiceView } from '../../../../types/contract/invoicing';
import type { Receipt } from '../../../../types/contract/payments';

export interface IssuedInvoiceProps {
  readonly receipt: Receipt;
  readonly look: (invoice: InvoiceView) => void;
}

/** The payment has an invoice that was issued: it is taken back by a red one before the money is. */
export function IssuedInvoice({ receipt: { invoice: on }, look }: IssuedInvoiceProps) {
  const isOut = on?.state === 'issued' || on?.state === 'toBeRedFlushed';
  const { answer } = useAnswer('invoicing.invoice', on && isOut ? { invoiceId: on.invoiceId } : undefined);
  if (!on || !isOut) return null;
  const invoice = answer.kind === 'ready' ? answer.value : undefined;
  return (
    <Refusal
      title="这笔缴款开过发票"
      sentence={`发票 ${on.number ?? ''} 请先冲红，再退款。先退了款的，会列进待冲红的发票。`}
    >
      {invoice && <Button kind="outline" label="去冲红" onTap={() => look(invoice)} />}
    </Refusal>
  );
}
