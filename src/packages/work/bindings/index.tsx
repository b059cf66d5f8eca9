import { useState } from 'react';
import { Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { momentWords } from '@/words/timeWords';
import type { Binding, BindingPage } from '../../../../types/contract/people';
import { relationNames } from '../relationNames';
import { BindingSheet } from './BindingSheet';

const pageOf = ({ bindings, next }: BindingPage) => ({ rows: bindings, next });

/** Row A1: who asked to be bound to a home and could not be matched; customer service asks and decides. */
export default function Bindings() {
  const { communityId = '' } = useParameters();
  const [chosen, choose] = useState<Binding>();
  const [round, nextRound] = useState(0);
  const close = (isDecided: boolean) => {
    choose(undefined);
    if (isDecided) nextRound(round + 1);
  };
  return (
    <Page name="bindings" over={chosen && <BindingSheet binding={chosen} onClose={close} />}>
      <List key={round} communityId={communityId} choose={choose} />
    </Page>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly choose: (binding: Binding) => void;
}

function List({ communityId, choose }: ListProps) {
  const now = useNow();
  const list = usePages('people.bindings', { communityId }, pageOf);
  return (
    <PagedList
      list={list}
      title="绑定申请暂时看不到"
      empty={{ title: '没有等核对的申请', line: '手机号和登记对不上的住户提交的申请，会列在这里。' }}
    >
      {(binding) => (
        <Row
          key={binding.bindingId}
          icon="family"
          title={`${binding.place} ${binding.name}`}
          line={`${relationNames[binding.relation]}，${momentWords(binding.askedAt, now)}`}
          onTap={() => choose(binding)}
        />
      )}
    </PagedList>
  );
}
