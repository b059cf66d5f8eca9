import { useState } from 'react';
import { Choice, Page, Row } from '@/components';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { momentWords } from '@/words/timeWords';
import type { NotReached, NotReachedPage } from '../../../../types/contract/messages';
import { PagedList } from '../PagedList';
import { reasonLine, settledNames } from './notReachedWords';
import { SettleSheet } from './SettleSheet';

const pageOf = ({ rows, next }: NotReachedPage) => ({ rows, next });
const lists = [
  { value: 'open', name: '待告知' },
  { value: 'settled', name: '已告知' },
] as const;
type Which = (typeof lists)[number]['value'];

/** G2: whom no message reached, to be told otherwise. */
export default function NotReachedPeople() {
  const { communityId = '' } = useParameters();
  const [shown, show] = useState<Which>('open');
  const [chosen, choose] = useState<NotReached>();
  const [round, nextRound] = useState(0);
  const close = (isSettled: boolean) => {
    choose(undefined);
    if (isSettled) nextRound(round + 1);
  };
  return (
    <Page name="not-reached" over={chosen && <SettleSheet missed={chosen} onClose={close} />}>
      <Choice label="看哪些人" options={lists} value={shown} onChange={show} />
      <List key={`${shown}${round}`} communityId={communityId} shown={shown} choose={choose} />
    </Page>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly shown: Which;
  readonly choose: (missed: NotReached) => void;
}

function List({ communityId, shown, choose }: ListProps) {
  const now = useNow();
  const list = usePages('messages.listNotReached', { communityId, which: shown }, pageOf);
  return (
    <PagedList
      list={list}
      title="名单暂时看不到"
      empty={
        shown === 'open'
          ? { title: '消息都送到了', line: '微信送不到的人会列在这里，可以打电话或送通知单。' }
          : { title: '还没有记录', line: '用别的方式告知过的人会留在这里。' }
      }
    >
      {(missed) => (
        <Row
          key={missed.notReachedId}
          icon="phone"
          title={`${missed.name ?? '没有登记的人'}，${missed.title}`}
          line={
            missed.settled
              ? `${missed.settled.by}${settledNames[missed.settled.how]}，${momentWords(missed.settled.at, now)}`
              : `${reasonLine(missed)}，${momentWords(missed.at, now)}`
          }
          onTap={() => choose(missed)}
        />
      )}
    </PagedList>
  );
}
