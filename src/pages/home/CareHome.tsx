import { View } from '@tarojs/components';
import { Amount, Button, Card, Icon, Refusal } from '@/components';
import { useNow } from '@/hooks/useNow';
import { PayingNote } from '@/paying/PayingNote';
import type { Paying } from '@/paying/paying';
import { callPhone } from '@/services/device';
import { open, pages } from '@/services/routes';
import { useCare } from '@/stores/care';
import type { IconName } from '@/theme/iconNames';
import { formatYuan } from '../../../types/yuan';
import { type AtHome, ongoingLine, otherPayerWords } from './homeWords';
import { Unsent } from './Unsent';

export interface CareHomeProps {
  readonly home: AtHome;
  readonly unread: number;
  /** A payment whose result is still awaited is told here too. */
  readonly paying: Paying;
}

/** 长辈版: four large things, each with its live state; paying goes over one page of confirmation. */
export function CareHome({ home, unread, paying }: CareHomeProps) {
  const other = otherPayerWords(home, useNow());
  const leave = useCare((care) => care.choose);
  const { homeId, servicePhone, refunding } = home;
  const orderId = refunding?.orderId;
  return (
    <>
      <CarePay home={home} />
      {other && <Refusal title="同住的人正在缴费" sentence={other} tone="info" />}
      <PayingNote paying={paying} />
      {refunding && (
        <Large
          icon="refund"
          title="正在退款"
          line={`${formatYuan(refunding.amount)} 退回微信，一般几分钟到账`}
          {...(orderId === undefined ? {} : { onTap: () => open(pages.receipt, { orderId }) })}
        />
      )}
      <Unsent homeId={homeId} />
      <Large
        icon="wrench"
        title="报修"
        line={ongoingLine(home.tickets?.[0])}
        onTap={() => {
          const [ticket] = home.tickets ?? [];
          if (ticket) open(pages.tickets, { homeId });
          else open(pages.report, { homeId });
        }}
      />
      {servicePhone ? (
        <Large icon="phone" title="叫管家" line="给服务中心打电话" onTap={() => callPhone(servicePhone)} />
      ) : (
        <Large
          icon="family"
          title="家人"
          line="请家人一起缴费"
          onTap={() => open(pages.members, { homeId })}
        />
      )}
      <Large
        icon="messages"
        title="看消息"
        line={unread > 0 ? `${unread} 条没看过` : '没有新消息'}
        onTap={() => open(pages.messages)}
      />
      <View className="care-home__leave">
        <Button
          kind="outline"
          label={home.questioned > 0 ? `看账单，${home.questioned} 笔等答复` : '看账单'}
          onTap={() => open(pages.bills, { homeId })}
        />
        <Button kind="outline" label="换回标准版" onTap={() => leave(false)} />
      </View>
    </>
  );
}

function CarePay({ home }: { readonly home: AtHome }) {
  const { due, homeId, lastReceipt } = home;
  if (!due) {
    return (
      <Large
        icon="check"
        title="都缴清了"
        line={lastReceipt ? '点这里看收据' : '现在没有要缴的费用'}
        onTap={() =>
          lastReceipt ? open(pages.receipt, { orderId: lastReceipt.orderId }) : open(pages.bills, { homeId })
        }
      />
    );
  }
  return (
    <View
      id="care-pay"
      className="care-pay"
      hoverClass="pressed"
      ariaRole="button"
      onClick={() => open(pages.pay, { homeId })}
    >
      <View className="care-pay__head">
        <Icon name="card" />
        <View className="care-pay__title">缴费</View>
        <Icon name="chevron-right" />
      </View>
      <Amount fen={due.amount} size="amount" inWords="一共要缴" />
    </View>
  );
}

interface LargeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly line: string;
  /** Without it there is nothing more to see. */
  readonly onTap?: () => void;
}

function Large({ icon, title, line, onTap }: LargeProps) {
  return (
    <Card {...(onTap ? { onTap } : {})} label={`${title}，${line}`}>
      <View className="care-row">
        <View className="care-row__disc">
          <Icon name={icon} />
        </View>
        <View className="care-row__words">
          <View className="type-title">{title}</View>
          <View className="tone-plain">{line}</View>
        </View>
        {onTap && <Icon name="chevron-right" />}
      </View>
    </Card>
  );
}
