import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Sheet } from '@/components';
import { openFile } from '@/services/device';
import { InvoiceTitleFacts } from './InvoiceTitleFacts';
import { IssueSheet } from './IssueSheet';
import type { InvoiceSheetProps } from './invoiceSheetProps';
import { RedFlushSheet } from './RedFlushSheet';

/** One invoice in the hands of finance: to be issued, to be taken back by a red one, or done. */
export function InvoiceSheet({ invoice, onClose }: InvoiceSheetProps) {
  const [isFlushing, flush] = useState(invoice.state === 'toBeRedFlushed');
  if (invoice.state === 'asked') return <IssueSheet invoice={invoice} onClose={onClose} />;
  if (isFlushing) return <RedFlushSheet invoice={invoice} onClose={onClose} />;
  const { link, state } = invoice;
  return (
    <Sheet
      label="发票"
      onClose={() => onClose(false)}
      {...(state === 'issued'
        ? { footer: <Button kind="outline" label="冲红这张发票" onTap={() => flush(true)} /> }
        : {})}
    >
      <View className="stack">
        <InvoiceTitleFacts invoice={invoice} />
        {link && (
          <Button kind="outline" icon="document" label="看发票" onTap={() => void openFile(link, 'pdf')} />
        )}
      </View>
    </Sheet>
  );
}
