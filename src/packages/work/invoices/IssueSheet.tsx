import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { InvoiceTitleFacts } from './InvoiceTitleFacts';
import type { InvoiceSheetProps } from './invoiceSheetProps';
import { issueRefusal } from './issueRefusal';
import { NumberAndPdf } from './NumberAndPdf';
import { isNumber } from './numberText';
import { usePdf } from './usePdf';

/** An invoice to issue: title and lines to copy into the tax platform, then its number and its PDF. */
export function IssueSheet({ invoice, onClose }: InvoiceSheetProps) {
  const { invoiceId, communityId, amount } = invoice;
  const [number, write] = useState('');
  const pdf = usePdf(communityId);
  const { run, isBusy, refusal } = useChange('invoicing.issue');
  const issue = async () => {
    if (!pdf.file) return;
    const { fileId } = pdf.file;
    if (await run({ invoiceId, number: number.trim(), fileId, expectedAmount: amount })) onClose(true);
  };
  const problem = issueRefusal(refusal) ?? pdf.problem;
  return (
    <Sheet
      label="开发票"
      // The list has the old amount where a refund has taken from it.
      onClose={() => onClose(refusal?.code === 'AMOUNT_CHANGED')}
      footer={
        <>
          {problem && <Refusal sentence={problem} />}
          <Button
            label="开好了，发给业主"
            isBusy={isBusy}
            isDisabled={!isNumber(number) || !pdf.file}
            onTap={() => void issue()}
          />
        </>
      }
    >
      <View className="stack">
        <InvoiceTitleFacts invoice={invoice} />
        <NumberAndPdf
          label="发票号码"
          number={number}
          onNumber={write}
          pdf={pdf}
          pdfLabel="从聊天里选发票 PDF"
        />
      </View>
    </Sheet>
  );
}
