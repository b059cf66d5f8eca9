import { useState } from 'react';
import { Choice, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import type { InputOf, OutputOf } from '../../../../types/contract';
import type { InvoiceView } from '../../../../types/contract/invoicing';
import { formatYuan } from '../../../../types/yuan';
import { InvoiceSheet } from './InvoiceSheet';
import { invoiceLine } from './invoiceLine';

type Which = InputOf<'invoicing.queue'>['which'];
const pageOf = ({ invoices, next }: OutputOf<'invoicing.queue'>) => ({ rows: invoices, next });
const lists: readonly { readonly value: Which; readonly name: string }[] = [
  { value: 'asked', name: '待开' },
  { value: 'toBeRedFlushed', name: '待冲红' },
  { value: 'done', name: '已办' },
];
const empties: Readonly<Record<Which, { readonly title: string; readonly line: string }>> = {
  asked: { title: '没有要开的发票', line: '业主在收据里申请开票后，会列在这里。' },
  toBeRedFlushed: { title: '没有要冲红的发票', line: '开过发票的缴款退了款，要冲红的会列在这里。' },
  done: { title: '还没有办过发票', line: '开好和冲红的发票都留在这里。' },
};

/** C3 from finance's side: invoices to issue, to red-flush, and done. */
export default function Invoices() {
  const { communityId = '' } = useParameters();
  const [shown, show] = useState<Which>('asked');
  const [chosen, choose] = useState<InvoiceView>();
  const [round, nextRound] = useState(0);
  const close = (moved: boolean) => {
    choose(undefined);
    if (moved) nextRound(round + 1);
  };
  return (
    <Page name="invoices" over={chosen && <InvoiceSheet invoice={chosen} onClose={close} />}>
      <Choice label="看哪些发票" options={lists} value={shown} onChange={show} />
      <List key={`${shown}${round}`} communityId={communityId} shown={shown} choose={choose} />
    </Page>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly shown: Which;
  readonly choose: (invoice: InvoiceView) => void;
}

function List({ communityId, shown, choose }: ListProps) {
  const now = useNow();
  const list = usePages('invoicing.queue', { communityId, which: shown }, pageOf);
  return (
    <PagedList list={list} title="发票暂时看不到" empty={empties[shown]}>
      {(invoice) => (
        <Row
          key={invoice.invoiceId}
          icon="document"
          title={invoice.title.name}
          line={invoiceLine(invoice, now)}
          end={formatYuan(invoice.amount)}
          onTap={() => choose(invoice)}
        />
      )}
    </PagedList>
  );
}
