import { useEffect } from 'react';
import { Amount, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { titleIs } from '@/services/device';
import { open, pages } from '@/services/routes';
import type { InputOf } from '../../../../types/contract';
import type { BillRunRowPage } from '../../../../types/contract/charging';
import { rowLine } from '../billRun/billRunWords';

type Which = InputOf<'charging.billRunRows'>['which'];
const pageOf = ({ rows, next }: BillRunRowPage) => ({ rows, next });

const empties: Readonly<Record<Which, { readonly title: string; readonly line: string }>> = {
  outliers: { title: '没有差很多的账单', line: '和上期比差很多、第一次出、变成 0 的账单会列在这里。' },
  unbillable: { title: '都出了账', line: '缺读数、缺面积、换过表的会列在这里，并写明原因。' },
  bills: { title: '没有账单', line: '出账以后，每一笔账单都列在这里。' },
};

/** The rows of a run that finance looks at before publishing. */
export default function BillRunRows() {
  const { billRunId = '', which, title } = useParameters();
  const shown: Which = which === 'outliers' || which === 'unbillable' ? which : 'bills';
  const list = usePages('charging.billRunRows', { billRunId, which: shown }, pageOf);
  useEffect(() => {
    if (title) titleIs(title);
  }, [title]);
  return (
    <Page name="bill-run-rows">
      <PagedList list={list} title="这些账单暂时看不到" empty={empties[shown]}>
        {(row) => (
          <Row
            key={row.rowId}
            title={row.place}
            line={rowLine(row)}
            {...(row.amount === undefined ? {} : { end: <Amount fen={row.amount} /> })}
            {...(row.billId === undefined
              ? {}
              : { onTap: () => open(pages.billWork, { billId: row.billId ?? '' }) })}
          />
        )}
      </PagedList>
    </Page>
  );
}
