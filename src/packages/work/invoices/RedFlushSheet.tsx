import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { InvoiceTitleFacts } from './InvoiceTitleFacts';
import type { InvoiceSheetProps } from './invoiceSheetProps';
import { NumberAndPdf } from './NumberAndPdf';
import { isNumber } from './numberText';
import { usePdf } from './usePdf';

/** An invoice that is taken back (冲红): the number of the red one, and its PDF where there is one. */
export function RedFlushSheet({ invoice, onClose }: InvoiceSheetProps) {
  const { invoiceId, communityId } = invoice;
  const [number, write] = useState('');
  const pdf = usePdf(communityId);
  const { run, isBusy, refusal } = useChange('invoicing.redFlush');
  const flush = async () => {
    const file = pdf.file ? { fileId: pdf.file.fileId } : {};
    if (await run({ invoiceId, redNumber: number.trim(), ...file })) onClose(true);
  };
  const problem = refusal?.sentence ?? pdf.problem;
  return (
    <Sheet
      label="冲红"
      onClose={() => onClose(false)}
      footer={
        <>
          {problem && <Refusal title="没有冲红" sentence={problem} />}
          <Button label="已冲红" isBusy={isBusy} isDisabled={!isNumber(number)} onTap={() => void flush()} />
        </>
      }
    >
      <View className="stack">
        <InvoiceTitleFacts invoice={invoice} />
        <View className="type-second">先在税务平台开红字发票，再把号码填在这里。业主会收到消息。</View>
        <NumberAndPdf
          label="红字发票号码"
          number={number}
          onNumber={write}
          pdf={pdf}
          pdfLabel="从聊天里选红字发票 PDF"
        />
      </View>
    </Sheet>
  );
}
