import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Field, Page } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import type { OutputOf } from '../../../../types/contract';
import { DeskRow } from '../list/DeskRow';
import { nothingWords, type Sought, soughtIn, whatToWrite } from './sought';

/** Somebody calls the desk about something (B5): what is open, newest first, or what a home or the caller has reported, or one ticket by its number. */
export default function FindTicket() {
  const { communityId = '' } = useParameters();
  const [words, write] = useState('');
  const [sought, seek] = useState<Sought>();
  const wanted = soughtIn(words);
  return (
    <Page name="find-ticket">
      <Card>
        <View className="stack">
          <Field
            id="find-words"
            label="房号、工单编号、来电号码或姓名"
            hint="例如 3-2-1201、20261116-0038；号码和姓名要写全"
            value={words}
            onChange={(value) => {
              write(value);
              if (value.trim() === '') seek(undefined);
            }}
          />
          {!wanted && words.trim() !== '' && <View className="page__note">{whatToWrite}</View>}
          <Button label="找" isDisabled={!wanted} onTap={() => seek(wanted)} />
        </View>
      </Card>
      {sought ? <Found {...{ communityId, sought }} /> : <OpenTickets communityId={communityId} />}
    </Page>
  );
}

const found = ({ rows, next }: OutputOf<'ticketWork.find'>) => ({ rows, next });
const listed = ({ rows, next, total }: OutputOf<'ticketWork.list'>) => ({ rows, next, total });

function Found({ communityId, sought }: { readonly communityId: string; readonly sought: Sought }) {
  const now = useNow();
  const list = usePages('ticketWork.find', { communityId, ...sought }, found, { topics: ['work'] });
  return (
    <PagedList list={list} title="没有找到" empty={{ title: '没有这样的工单', line: nothingWords(sought) }}>
      {(row) => <DeskRow key={row.ticketId} row={row} now={now} />}
    </PagedList>
  );
}

function OpenTickets({ communityId }: { readonly communityId: string }) {
  const now = useNow();
  const list = usePages('ticketWork.list', { communityId, which: 'open' }, listed, { topics: ['work'] });
  return (
    <>
      <View className="between">
        <View className="type-second">没办完的工单，刚有变动的在前</View>
        {list.total !== undefined && (
          <View className="between__end strong tabular">{`${list.total} 单`}</View>
        )}
      </View>
      <PagedList
        list={list}
        title="工单暂时看不到"
        empty={{ title: '工单都办完了', line: '新报的工单会列在这里，到办完为止。' }}
      >
        {(row) => <DeskRow key={row.ticketId} row={row} now={now} />}
      </PagedList>
    </>
  );
}
