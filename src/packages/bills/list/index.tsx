import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Card, Choice, Page, Row } from '@/components';
import { ReceiptSheet } from '@/paying/ReceiptSheet';
import { open, pages } from '@/services/routes';
import { OpenBills } from './OpenBills';
import { PayFooter } from './PayFooter';
import { SettledBills } from './SettledBills';
import { useOpenBills } from './useOpenBills';
import './index.css';

const which = [
  { value: 'open', name: '待缴' },
  { value: 'settled', name: '已缴' },
] as const;

/** All bills of a home: what is open by item, what is settled by pages; bills can be chosen singly. */
export default function Bills() {
  const [shown, show] = useState<'open' | 'settled'>('open');
  const hook = useOpenBills();
  const { asked, payment, homeId, communityId } = hook;
  const isOpen = shown === 'open';
  const hasOpen = asked.answer.kind === 'ready' && asked.answer.value.bills.length > 0;
  return (
    <Page
      name="bills"
      banner={<AnswerBanner asked={asked} />}
      {...(isOpen && hasOpen ? { footer: <PayFooter hook={hook} /> } : {})}
      over={
        payment.paying.kind === 'paid' && (
          <ReceiptSheet orderId={payment.paying.orderId} onClose={payment.close} />
        )
      }
    >
      <Choice label="看哪些账单" options={which} value={shown} onChange={show} />
      {isOpen ? (
        <Answered asked={asked} title="账单暂时看不到">
          {({ bills }) => <OpenBills bills={bills} hook={hook} />}
        </Answered>
      ) : (
        <SettledBills homeId={homeId} />
      )}
      {communityId && (
        <Card isFlush>
          <Row icon="document" title="收费依据与价格公示" onTap={() => open(pages.prices, { communityId })} />
        </Card>
      )}
      <View className="bills__end" />
    </Page>
  );
}
