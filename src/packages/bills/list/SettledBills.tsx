import { Amount, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { open, pages } from '@/services/routes';
import { periodWords } from '@/words/feeWords';
import type { BillPage } from '../../../../types/contract/charging';
import { dayOf, type Instant, yearOf } from '../../../../types/day';
import { billChip, purposeIcons } from '../billWords';

const pageOf = ({ bills, next }: BillPage) => ({ rows: bills, next });
const none = {
  drawing: 'door',
  title: '还没有已缴的账单',
  line: '缴过的账单会留在这里，随时能看。',
} as const;

/** What is paid, void or reissued, newest first. */
export function SettledBills({ homeId }: { readonly homeId: string }) {
  const list = usePages('charging.bills', { homeId, which: 'settled' }, pageOf, { topics: ['bills'] });
  const thisYear = yearOf(dayOf(useNow() as Instant));
  return (
    <PagedList list={list} title="账单暂时看不到" empty={none} moreLabel="更早的账单">
      {(bill) => {
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
      }}
    </PagedList>
  );
}
