import { View } from '@tarojs/components';
import type { Receipt } from '../../types/contract/payments';
import { Amount, Facts, Icon, Timeline } from '../components';
import { useNow } from '../hooks/useNow';
import { useCare } from '../stores/care';
import { momentWords } from '../words/timeWords';
import {
  doneWords,
  lineAmount,
  paidWords,
  receiptFacts,
  receiptLines,
  refundWords,
  yearOfPayment,
} from './receiptWords';
import './receipt.css';

/** What was paid, by whom, to whom, under which numbers; what came back of it. */
export function ReceiptView({ receipt }: { readonly receipt: Receipt }) {
  const now = useNow();
  const isCare = useCare((care) => care.isOn);
  const lines = receiptLines(receipt, yearOfPayment(receipt.paidAt));
  return (
    <View className="receipt">
      <View className="receipt__done tone-good">
        <Icon name="check" />
        {doneWords(receipt)}
      </View>
      <View className="center">
        <Amount fen={receipt.amount} size="amount" {...(isCare ? { inWords: '一共付了' } : {})} />
        <View className="type-second">{paidWords(receipt, now)}</View>
      </View>
      <View className="rule rule--cut" />
      <Facts
        facts={lines.map((line) => ({
          name: line.name,
          value: lineAmount(line),
          ...(line.isMinus ? { tone: 'good' as const } : {}),
        }))}
      />
      <View className="rule rule--cut" />
      <Facts isQuiet facts={receiptFacts(receipt)} />
      {receipt.refunds.length > 0 && <View className="rule rule--cut" />}
      <Timeline
        steps={receipt.refunds.map((refund) => ({
          title: refundWords(refund),
          line: lineAmount({ name: '', amount: refund.amount, isMinus: true }),
          time: momentWords(refund.at, now),
          state: refund.state === 'done' ? 'done' : 'now',
        }))}
      />
    </View>
  );
}
