import { View } from '@tarojs/components';
import { Amount, Card, Chip, EmptyState, Facts, Icon } from '@/components';
import type { Asked } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { open, pages } from '@/services/routes';
import { byItem, periodWords } from '@/words/feeWords';
import type { BillRow } from '../../../../types/contract/charging';
import type { PaymentPreview } from '../../../../types/contract/payments';
import { dayOf, type Instant, yearOf } from '../../../../types/day';
import { sumFen } from '../../../../types/money';
import { formatYuan } from '../../../../types/yuan';
import { billChip, dueOnWords, isPayable, outstandingOf, purposeIcons } from '../billWords';
import type { OpenBillsHook } from './useOpenBills';

export interface OpenBillsProps {
  readonly bills: readonly BillRow[];
  readonly preview: Asked<PaymentPreview>;
  readonly hook: OpenBillsHook;
}

/** What is open: the sum and what is taken off it, then item by item. */
export function OpenBills({ bills, preview, hook }: OpenBillsProps) {
  if (bills.length === 0) {
    return <EmptyState drawing="building" title="没有要缴的账单" line="新账单出来以后，会在消息里告诉您。" />;
  }
  const isChoosing = hook.chosen !== undefined;
  return (
    <>
      <Total preview={preview} />
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
      {byItem(bills).map(({ itemName, purpose, fees }) => (
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
    </>
  );
}

function Total({ preview }: { readonly preview: Asked<PaymentPreview> }) {
  if (preview.answer.kind !== 'ready') return null;
  const { amount, bills, vouchers, prepaid, lateFee } = preview.answer.value;
  const sum = sumFen(bills.map(({ principal }) => principal));
  const facts = [
    { name: '账单合计', value: formatYuan(sum) },
    ...(lateFee > 0 ? [{ name: '违约金', value: formatYuan(lateFee), tone: 'bad' as const }] : []),
    ...(vouchers > 0
      ? [{ name: '抵扣券，自动抵扣物业费', value: `−${formatYuan(vouchers)}`, tone: 'good' as const }]
      : []),
    ...(prepaid > 0
      ? [{ name: '预存，自动抵扣', value: `−${formatYuan(prepaid)}`, tone: 'good' as const }]
      : []),
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

function OpenBill({ bill, hook }: { readonly bill: BillRow; readonly hook: OpenBillsHook }) {
  const today = dayOf(useNow() as Instant);
  const { chosen, toggle } = hook;
  const isChoosable = chosen !== undefined && isPayable(bill);
  const isChosen = isChoosable && chosen.has(bill.billId);
  const chip = billChip(bill);
  const tap = () => (isChoosable ? toggle(bill.billId) : open(pages.bill, { billId: bill.billId }));
  const period = periodWords(bill.period, yearOf(today));
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
        <View>{period}</View>
        <View className="type-second">{dueOnWords(bill, today)}</View>
      </View>
      {chip && <Chip {...chip} />}
      <View className="tabular">{formatYuan(bill.outstanding)}</View>
      {!isChoosable && <Icon name="chevron-right" />}
    </View>
  );
}
