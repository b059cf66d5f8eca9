import { View } from '@tarojs/components';
import { useState } from 'react';
import { Amount, AnswerBanner, Answered, Card, Chip, Facts, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import { nearDayWords } from '@/words/timeWords';
import type { BillView } from '../../../../types/contract/charging';
import { dayOf, formatDay, type Instant } from '../../../../types/day';
import { formatPeriod } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';
import { billChip, dueOnWords, isPayable } from '../billWords';
import { BillLines } from './BillLines';
import { Question } from './Question';
import { QuestionSheet } from './QuestionSheet';
import { TierBar } from './TierBar';
import './index.css';

/** One bill with every line: unit price, basis, quantity, period (明码标价); what was paid of it; what was asked about it. */
export default function Bill() {
  const { billId } = useParameters();
  const asked = useAnswer('charging.bill', billId === undefined ? undefined : { billId }, {
    topics: ['bills', 'payments'],
    isKept: true,
  });
  const [isAsking, setAsking] = useState(false);
  usePullDown(asked.again);
  const bill = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  return (
    <Page
      name="bill"
      banner={<AnswerBanner asked={asked} />}
      over={
        isAsking &&
        bill && <QuestionSheet bill={bill} onClose={() => setAsking(false)} onAsked={asked.take} />
      }
    >
      <Answered asked={asked} title="账单暂时看不到">
        {(shown) => <Content bill={shown} onAsk={() => setAsking(true)} />}
      </Answered>
    </Page>
  );
}

function Content({ bill, onAsk }: { readonly bill: BillView; readonly onAsk: () => void }) {
  return (
    <>
      <Head bill={bill} />
      {bill.question && <Question question={bill.question} />}
      <BillLines lines={bill.lines} total={bill.amount} />
      {bill.tiers && <TierBar tiers={bill.tiers} />}
      {bill.credits.length > 0 && <Credits bill={bill} />}
      <Card isFlush>
        <Row
          icon="document"
          title="收费依据与价格公示"
          onTap={() => open(pages.prices, { communityId: bill.communityId })}
        />
        {isPayable(bill) && !bill.question && (
          <Row icon="question" title="对这笔账单有疑问" line="财务答复以前不用缴，也不会催" onTap={onAsk} />
        )}
      </Card>
    </>
  );
}

function Head({ bill }: { readonly bill: BillView }) {
  const today = dayOf(useNow() as Instant);
  const chip = billChip(bill);
  const isOpen = isPayable(bill) || bill.state === 'questioned';
  const facts = [
    { name: '房屋', value: `${bill.communityName} ${bill.place}` },
    { name: '收费期间', value: formatPeriod(bill.period) },
    ...(bill.subjectName ? [{ name: '计费对象', value: bill.subjectName }] : []),
    ...(isOpen ? [{ name: '缴费期限', value: dueOnWords(bill, today) }] : []),
    ...(bill.lateFee > 0
      ? [{ name: '今天缴的违约金', value: formatYuan(bill.lateFee), tone: 'bad' as const }]
      : []),
    { name: '收款方', value: bill.payeeName },
    ...(bill.closing ? [{ name: '原因', value: bill.closing.reason }] : []),
  ];
  return (
    <Card>
      <View className="between">
        <View className="type-heading">{bill.itemName}</View>
        {chip && <Chip {...chip} />}
      </View>
      <Amount fen={isOpen ? bill.outstanding : bill.amount} size="amount" />
      <View className="rule" />
      <Facts isQuiet facts={facts} />
      {bill.closing?.followedBy && <Follower billId={bill.closing.followedBy} />}
    </Card>
  );
}

function Follower({ billId }: { readonly billId: string }) {
  return (
    <View className="link" ariaRole="button" onClick={() => open(pages.bill, { billId })}>
      看重开的账单
    </View>
  );
}

function Credits({ bill }: { readonly bill: BillView }) {
  const today = dayOf(useNow() as Instant);
  return (
    <Card>
      <View className="type-heading">已缴</View>
      <View className="rule" />
      <Facts
        facts={bill.credits.map(({ on, amount }, index) => ({
          name: bill.credits.length > 1 ? `${index + 1}. ${formatDay(on)}` : nearDayWords(on, today),
          value: formatYuan(amount),
        }))}
      />
    </Card>
  );
}
