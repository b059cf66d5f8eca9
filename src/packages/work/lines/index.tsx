import { useEffect } from 'react';
import { Amount, Page, Refusal, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { titleIs } from '@/services/device';
import { open, pages } from '@/services/routes';
import type { InputOf, OutputOf } from '../../../../types/contract';
import type { DeskLine } from '../../../../types/contract/desk';
import { useDuties } from '../useDuties';
import { figureOf } from './figure';
import { lineWords } from './lineWords';

const pageOf = ({ lines, next }: OutputOf<'desk.lines'>) => ({ rows: lines, next });

/** What a figure of the desk is the sum of. */
export default function DeskLines() {
  const { communityId = '', month = '', kind, of, title } = useParameters();
  const figure = figureOf(kind, of);
  useEffect(() => {
    if (title) titleIs(title);
  }, [title]);
  return (
    <Page name="lines">
      {figure ? (
        <Lines input={{ communityId, month, figure }} />
      ) : (
        <Refusal title="明细打不开" sentence="请返回财务台，从要看的数字进来。" />
      )}
    </Page>
  );
}

function Lines({ input }: { readonly input: InputOf<'desk.lines'> }) {
  const now = useNow();
  const { communityId } = input;
  const isFinance = useDuties(communityId).includes('finance');
  const list = usePages('desk.lines', input, pageOf);
  return (
    <PagedList
      list={list}
      title="明细暂时看不到"
      empty={{ title: '没有明细', line: '这个数字现在是 0，有了款项或账单会列在这里。' }}
    >
      {(line) => (
        <Row
          key={line.lineId}
          title={line.place ?? line.text}
          line={lineWords(line, input.figure.kind, now)}
          end={<Amount fen={line.amount} />}
          {...(canOpen(line, isFinance) ? { onTap: () => openLine(line, communityId) } : {})}
        />
      )}
    </PagedList>
  );
}

/** Hand-overs are finance's own. */
function canOpen({ opens }: DeskLine, isFinance: boolean): boolean {
  return opens !== undefined && (opens.kind !== 'handOver' || isFinance);
}

function openLine({ opens }: DeskLine, communityId: string): void {
  if (opens?.kind === 'receipt') open(pages.receipt, { orderId: opens.id });
  if (opens?.kind === 'bill') open(pages.billWork, { billId: opens.id });
  if (opens?.kind === 'handOver') open(pages.handOvers, { communityId });
}
