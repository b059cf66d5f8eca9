import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card, Page, Row } from '@/components';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import type { CounterHome } from '../../../../types/contract/counter';
import { formatYuan } from '../../../../types/yuan';
import { FindHome } from '../FindHome';
import { HomeActions } from './HomeActions';
import { TakeSheet } from './TakeSheet';
import { VoucherSheet } from './VoucherSheet';

type Party = CounterHome['parties'][number];

/** At the counter (C4): find the home, see who owes what, take the money, hand over the receipt. */
export default function Counter() {
  const { communityId = '' } = useParameters();
  const [found, setFound] = useState<CounterHome>();
  const [shown, show] = useState<Party | 'voucher'>();
  return (
    <Page
      name="counter"
      over={found && shown && <Over home={found} shown={shown} onClose={() => show(undefined)} />}
    >
      <FindHome communityId={communityId} isMain={!found} onFound={setFound} />
      {found && <Parties home={found} choose={show} />}
      {found && (
        <HomeActions
          key={found.homeId}
          communityId={communityId}
          homeId={found.homeId}
          onVoucher={() => show('voucher')}
        />
      )}
      <Card isFlush>
        <Row
          icon="cash"
          title="我今天收的款"
          line="交款给财务"
          onTap={() => open(pages.myDay, { communityId })}
        />
      </Card>
    </Page>
  );
}

interface OverProps {
  readonly home: CounterHome;
  readonly shown: Party | 'voucher';
  readonly onClose: () => void;
}

function Over({ home, shown, onClose }: OverProps) {
  if (shown !== 'voucher') return <TakeSheet home={home} party={shown} onClose={onClose} />;
  return <VoucherSheet homeId={home.homeId} place={home.place} onClose={onClose} />;
}

function Parties({ home, choose }: { readonly home: CounterHome; readonly choose: (party: Party) => void }) {
  return (
    <>
      <View className="type-heading">{home.place}</View>
      <Card isFlush>
        {home.parties.map((party) => (
          <Row
            key={party.partyId}
            icon="family"
            title={party.name || '未登记姓名'}
            line={[
              party.bills.length > 0 ? `${party.bills.length} 笔待缴` : '没有待缴',
              ...(party.prepaid > 0 ? [`预存 ${formatYuan(party.prepaid)}`] : []),
              ...(party.toTake < party.owed ? [`抵扣后收 ${formatYuan(party.toTake)}`] : []),
            ].join('，')}
            end={formatYuan(party.owed)}
            onTap={() => choose(party)}
          />
        ))}
        {home.parties.length === 0 && <Row icon="family" title="这套房还没有登记住户" />}
      </Card>
    </>
  );
}
