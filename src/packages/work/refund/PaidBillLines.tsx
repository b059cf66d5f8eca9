import { View } from '@tarojs/components';
import { Answered, Button, Card } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import type { BillView } from '../../../../types/contract/charging';
import type { PaidBill, PaidLine } from '../../../../types/contract/payments';
import { formatPeriod } from '../../../../types/period';
import { formatYuan, yuanText } from '../../../../types/yuan';
import { AmountField } from '../AmountField';
import { type LineName, refundLinesOf, refundProblem } from './refundWords';

export interface PaidBillLinesProps {
  readonly paid: PaidBill;
  /** What is left of the payment, of all its bills. */
  readonly left: readonly PaidLine[];
  /** What is typed for this bill, by line; undefined while the bill is not chosen. */
  readonly typed: ReadonlyMap<LineName, string> | undefined;
  readonly onType: (typed: ReadonlyMap<LineName, string>) => void;
}

/** One paid bill: a tap opens its lines, each with what goes back of it. */
export function PaidBillLines({ paid, left, typed, onType }: PaidBillLinesProps) {
  const { billId, itemName, period, money, prepaid, vouchers } = paid;
  const asked = useAnswer('charging.bill', { billId });
  const begin = (bill: BillView) =>
    onType(new Map(refundLinesOf(left, bill).map(({ line, start }) => [line, start])));
  const sources = [
    `付款 ${formatYuan(money)}`,
    ...(prepaid > 0 ? [`预存抵扣 ${formatYuan(prepaid)}`] : []),
    ...(vouchers > 0 ? [`抵扣券 ${formatYuan(vouchers)}`] : []),
  ];
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="type-heading">
            {itemName} {formatPeriod(period)}
          </View>
          <View className="type-second">{sources.join('，')}</View>
        </View>
        <Answered asked={asked} title="这笔账单暂时看不到" cards={[1]}>
          {(bill) =>
            typed ? (
              refundLinesOf(left, bill).map(({ line, text, most }) => (
                <AmountField
                  key={line}
                  id={`refund-${billId}-${line}`}
                  label={`${text}退多少（元），最多 ${yuanText(most)}`}
                  text={typed.get(line) ?? ''}
                  problem={refundProblem(typed.get(line) ?? '', most)}
                  onText={(value) => onType(new Map([...typed, [line, value]]))}
                />
              ))
            ) : refundLinesOf(left, bill).length === 0 ? (
              <View className="type-second">这笔账单已经全部退完</View>
            ) : (
              <Button kind="outline" label={`退${itemName}`} onTap={() => begin(bill)} />
            )
          }
        </Answered>
      </View>
    </Card>
  );
}
