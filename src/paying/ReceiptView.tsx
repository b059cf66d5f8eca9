import { View } from '@tarojs/components';
import type { Receipt, ReceiptRefund } from '../../types/contract/payments';
import { noFen } from '../../types/money';
import { Amount, type Fact, Facts, Icon, Timeline, type TimelineStep } from '../components';
import { useNow } from '../hooks/useNow';
import { useCare } from '../stores/care';
import { momentWords } from '../words/timeWords';
import { isAllBack, refundFacts, returnedBills, returnedFact } from './receiptRefunds';
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

/** What was paid, by whom, to whom, under which numbers; what came back of it, by bill and by refund. */
export function ReceiptView({ receipt }: { readonly receipt: Receipt }) {
  const now = useNow();
  const isCare = useCare((care) => care.isOn);
  const isBack = isAllBack(receipt);
  return (
    <View className="receipt">
      <View className={`receipt__done tone-${isBack ? 'plain' : 'good'}`}>
        <Icon name={isBack ? 'refund' : 'check'} />
        {doneWords(receipt)}
      </View>
      <View className="center">
        <Amount fen={receipt.amount} size="amount" {...(isCare ? { inWords: '一共付了' } : {})} />
        <View className="type-second">{paidWords(receipt, now)}</View>
      </View>
      <View className="rule rule--cut" />
      <Facts facts={paidFacts(receipt)} />
      <View className="rule rule--cut" />
      <Facts isQuiet facts={receiptFacts(receipt)} />
      {receipt.refunds.length > 0 && <View className="rule rule--cut" />}
      <Timeline steps={receipt.refunds.map((refund) => refundStep(refund, receipt, now))} />
    </View>
  );
}

/** What was paid, item by item as it was; under each item what came back of its bills and what is left. */
function paidFacts(receipt: Receipt): readonly Fact[] {
  const year = yearOfPayment(receipt.paidAt);
  const returned = returnedBills(receipt, year);
  return receiptLines(receipt, year).flatMap((line) => [
    { name: line.name, value: lineAmount(line), ...(line.isMinus ? { tone: 'good' as const } : {}) },
    ...returned
      .filter(({ itemName }) => itemName === line.itemName)
      .map((bill) => ({ ...returnedFact(bill), id: bill.billId, tone: 'plain' as const })),
  ]);
}

function refundStep(refund: ReceiptRefund, receipt: Receipt, now: number): TimelineStep {
  const { refundId, amount, state, at, lines } = refund;
  const facts = refundFacts(refund, receipt, yearOfPayment(receipt.paidAt));
  return {
    id: refundId,
    title: refundWords(refund),
    ...(amount > noFen ? { line: lineAmount({ name: '', amount, isMinus: true }) } : {}),
    time: momentWords(at, now),
    state: state === 'done' ? 'done' : 'now',
    more: (
      <>
        <Facts isQuiet facts={facts.map((fact, index) => ({ ...fact, id: String(index) }))} />
        {lines.some(({ vouchers }) => vouchers > noFen) && (
          <View className="type-caption">抵扣券没过期的，退回后可以接着用</View>
        )}
      </>
    ),
  };
}
