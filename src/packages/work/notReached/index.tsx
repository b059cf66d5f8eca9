import { useState } from 'react';
import { Choice, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import type { NotReached, NotReachedAmong, NotReachedPage } from '../../../../types/contract/messages';
import { emptyLines, missedLine, nobodyNames } from './notReachedWords';
import { SettleSheet } from './SettleSheet';

const pageOf = ({ rows, next }: NotReachedPage) => ({ rows, next });
const lists = [
  { value: 'open', name: '待告知' },
  { value: 'settled', name: '已告知' },
] as const;
type Which = (typeof lists)[number]['value'];
const sides = [
  { value: 'residents', name: '住户' },
  { value: 'staff', name: '同事' },
] as const satisfies readonly { readonly value: NotReachedAmong; readonly name: string }[];

/** G2: whom no message reached, to be told otherwise. */
export default function NotReachedPeople() {
  const { communityId = '' } = useParameters();
  const [among, look] = useState<NotReachedAmong>('residents');
  const [shown, show] = useState<Which>('open');
  const [chosen, choose] = useState<NotReached>();
  const [round, nextRound] = useState(0);
  const close = (isSettled: boolean) => {
    choose(undefined);
    if (isSettled) nextRound(round + 1);
  };
  return (
    <Page name="not-reached" over={chosen && <SettleSheet missed={chosen} onClose={close} />}>
      <Choice label="看谁" options={sides} value={among} onChange={look} />
      <Choice label="告知了没有" options={lists} value={shown} onChange={show} />
      <List
        key={`${among}${shown}${round}`}
        communityId={communityId}
        among={among}
        shown={shown}
        choose={choose}
      />
    </Page>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly among: NotReachedAmong;
  readonly shown: Which;
  readonly choose: (missed: NotReached) => void;
}

function List({ communityId, among, shown, choose }: ListProps) {
  const now = useNow();
  const list = usePages('messages.listNotReached', { communityId, among, which: shown }, pageOf);
  return (
    <PagedList
      list={list}
      title="名单暂时看不到"
      empty={
        shown === 'open'
          ? { title: '消息都送到了', line: emptyLines[among] }
          : { title: '还没有记录', line: '用别的方式告知过的人会留在这里。' }
      }
    >
      {(missed) => (
        <Row
          key={missed.notReachedId}
          icon="phone"
          title={`${missed.name ?? nobodyNames[among]}，${missed.title}`}
          line={missedLine(missed, now)}
          onTap={() => choose(missed)}
        />
      )}
    </PagedList>
  );
}
