import { View } from '@tarojs/components';
import { Amount, Button, Card, EmptyState, Refusal, Row, Skeleton } from '@/components';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { open, pages } from '@/services/routes';
import { periodWords } from '@/words/feeWords';
import type { BillPage } from '../../../../types/contract/charging';
import { dayOf, type Instant, yearOf } from '../../../../types/day';
import { billChip, purposeIcons } from '../billWords';

const pageOf = ({ bills, next }: BillPage) => ({ rows: bills, next });

/** What is paid, void or reissued, newest first. */
export function SettledBills({ homeId }: { readonly homeId: string }) {
  const list = usePages('charging.bills', { homeId, which: 'settled' }, pageOf);
  const thisYear = yearOf(dayOf(useNow() as Instant));
  if (list.refusal && !list.rows) {
    return (
      <Refusal title="账单暂时看不到" sentence={list.refusal.sentence}>
        <Button kind="outline" label="再试一次" onTap={() => void list.more()} />
      </Refusal>
    );
  }
  if (!list.rows) return <Skeleton cards={[4]} />;
  if (list.rows.length === 0) {
    return <EmptyState title="还没有已缴的账单" line="缴过的账单会留在这里，随时能看。" />;
  }
  return (
    <>
      <Card isFlush>
        {list.rows.map((bill) => {
          const chip = billChip(bill);
          return (
            <Row
              key={bill.billId}
              icon={purposeIcons[bill.purpose]}
              title={`${bill.itemName} ${periodWords(bill.period, thisYear)}`}
              {...(chip ? { line: chip.text } : {})}
              end={<Amount fen={bill.amount} />}
              onTap={() => open(pages.bill, { billId: bill.billId })}
            />
          );
        })}
      </Card>
      {list.hasMore && (
        <Button kind="quiet" label="更早的账单" isBusy={list.isLoading} onTap={() => void list.more()} />
      )}
      {list.refusal && <View className="page__note">{list.refusal.sentence}</View>}
    </>
  );
}
