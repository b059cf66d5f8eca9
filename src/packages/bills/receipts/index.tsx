import { View } from '@tarojs/components';
import { useState } from 'react';
import { Amount, Button, Card, Choice, EmptyState, Page, Refusal, Row, Skeleton } from '@/components';
import { useNow } from '@/hooks/useNow';
import { type Pages, usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { channelNames } from '@/paying/receiptWords';
import { open, pages } from '@/services/routes';
import { lookedAt, useMe } from '@/stores/me';
import { momentWords } from '@/words/timeWords';
import type { ReceiptPage, ReceiptRow } from '../../../../types/contract/payments';
import { formatYuan } from '../../../../types/yuan';

const pageOf = ({ receipts, next }: ReceiptPage) => ({ rows: receipts, next });
const which = [
  { value: 'mine', name: '我付的' },
  { value: 'home', name: '这套房屋的' },
] as const;

/** What was paid: by me for whichever home, or for this home by whomever. */
export default function Receipts() {
  const { homeId: named, which: first } = useParameters();
  const looked = useMe((state) => lookedAt(state)?.homeId);
  const homeId = named ?? looked;
  const [shown, show] = useState<'mine' | 'home'>(first === 'home' ? 'home' : 'mine');
  return (
    <Page name="receipts">
      {homeId && <Choice label="看哪些缴费" options={which} value={shown} onChange={show} />}
      {shown === 'mine' || !homeId ? <Mine /> : <OfHome homeId={homeId} />}
    </Page>
  );
}

function Mine() {
  return <List list={usePages('payments.myReceipts', {}, pageOf)} isMine />;
}

function OfHome({ homeId }: { readonly homeId: string }) {
  return <List list={usePages('payments.homeReceipts', { homeId }, pageOf)} isMine={false} />;
}

function List({ list, isMine }: { readonly list: Pages<ReceiptRow>; readonly isMine: boolean }) {
  const now = useNow();
  if (list.refusal && !list.rows) {
    return (
      <Refusal title="缴费记录暂时看不到" sentence={list.refusal.sentence}>
        <Button kind="outline" label="再试一次" onTap={() => void list.more()} />
      </Refusal>
    );
  }
  if (!list.rows) return <Skeleton cards={[4]} />;
  if (list.rows.length === 0) {
    return <EmptyState drawing="letterbox" title="还没有缴费记录" line="缴过的费用和收据都留在这里。" />;
  }
  return (
    <>
      <Card isFlush>
        {list.rows.map((receipt) => (
          <Row
            key={receipt.orderId}
            icon="receipt"
            title={isMine ? receipt.place : channelNames[receipt.channel]}
            line={lineOf(receipt, isMine, now)}
            end={<Amount fen={receipt.amount} />}
            onTap={() => open(pages.receipt, { orderId: receipt.orderId })}
          />
        ))}
      </Card>
      {list.hasMore && (
        <Button kind="quiet" label="更早的记录" isBusy={list.isLoading} onTap={() => void list.more()} />
      )}
      {list.refusal && <View className="page__note">{list.refusal.sentence}</View>}
    </>
  );
}

function lineOf({ at, channel, refunded }: ReceiptRow, isMine: boolean, now: number): string {
  const how = isMine ? ` ${channelNames[channel]}` : '';
  return `${momentWords(at, now)}${how}${refunded > 0 ? `，退款\u00a0${formatYuan(refunded)}` : ''}`;
}
