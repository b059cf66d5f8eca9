import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Field, Page } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import type { OutputOf } from '../../../../types/contract';
import { DeskRow } from '../list/DeskRow';
import { type Sought, soughtIn } from './sought';

/** Somebody calls the desk about something (B5): what is open, newest first, or what a home has reported, or one ticket by its number. */
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
            label="房号或工单编号"
            hint="房号写成 3-2-1201，编号写成 20261116-0038"
            value={words}
            onChange={(value) => {
              write(value);
              if (value.trim() === '') seek(undefined);
            }}
          />
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
  const line = 'number' in sought ? '请核对编号，八位日期后面四位数字。' : '这套房还没有报过事。';
  return (
    <PagedList list={list} title="没有找到" empty={{ title: '没有这样的工单', line }}>
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
