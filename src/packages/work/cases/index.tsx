import { useState } from 'react';
import { Amount, Card, Choice, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useAnswer } from '@/hooks/useAnswer';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { caseCauseNames } from '../../../../types/caseCause';
import type { OutputOf } from '../../../../types/contract';
import type { CaseView, ReconciledDay } from '../../../../types/contract/reconciliation';
import { CaseSheet } from './CaseSheet';
import { caseLine, dayWords, differenceOf } from './caseWords';

const pageOf = ({ cases, next }: OutputOf<'reconciliation.cases'>) => ({ rows: cases, next });
const which = [
  { value: 'open', name: '待处理' },
  { value: 'resolved', name: '已处理' },
] as const;

/** Differences between our orders and WeChat's bill; each is taken on and resolved in words. */
export default function Cases() {
  const { communityId = '' } = useParameters();
  const { answer } = useAnswer('reconciliation.days', { communityId }, { topics: ['work'] });
  // Nothing compared yet, or in vain.
  const isUnknown = answer.kind === 'ready' && ['failed', undefined].includes(answer.value[0]?.state);
  const [shown, show] = useState<'open' | 'resolved'>('open');
  const [chosen, choose] = useState<CaseView>();
  const [round, nextRound] = useState(0);
  const close = (moved: boolean) => {
    choose(undefined);
    if (moved) nextRound(round + 1);
  };
  return (
    <Page name="cases" over={chosen && <CaseSheet found={chosen} onClose={close} />}>
      {answer.kind === 'ready' && <LastDay last={answer.value[0]} />}
      <Choice label="看哪些差异" options={which} value={shown} onChange={show} />
      <List
        key={`${shown}${round}`}
        communityId={communityId}
        shown={shown}
        choose={choose}
        isUnknown={isUnknown}
      />
    </Page>
  );
}

/** How the last day's comparison ended. */
function LastDay({ last }: { readonly last: ReconciledDay | undefined }) {
  const { title, line, isFailed } = dayWords(last);
  return (
    <Card id="last-day" isFlush>
      <Row title={title} line={line} {...(isFailed ? { chip: { text: '没有对成', tone: 'warn' } } : {})} />
    </Card>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly shown: 'open' | 'resolved';
  readonly choose: (found: CaseView) => void;
  /** No day was compared, or the last one could not be: that nothing is listed does not say that all agrees. */
  readonly isUnknown: boolean;
}

function List({ communityId, shown, choose, isUnknown }: ListProps) {
  const list = usePages('reconciliation.cases', { communityId, which: shown }, pageOf);
  return (
    <PagedList
      list={list}
      title="对账差异暂时看不到"
      empty={
        shown === 'open'
          ? {
              title: isUnknown ? '没有待处理的差异' : '账都对上了',
              line: '每天 10:30 和微信支付的账单逐笔核对，有差异会列在这里。',
            }
          : { title: '还没有处理过的差异', line: '处理完的差异和说明都留在这里。' }
      }
    >
      {(found) => (
        <Row
          key={found.caseId}
          title={caseCauseNames[found.cause]}
          line={caseLine(found)}
          end={<Amount fen={differenceOf(found)} />}
          onTap={() => choose(found)}
        />
      )}
    </PagedList>
  );
}
