import { useState } from 'react';
import { Button, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { momentWords } from '@/words/timeWords';
import type { OutputOf } from '../../../../types/contract';
import type { KnowledgeEntry } from '../../../../types/contract/ticketDesks';
import { EntrySheet } from './EntrySheet';
import './index.css';

const pageOf = ({ rows, next }: OutputOf<'knowledge.list'>) => ({ rows, next });

/** The company's own questions and answers, which an enquiry is answered from at once (B11). */
export default function Knowledge() {
  const { communityId = '' } = useParameters();
  const [edited, edit] = useState<KnowledgeEntry | 'new'>();
  const [round, nextRound] = useState(0);
  const close = (isChanged: boolean) => {
    edit(undefined);
    if (isChanged) nextRound(round + 1);
  };
  return (
    <Page
      name="knowledge"
      footer={<Button icon="plus" label="加一条问答" onTap={() => edit('new')} />}
      over={
        edited && (
          <EntrySheet
            communityId={communityId}
            {...(edited === 'new' ? {} : { entry: edited })}
            onClose={close}
          />
        )
      }
    >
      <List key={round} communityId={communityId} onEdit={edit} />
    </Page>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly onEdit: (entry: KnowledgeEntry) => void;
}

function List({ communityId, onEdit }: ListProps) {
  const now = useNow();
  const list = usePages('knowledge.list', { communityId }, pageOf);
  return (
    <PagedList
      list={list}
      title="问答库暂时看不到"
      empty={{ title: '还没有问答', line: '把业主常问的写下来，咨询时会先给出这里的答案。' }}
    >
      {(entry) => (
        <Row
          key={entry.entryId}
          id={`entry-${entry.entryId}`}
          title={entry.question}
          line={`${entry.updatedBy} ${momentWords(entry.updatedAt, now)}`}
          onTap={() => onEdit(entry)}
        />
      )}
    </PagedList>
  );
}
