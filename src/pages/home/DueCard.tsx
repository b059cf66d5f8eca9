import { View } from '@tarojs/components';
import { Amount, Button, Card, Drawing, Icon, Refusal } from '@/components';
import { useNow } from '@/hooks/useNow';
import { PayingNote } from '@/paying/PayingNote';
import { busyWords, isGoingOn, waitsWords } from '@/paying/paying';
import type { PayingHook } from '@/paying/usePaying';
import type { Missing } from '@/services/failure';
import { open, pages } from '@/services/routes';
import { momentWords } from '@/words/timeWords';
import { type AtHome, dueWords, otherPayerWords, payLabel, takenOffWords } from './homeWords';

export interface DueCardProps {
  readonly home: AtHome;
  readonly payment: PayingHook;
  /** For want of what it is old: an amount that may have changed is not offered for payment. */
  readonly missing: Missing | undefined;
}

/** What is due, and the one tap that pays it. */
export function DueCard({ home, payment, missing }: DueCardProps) {
  const now = useNow();
  const { due, homeId, live } = home;
  const { paying, pay } = payment;
  const other = otherPayerWords(home, now);
  if (!due) return <PaidCard home={home} />;
  const takenOff = takenOffWords(due);
  const isWaiting = paying.kind === 'unclear' || other !== undefined;
  return (
    <>
      <Card id="due">
        <View className="between">
          <View className="type-body tone-plain">待缴</View>
          <View
            className="link link--plain between__end"
            ariaRole="button"
            onClick={() => open(pages.bills, { homeId })}
          >
            明细
            <Icon name="chevron-right" />
          </View>
        </View>
        <Amount fen={due.amount} size="amount" />
        <View className="type-second">{dueWords(due)}</View>
        {takenOff && (
          <View className="due__off tone-good">
            <Icon name="ticket" />
            {takenOff}
          </View>
        )}
        <View className="due__button">
          <Button
            label={payLabel(due, live)}
            isBusy={isGoingOn(paying)}
            busyLabel={busyWords(paying)}
            isDisabled={missing !== undefined || isWaiting}
            onTap={() => void pay({ kind: 'bills', homeId, expectedAmount: due.amount })}
          />
        </View>
        {missing && <View className="page__note due__note">{waitsWords(missing)}</View>}
      </Card>
      {other && <Refusal title="同住的人正在缴费" sentence={other} tone="info" />}
      <PayingNote paying={paying} />
    </>
  );
}

/** Nothing due: quiet, with the last receipt. */
function PaidCard({ home }: { readonly home: AtHome }) {
  const now = useNow();
  const { lastReceipt } = home;
  return (
    <Card id="paid">
      <View className="paid">
        <View>
          <View className="type-body tone-plain">待缴</View>
          <View className="paid__words">
            <View className="tone-good beside">
              <Icon name="check" />
            </View>
            本月已缴清
          </View>
        </View>
        <Drawing name="building" />
      </View>
      {lastReceipt && (
        <>
          <View className="rule" />
          <View
            className="between"
            ariaRole="button"
            onClick={() => open(pages.receipt, { orderId: lastReceipt.orderId })}
          >
            <View className="paid__last type-second tabular">
              <View>{momentWords(lastReceipt.at, now)} 已缴</View>
              <Amount fen={lastReceipt.amount} />
            </View>
            <View className="link between__end">
              收据
              <Icon name="chevron-right" />
            </View>
          </View>
        </>
      )}
    </Card>
  );
}
