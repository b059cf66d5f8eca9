import { AnswerBanner, Answered, EmptyState, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import type { Receipt } from '../../../../types/contract/payments';
import { AskInvoice } from './AskInvoice';
import { InvoiceCard } from './InvoiceCard';

/** The e-invoice of one payment (C3): asking for it with a title, then how it stands. */
export default function InvoicePage() {
  const { orderId, invoiceId } = useParameters();
  return (
    <Page name="invoice">
      {invoiceId !== undefined && <InvoiceCard invoiceId={invoiceId} />}
      {invoiceId === undefined && orderId !== undefined && <OfOrder orderId={orderId} />}
      {invoiceId === undefined && orderId === undefined && (
        <EmptyState title="没有这张发票" line="请从收据里打开发票。" />
      )}
    </Page>
  );
}

function OfOrder({ orderId }: { readonly orderId: string }) {
  const asked = useAnswer('payments.receipt', { orderId }, { topics: ['payments'] });
  return (
    <>
      <AnswerBanner asked={asked} />
      <Answered asked={asked} title="发票暂时打不开">
        {(receipt) => <OfReceipt receipt={receipt} onAsked={() => void asked.again()} />}
      </Answered>
    </>
  );
}

function OfReceipt({ receipt, onAsked }: { readonly receipt: Receipt; readonly onAsked: () => void }) {
  if (receipt.invoice) return <InvoiceCard invoiceId={receipt.invoice.invoiceId} />;
  if (receipt.canAskInvoice) return <AskInvoice receipt={receipt} onAsked={onAsked} />;
  return <EmptyState title="这笔缴款不能开发票" line="用抵扣券或预存付的部分不开发票，预存时已经开过。" />;
}
