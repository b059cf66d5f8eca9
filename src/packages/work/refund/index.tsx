import { useState } from 'react';
import { AnswerBanner, Answered, Card, Choice, Facts, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import type { InvoiceView } from '../../../../types/contract/invoicing';
import type { Receipt } from '../../../../types/contract/payments';
import { formatYuan } from '../../../../types/yuan';
import { channelNames } from '../desk/deskWords';
import { RedFlushSheet } from '../invoices/RedFlushSheet';
import { IssuedInvoice } from './IssuedInvoice';
import { RefundBills } from './RefundBills';
import { RefundPrepaid } from './RefundPrepaid';

const kinds = [
  { value: 'bills', name: '退账单' },
  { value: 'prepaid', name: '退预存' },
] as const;

/** Finance gives a payment back, from its receipt. */
export default function Refund() {
  const { orderId } = useParameters();
  const asked = useAnswer('payments.receipt', orderId === undefined ? undefined : { orderId });
  const [invoice, look] = useState<InvoiceView>();
  const close = () => {
    look(undefined);
    void asked.again();
  };
  return (
    <Page
      name="refund"
      banner={<AnswerBanner asked={asked} />}
      over={invoice && <RedFlushSheet invoice={invoice} onClose={close} />}
    >
      <Answered asked={asked} title="这笔缴款暂时看不到" cards={[3, 3]}>
        {(receipt) => (
          <>
            <Paid receipt={receipt} />
            <IssuedInvoice receipt={receipt} look={look} />
            <Ways receipt={receipt} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Ways({ receipt }: { readonly receipt: Receipt }) {
  const [kind, choose] = useState<'bills' | 'prepaid'>(receipt.bills.length > 0 ? 'bills' : 'prepaid');
  const isBoth = receipt.bills.length > 0 && receipt.toPrepaid > 0;
  return (
    <>
      {isBoth && <Choice label="退什么" options={kinds} value={kind} onChange={choose} />}
      {kind === 'bills' ? <RefundBills receipt={receipt} /> : <RefundPrepaid receipt={receipt} />}
    </>
  );
}

function Paid({ receipt }: { readonly receipt: Receipt }) {
  const { place, payerName, channel, amount, receiptNumber, refunds } = receipt;
  return (
    <Card>
      <Facts
        facts={[
          { name: '房屋', value: place },
          { name: '付款人', value: `${payerName}，${channelNames[channel]}` },
          { name: '付款', value: formatYuan(amount) },
          { name: '收据号', value: receiptNumber },
          ...(refunds.length > 0 ? [{ name: '以前退过', value: `${refunds.length} 次` }] : []),
        ]}
      />
    </Card>
  );
}
