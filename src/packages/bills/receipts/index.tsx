import { useState } from 'react';
import { Amount, Choice, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
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
const live = { topics: ['payments'], isKept: true } as const;
const none = { title: '还没有缴费记录', line: '缴过的费用和收据都留在这里。' };

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
  return <List list={usePages('payments.myReceipts', {}, pageOf, live)} isMine />;
}

function OfHome({ homeId }: { readonly homeId: string }) {
  return <List list={usePages('payments.homeReceipts', { homeId }, pageOf, live)} isMine={false} />;
}

function List({ list, isMine }: { readonly list: Pages<ReceiptRow>; readonly isMine: boolean }) {
  const now = useNow();
  return (
    <PagedList list={list} title="缴费记录暂时看不到" empty={none} moreLabel="更早的记录">
      {(receipt) => (
        <Row
          key={receipt.orderId}
          icon="receipt"
          title={isMine ? receipt.place : channelNames[receipt.channel]}
          line={lineOf(receipt, isMine, now)}
          end={<Amount fen={receipt.amount} />}
          onTap={() => open(pages.receipt, { orderId: receipt.orderId })}
        />
      )}
    </PagedList>
  );
}

function lineOf({ at, channel, refunded }: ReceiptRow, isMine: boolean, now: number): string {
  const how = isMine ? ` ${channelNames[channel]}` : '';
  return `${momentWords(at, now)}${how}${refunded > 0 ? `，退款\u00a0${formatYuan(refunded)}` : ''}`;
}
