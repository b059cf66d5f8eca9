import { View } from '@tarojs/components';
import { useState } from 'react';
import { Amount, Button, Card, Chip, EmptyState, Facts, Icon } from '@/components';
import { useNow } from '@/hooks/useNow';
import { open, pages } from '@/services/routes';
import { byItem, periodWords } from '@/words/feeWords';
import { nearDayWords } from '@/words/timeWords';
import type { BillRow } from '../../../../types/contract/charging';
import { type Day, dayOf, type Instant, yearOf } from '../../../../types/day';
import { formatYuan } from '../../../../types/yuan';
import {
  billChip,
  dueOnWords,
  isPayable,
  lineWords,
  meterWords,
  outstandingOf,
  purposeIcons,
} from '../billWords';
import type { OpenBillsHook } from './useOpenBills';

export interface OpenBillsProps {
  readonly bills: readonly BillRow[];
  readonly hook: OpenBillsHook;
}

/** So many bills are drawn at first, and more by a tap: a page keeps under 600 nodes. */
const atOnce = 24;

/** What is open: the sum and what is taken off it, then item by item. */
export function OpenBills({ bills, hook }: OpenBillsProps) {
  const [drawn, draw] = useState(atOnce);
  if (bills.length === 0) {
    return <EmptyState drawing="building" title="没有要缴的账单" line="新账单出来以后，会在消息里告诉您。" />;
  }
  const isChoosing = hook.chosen !== undefined;
  const rest = bills.length - drawn;
  return (
    <>
      <Total hook={hook} bills={bills} />
      {bills.filter(isPayable).length > 1 && (
        <View className="between">
          <View className="type-second">{isChoosing ? '点一下选中或不选' : `${bills.length} 笔`}</View>
          <View
            id="choose-bills"
            className="link between__end"
            ariaRole="button"
            onClick={() => hook.setChoosing(!isChoosing)}
          >
            {isChoosing ? '不选了，全部缴' : '只缴其中几笔'}
          </View>
        </View>
      )}
      {byItem(bills.slice(0, drawn)).map(({ itemName, purpose, fees }) => (
        <Card key={itemName}>
          <View className="bills__item">
            <Icon name={purposeIcons[purpose]} />
            <View className="bills__name type-heading">{itemName}</View>
            <View className="type-heading tabular">{formatYuan(outstandingOf(fees))}</View>
          </View>
          <View className="rule" />
          {fees.map((bill) => (
            <OpenBill key={bill.billId} bill={bill} hook={hook} />
          ))}
        </Card>
      ))}
      {rest > 0 && (
        <Button kind="quiet" label={`还有 ${rest} 笔，接着看`} onTap={() => draw(drawn + atOnce)} />
      )}
    </>
  );
}

function Total({ hook, bills }: OpenBillsProps) {
  const today = dayOf(useNow() as Instant);
  if (hook.cost.kind !== 'ready' || !hook.cost.value) return null;
  const dueOn = soonest(bills, today);
  const { amount, principal, vouchers, prepaid, lateFee } = hook.cost.value;
  const facts = [
    { name: '账单合计', value: formatYuan(principal) },
    ...(lateFee > 0 ? [{ name: '违约金', value: formatYuan(lateFee), tone: 'bad' as const }] : []),
    ...(vouchers > 0
      ? [{ name: '抵扣券，自动抵扣物业费', value: `−${formatYuan(vouchers)}`, tone: 'good' as const }]
      : []),
    ...(prepaid > 0
      ? [{ name: '预存，自动抵扣', value: `−${formatYuan(prepaid)}`, tone: 'good' as const }]
      : []),
    ...(dueOn ? [{ name: '缴费期限', value: nearDayWords(dueOn, today) }] : []),
  ];
  return (
    <Card id="total">
      <View className="type-second">待缴</View>
      <Amount fen={amount} size="amount" />
      {facts.length > 1 && <View className="rule" />}
      {facts.length > 1 && <Facts facts={facts} />}
    </Card>
  );
}

/** The next day by which some of them is to be paid; what is overdue says so itself. */
function soonest(bills: readonly BillRow[], today: Day): Day | undefined {
  const days = bills.filter(isPayable).map(({ dueOn }) => dueOn);
  return days.filter((day) => day >= today).sort()[0];
}

function OpenBill({ bill, hook }: { readonly bill: BillRow; readonly hook: OpenBillsHook }) {
  const today = dayOf(useNow() as Instant);
  const { chosen, toggle } = hook;
  const isChoosable = chosen !== undefined && isPayable(bill);
  const isChosen = isChoosable && chosen.has(bill.billId);
  const chip = billChip(bill);
  const tap = () => (isChoosable ? toggle(bill.billId) : open(pages.bill, { billId: bill.billId }));
  const period = periodWords(bill.period, yearOf(today));
  // A bill of one line that nothing was paid of has its amount beside that line, as it has it in the detail.
  const saysAmount = bill.lines?.length === 1 && bill.outstanding === bill.amount;
  return (
    <View
      id={`bill-${bill.billId}`}
      className="bills__bill"
      hoverClass="pressed"
      ariaRole={isChoosable ? 'checkbox' : 'button'}
      ariaLabel={`${bill.itemName} ${period} ${formatYuan(bill.outstanding)}${isChosen ? '，已选中' : ''}`}
      onClick={tap}
    >
      {isChoosable && (
        <View className={`bills__tick${isChosen ? ' bills__tick--on' : ''}`}>
          {isChosen && <Icon name="check" />}
        </View>
      )}
      <View className="bills__words">
        <View className="between">
          <View className="bills__period">
            {period}
            {chip && <Chip {...chip} />}
          </View>
          {!saysAmount && <View className="tabular between__end">{formatYuan(bill.outstanding)}</View>}
        </View>
        {bill.lines?.map((line) => (
          <View key={line.no} className="between type-second tabular">
            <View>{lineWords(line, bill)}</View>
            <View className={`between__end${saysAmount ? ' bills__amount' : ''}`}>
              {formatYuan(line.amount).replace('-', '−')}
            </View>
          </View>
        ))}
        {bill.meter && <View className="type-caption tabular">{meterWords(bill.meter, today)}</View>}
        {bill.isOverdue && <View className="type-caption">{dueOnWords(bill, today)}</View>}
      </View>
      {!isChoosable && <Icon name="chevron-right" />}
    </View>
  );
}
