import { View } from '@tarojs/components';
import { useState } from 'react';
import { Amount, AnswerBanner, Answered, Card, Chip, Facts, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import { billStateNames } from '../../../../types/charge';
import type { BillLineView, BillView } from '../../../../types/contract/charging';
import { formatDay } from '../../../../types/day';
import { formatPeriod } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';
import { Remark } from '../Remark';
import { useDuties } from '../useDuties';
import { AdjustSheet } from './AdjustSheet';
import { adjustableLines, type BillAction, isMovable } from './billWorkWords';
import { CloseSheet } from './CloseSheet';

type Open = BillAction | BillLineView | undefined;

/** A bill as finance works on it: put a line right, void it, make it anew; each in words first. */
export default function BillWork() {
  const { billId } = useParameters();
  const asked = useAnswer('charging.bill', billId === undefined ? undefined : { billId }, {
    topics: ['work'],
  });
  const [shown, show] = useState<Open>();
  usePullDown(asked.again);
  const bill = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const close = (changed: BillView | undefined) => {
    show(undefined);
    if (changed && changed.billId === billId) asked.take(changed);
    else void asked.again();
  };
  return (
    <Page
      name="bill-work"
      banner={<AnswerBanner asked={asked} />}
      over={shown && bill && <Over bill={bill} shown={shown} onClose={close} />}
    >
      <Answered asked={asked} title="账单暂时看不到" cards={[3, 3]}>
        {(seen) => <Content bill={seen} show={show} />}
      </Answered>
    </Page>
  );
}

interface OverProps {
  readonly bill: BillView;
  readonly shown: BillAction | BillLineView;
  readonly onClose: (changed: BillView | undefined) => void;
}

function Over({ bill, shown, onClose }: OverProps) {
  return typeof shown === 'string' ? (
    <CloseSheet bill={bill} action={shown} onClose={onClose} />
  ) : (
    <AdjustSheet bill={bill} line={shown} onClose={onClose} />
  );
}

interface ContentProps {
  readonly bill: BillView;
  readonly show: (shown: BillAction | BillLineView) => void;
}

function Content({ bill, show }: ContentProps) {
  const canMove = useDuties(bill.communityId).includes('finance') && isMovable(bill);
  return (
    <>
      <Head bill={bill} />
      <Card isFlush>
        {canMove &&
          adjustableLines(bill).map((line) => (
            <Row
              key={line.no}
              icon="edit"
              title={`调整 ${line.text}`}
              line={formatYuan(line.amount)}
              onTap={() => show(line)}
            />
          ))}
        {canMove && (
          <>
            <Row icon="refund" title="重开" line="按现在的资料重新算一笔" onTap={() => show('reissue')} />
            <Row icon="trash" title="作废" line="不再要缴" onTap={() => show('void')} />
          </>
        )}
        {bill.closing?.followedBy && <Successor billId={bill.closing.followedBy} />}
        <Row
          icon="receipt"
          title="看怎么算的"
          line="和业主看到的一样"
          onTap={() => open(pages.bill, { billId: bill.billId })}
        />
      </Card>
    </>
  );
}

/** The bill that stands in the place of one that was made anew. */
function Successor({ billId }: { readonly billId: string }) {
  return <Row icon="refund" title="看重开的账单" onTap={() => open(pages.billWork, { billId })} />;
}

function Head({ bill }: { readonly bill: BillView }) {
  const { itemName, state, amount, outstanding, place, period, dueOn, credits, question, closing } = bill;
  return (
    <Card>
      <View className="between">
        <View className="type-heading">{itemName}</View>
        <Chip text={billStateNames[state]} />
      </View>
      <Amount fen={amount} size="amount" />
      <View className="rule" />
      <Facts
        isQuiet
        facts={[
          { name: '房屋', value: place },
          { name: '收费期间', value: formatPeriod(period) },
          { name: '缴费期限', value: formatDay(dueOn) },
          { name: '还没缴', value: formatYuan(outstanding) },
          ...(credits.length > 0 ? [{ name: '已缴', value: `${credits.length} 次` }] : []),
        ]}
      />
      {(question || closing) && <View className="rule" />}
      {(question || closing) && (
        <View className="stack">
          <Remark name="疑问" text={question?.text} />
          <Remark name="答复" text={question?.answer} />
          <Remark name="原因" text={closing?.reason} />
        </View>
      )}
    </Card>
  );
}
