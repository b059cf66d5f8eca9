import { useState } from 'react';
import { Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import type { OutputOf } from '../../../../types/contract';
import type { QuestionRow } from '../../../../types/contract/charging';
import { AnswerSheet } from './AnswerSheet';
import { questionLine } from './questionWords';

const pageOf = ({ rows, next }: OutputOf<'charging.questions'>) => ({ rows, next });

/** What owners asked about their bills; until it is answered the bill is not asked for. */
export default function Questions() {
  const { communityId = '' } = useParameters();
  const [chosen, choose] = useState<QuestionRow>();
  const [round, nextRound] = useState(0);
  const close = (isAnswered: boolean) => {
    choose(undefined);
    if (isAnswered) nextRound(round + 1);
  };
  return (
    <Page name="questions" over={chosen && <AnswerSheet question={chosen} onClose={close} />}>
      <List key={round} communityId={communityId} choose={choose} />
    </Page>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly choose: (row: QuestionRow) => void;
}

function List({ communityId, choose }: ListProps) {
  const now = useNow();
  const list = usePages('charging.questions', { communityId }, pageOf);
  return (
    <PagedList
      list={list}
      title="账单疑问暂时看不到"
      empty={{ title: '没有等答复的疑问', line: '业主对账单提出的疑问会列在这里，答复前那笔账单不催缴。' }}
    >
      {(row) => (
        <Row
          key={row.billId}
          icon="question"
          title={`${row.place} ${row.itemName}`}
          line={questionLine(row, now)}
          onTap={() => choose(row)}
        />
      )}
    </PagedList>
  );
}
