import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Field, Page, Refusal, Row } from '@/components';
import { useParameters } from '@/hooks/useParameters';
import { ask } from '@/services/cloud';
import { open, pages } from '@/services/routes';
import type { CounterHome } from '../../../../types/contract/counter';
import type { Refusal as Refused } from '../../../../types/refusal';
import { formatYuan } from '../../../../types/yuan';
import { HomeActions } from './HomeActions';
import { TakeSheet } from './TakeSheet';
import { VoucherSheet } from './VoucherSheet';

type Party = CounterHome['parties'][number];

/** At the counter (C4): find the home, see who owes what, take the money, hand over the receipt. */
export default function Counter() {
  const { communityId = '' } = useParameters();
  const [place, write] = useState({ building: '', unit: '', room: '' });
  const [found, setFound] = useState<CounterHome>();
  const [refusal, setRefusal] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const [shown, show] = useState<Party | 'voucher'>();
  const isComplete = Object.values(place).every((part) => part.trim() !== '');
  const find = async () => {
    setBusy(true);
    const outcome = await ask('counter.findHome', { communityId, ...place });
    setBusy(false);
    setFound(outcome.ok ? outcome.value : undefined);
    setRefusal(outcome.ok ? undefined : outcome.refusal);
  };
  return (
    <Page
      name="counter"
      over={found && shown && <Over home={found} shown={shown} onClose={() => show(undefined)} />}
    >
      <Card>
        <View className="stack">
          <View className="side-by-side">
            <Field
              label="楼栋"
              value={place.building}
              onChange={(building) => write({ ...place, building })}
              id="building"
            />
            <Field label="单元" value={place.unit} onChange={(unit) => write({ ...place, unit })} id="unit" />
            <Field label="房号" value={place.room} onChange={(room) => write({ ...place, room })} id="room" />
          </View>
          <Button
            kind={found ? 'outline' : 'primary'}
            icon="search"
            label="查这套房"
            isBusy={isBusy}
            isDisabled={!isComplete}
            onTap={() => void find()}
          />
        </View>
      </Card>
      {refusal && <Refusal sentence={refusal.sentence} />}
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
