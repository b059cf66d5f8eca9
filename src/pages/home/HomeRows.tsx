import { View } from '@tarojs/components';
import { Amount, Card, Icon, Row } from '@/components';
import { open, pages } from '@/services/routes';
import type { IconName } from '@/theme/iconNames';
import type { AtHome } from './homeWords';
import { Ongoing } from './Ongoing';

/** Four things people come for, besides paying. */
export function Tiles({ homeId }: { readonly homeId: string }) {
  const tiles: readonly { readonly icon: IconName; readonly name: string; readonly page: string }[] = [
    { icon: 'wrench', name: '报修', page: pages.report },
    { icon: 'document', name: '账单', page: pages.bills },
    { icon: 'receipt', name: '缴费记录', page: pages.receipts },
    { icon: 'family', name: '家人', page: pages.members },
  ];
  return (
    <View className="tiles">
      {tiles.map(({ icon, name, page }) => (
        <View
          key={name}
          id={`tile-${icon}`}
          className="tiles__tile"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => open(page, { homeId })}
        >
          <View className="tone-brand">
            <Icon name={icon} />
          </View>
          {name}
        </View>
      ))}
    </View>
  );
}

/** What is going on with this home; nothing where nothing is. */
export function HomeRows({ home }: { readonly home: AtHome }) {
  const { refunding, questioned, prepaid, homeId, communityId } = home;
  const orderId = refunding?.orderId;
  return (
    <>
      <Ongoing home={home} />
      {refunding && (
        <Card isFlush>
          <Row
            icon="refund"
            title="正在退款"
            line="原路退回，一般几分钟内到账"
            end={<Amount fen={refunding.amount} isMinus />}
            {...(orderId === undefined ? {} : { onTap: () => open(pages.receipt, { orderId }) })}
          />
        </Card>
      )}
      {questioned > 0 && (
        <Card isFlush>
          <Row
            icon="question"
            title={`${questioned} 笔账单有疑问`}
            line="等财务答复，答复前不用缴"
            chip={{ text: '待答复', tone: 'warn' }}
            onTap={() => open(pages.bills, { homeId })}
          />
        </Card>
      )}
      {prepaid > 0 && (
        <Card isFlush>
          <Row
            icon="card"
            title="预存余额"
            line="出账后自动抵扣账单"
            end={<Amount fen={prepaid} />}
            onTap={() => open(pages.prepay, { homeId })}
          />
        </Card>
      )}
      <Card isFlush>
        <Row icon="document" title="收费依据与价格公示" onTap={() => open(pages.prices, { communityId })} />
      </Card>
    </>
  );
}
