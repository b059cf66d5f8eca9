import { useEffect } from 'react';
import { Page } from '@/components';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { titleIs } from '@/services/device';
import type { OutputOf } from '../../../../types/contract';
import { PagedList } from '../../work/PagedList';
import { DeskRow } from './DeskRow';
import { listKind, listNames } from './listWords';

const pageOf = ({ rows, next }: OutputOf<'ticketWork.list'>) => ({ rows, next });

/** The tickets behind a figure of the desks. */
export default function DeskTickets() {
  const { communityId = '', which, staffId, title } = useParameters();
  const kind = listKind(which);
  const now = useNow();
  const list = usePages(
    'ticketWork.list',
    { communityId, which: kind, ...(staffId ? { staffId } : {}) },
    pageOf,
  );
  const { title: name, none, line } = listNames[kind];
  useEffect(() => titleIs(title ?? name), [title, name]);
  return (
    <Page name="desk-tickets">
      <PagedList list={list} title="工单暂时看不到" empty={{ title: none, line }}>
        {(row) => <DeskRow key={row.ticketId} row={row} now={now} />}
      </PagedList>
    </Page>
  );
}
