import { AnswerBanner, Answered, Button, Card, EmptyState, Page, RemindMe, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useMyHomes } from '@/hooks/useMyHomes';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { ReceiptActions } from '@/paying/ReceiptActions';
import { ReceiptView } from '@/paying/ReceiptView';
import { goBack, open, pages } from '@/services/routes';
import type { Receipt } from '../../../../types/contract/payments';

/** A receipt by itself: from the history, from a message, after care mode's payment (`isNew`). */
export default function ReceiptPage() {
  const { orderId, isNew } = useParameters();
  const asked = useAnswer('payments.receipt', orderId === undefined ? undefined : { orderId }, {
    isKept: true,
    topics: ['payments'],
    isPending: ({ refunds }) => refunds.some(({ state }) => state === 'onItsWay'),
  });
  usePullDown(asked.again);
  return (
    <Page
      name="receipt-page"
      banner={<AnswerBanner asked={asked} />}
      {...(isNew ? { footer: <Button label="完成" onTap={goBack} /> } : {})}
    >
      {orderId === undefined ? (
        <EmptyState title="没有这张收据" line="请从“缴费记录”里打开收据。" />
      ) : (
        <Answered asked={asked} title="收据暂时看不到" cards={[3, 4]}>
          {(receipt) => (
            <>
              <Card>
                <ReceiptView receipt={receipt} />
              </Card>
              <ReceiptActions receipt={receipt} />
              <ForFinance receipt={receipt} />
              {isNew && <RemindMe occasion="paid" label="下次出账，用微信提醒我" />}
            </>
          )}
        </Answered>
      )}
    </Page>
  );
}

/** Finance of this community gives money back from here; nobody else sees it. */
function ForFinance({ receipt: { orderId, communityName } }: { readonly receipt: Receipt }) {
  const posts = useMyHomes().me?.posts ?? [];
  const isFinance = posts.some(
    (post) => post.communityName === communityName && post.duties.includes('finance'),
  );
  if (!isFinance) return null;
  return (
    <Card isFlush>
      <Row
        icon="refund"
        title="退款"
        line="按账单明细退，或退预存"
        onTap={() => open(pages.refund, { orderId })}
      />
    </Card>
  );
}
