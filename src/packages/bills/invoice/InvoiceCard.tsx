import { View } from '@tarojs/components';
import { useState } from 'react';
import { Amount, Answered, Button, Card, Facts, Refusal, RemindMe, Timeline } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { showPdf } from '@/services/invoiceTitle';
import type { InvoiceView } from '../../../../types/contract/invoicing';
import { invoiceFacts, invoiceSteps } from './invoiceWords';

/** How an invoice stands, and the paper itself. */
export function InvoiceCard({ invoiceId }: { readonly invoiceId: string }) {
  const asked = useAnswer('invoicing.invoice', { invoiceId }, { topics: ['payments'] });
  return (
    <Answered asked={asked} title="发票暂时看不到">
      {(invoice) => <Invoice invoice={invoice} />}
    </Answered>
  );
}

function Invoice({ invoice }: { readonly invoice: InvoiceView }) {
  const now = useNow();
  const [isLost, setLost] = useState(false);
  const { link } = invoice;
  return (
    <>
      <Card>
        <View className="type-second">发票金额</View>
        <Amount fen={invoice.amount} size="big" />
        <View className="rule" />
        <Facts isQuiet facts={invoiceFacts(invoice)} />
      </Card>
      <Card>
        <Timeline steps={invoiceSteps(invoice, now)} />
      </Card>
      {invoice.state === 'asked' && <RemindMe occasion="invoiceAsked" label="开好时，用微信提醒我" />}
      {isLost && <Refusal title="发票没有打开" sentence="请检查网络后再点一次，发票一直在这里。" />}
      {link && (
        <Button
          label="打开发票"
          icon="document"
          onTap={() => void showPdf(link).then((isShown) => setLost(!isShown))}
        />
      )}
    </>
  );
}
