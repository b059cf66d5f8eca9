import { View } from '@tarojs/components';
import { Card, Row } from '@/components';
import { open, pages } from '@/services/routes';
import { grouped } from '@/words/grouped';
import type { FinanceDesk } from '../../../../types/contract/desk';

export interface WaitingProps {
  readonly desk: FinanceDesk;
  readonly communityId: string;
  /** Who does the work; the project manager only sees how much there is. */
  readonly isFinance: boolean;
}

/** What waits for finance to do something, and the trial balance. */
export function Waiting({ desk, communityId, isFinance }: WaitingProps) {
  const rows = [
    { title: '对账差异', count: desk.openCases, page: pages.cases, icon: 'alert' },
    { title: '待开发票', count: desk.invoicesAsked, page: pages.invoices, icon: 'document' },
    { title: '账单疑问', count: desk.questions, page: pages.questions, icon: 'question' },
    { title: '待签收的交款', count: desk.handOversWaiting, page: pages.handOvers, icon: 'cash' },
    { title: '没通知到的人', count: desk.notReached, page: pages.notReached, icon: 'phone' },
  ] as const;
  return (
    <>
      <View className="type-heading">{isFinance ? '等着处理' : '等财务处理'}</View>
      <Card isFlush>
        {rows.map(({ title, count, page, icon }) => (
          <Row
            key={title}
            icon={icon}
            title={title}
            end={count === 0 ? '没有' : `${grouped(count)} 件`}
            {...(isFinance ? { onTap: () => open(page, { communityId }) } : {})}
          />
        ))}
        {desk.stuckWork > 0 && (
          <Row
            icon="warning"
            title="停下的后台工作"
            line="系统试了几次没有做成"
            end={`${desk.stuckWork} 件`}
            {...(isFinance ? { onTap: () => open(pages.stuckWork, { communityId }) } : {})}
          />
        )}
        <Row
          icon="document"
          title="科目余额"
          line={desk.trialBalance === 0 ? '借贷平衡' : '借贷不平，请联系技术人员'}
          onTap={() => open(pages.accounts, { communityId })}
        />
      </Card>
    </>
  );
}
